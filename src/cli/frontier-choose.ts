import { claimsAt, pointAt } from '../frontier/index.ts';
import type { Home, Landscape } from '../model/index.ts';

import { isMeant } from './choose-claims.ts';
import { Failure, unknown } from './failure.ts';

/** A landscape, some of its homes, and which claims are meant there. */
export type Chosen = {
  readonly landscape: Landscape;
  readonly homes: readonly Home[];
  readonly meant: (claim: string) => boolean;
};

/**
 * The landscapes and homes in which claims or families are looked at; all without names.
 *
 * @throws Failure (150) with the nearest name, at a claim, family or home that is not there, or does not go together.
 */
export function chosen(
  landscapes: readonly Landscape[],
  names: readonly string[],
  home: string | undefined,
): readonly Chosen[] {
  const homes = landscapes.flatMap((landscape) => landscape.homes.map((one) => ({ landscape, home: one })));
  if (home !== undefined && !homes.some((one) => one.home.name === home)) {
    throw unknown(
      'home',
      home,
      homes.map((one) => one.home.name),
    );
  }
  for (const name of names) {
    if (homes.some((one) => asks(one.landscape, one.home, name))) continue;
    throw unknown('claim or family', name, [...new Set(homes.flatMap((one) => known(one.landscape, one.home)))]);
  }
  const found = landscapes.flatMap((landscape): Chosen[] => {
    const own = landscape.homes.filter(
      (one) =>
        (home === undefined || one.name === home) &&
        (names.length === 0 || names.some((name) => asks(landscape, one, name))),
    );
    const claims = new Set(own.flatMap((one) => meantBy(landscape, one, names)));
    return own.length === 0 ? [] : [{ landscape, homes: own, meant: (claim) => claims.has(claim) }];
  });
  if (found.length === 0) throw new Failure(`no claim of ${names.join(', ')} is at home in ${home}; leave --home out`);
  return found;
}

const start = ({ axes }: Landscape, { at }: Home) => pointAt(axes, at);
const claimNames = (landscape: Landscape, home: Home): readonly string[] => [
  ...claimsAt(home, start(landscape, home)).keys(),
];
const asks = (landscape: Landscape, home: Home, name: string): boolean => meantBy(landscape, home, [name]).length > 0;

function meantBy(landscape: Landscape, home: Home, names: readonly string[]): readonly string[] {
  const families = home.families(start(landscape, home)).filter((family) => names.includes(family.name));
  const ofFamilies = families.flatMap(({ claims }) => claims.map(({ name }) => name));
  return claimNames(landscape, home).filter(
    (claim) => names.length === 0 || isMeant(claim, names) || ofFamilies.includes(claim),
  );
}

const known = (landscape: Landscape, home: Home): readonly string[] => [
  ...home.families(start(landscape, home)).map(({ name }) => name),
  ...claimNames(landscape, home).flatMap((claim) => [claim, claim.split(' ', 1)[0]!]),
];
