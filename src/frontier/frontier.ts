import type { Landscape, Point } from '../model/index.ts';
import { type Departures, departures, keyOf, nearerPoints, pointAt } from './points.ts';
import type { Surroundings } from './sites.ts';
import { type Decided, isBad, isGood } from './verdict-code.ts';

/** A point just beyond what a claim bears, as departures from the home; `steps`: how long its counterexample is. */
export type Edge = { readonly at: Departures; readonly key: string; readonly steps?: number };

/** What a claim needs, as seen from one home. */
export type Frontier = {
  readonly claim: string;
  readonly home: string;
  /** The home's point. */
  readonly key: string;
  /** At the home itself. */
  readonly base: Decided;
  /** It fails there, and at no point between there and the home. */
  readonly breaks: readonly Edge[];
  /** For each of these that others make good again (for the home itself, where it fails there): what has to be added. */
  readonly mends: readonly { readonly broken: Departures; readonly by: readonly Departures[] }[];
  /** Departures that make no difference to it when they are taken alone. */
  readonly harmless: Departures;
  /** How many points were decided, and at how many it is unknown. */
  readonly points: number;
  readonly unknown: number;
};

/** What is known of a claim at a point; undefined where nobody has looked. */
export type Known = (key: string) => Decided | undefined;

/** A point with what sets it apart from its home, and the points next to it on the way there. */
type Placed = { readonly key: string; readonly at: Departures; readonly nearer: readonly string[] };

/** The frontiers of some claims around a home. */
export function frontiersAround(
  landscape: Landscape,
  { home, points }: Pick<Surroundings, 'home' | 'points'>,
  claims: readonly string[],
  known: (claim: string) => Known,
): readonly Frontier[] {
  const start = pointAt(landscape.axes, home.at);
  const placed = points.map((point) => place(landscape, start, point));
  return claims.map((claim) => ({ claim, home: home.name, ...frontierOf(placed, known(claim)) }));
}

const place = (landscape: Landscape, start: Point, point: Point): Placed => ({
  key: keyOf(landscape, point),
  at: departures(landscape.axes, point, start),
  nearer: nearerPoints(landscape.axes, start, point).map((between) => keyOf(landscape, between)),
});

/** @param placed all points around the home, itself first. */
function frontierOf(placed: readonly Placed[], known: Known): Omit<Frontier, 'claim' | 'home'> {
  const home = placed[0]!;
  const good = (key: string): boolean => isGood(known(key)?.code ?? '?');
  const bad = (key: string): boolean => isBad(known(key)?.code ?? '?');
  const decided = placed.filter(({ key }) => known(key) !== undefined);
  const sound = decided.filter(({ key }) => good(key));
  const edges = decided.filter(
    ({ key, nearer }) =>
      bad(key) && nearer.length > 0 && nearer.every((between) => known(between) === undefined || good(between)),
  );
  const broken = bad(home.key) ? [home] : edges;
  return {
    key: home.key,
    base: known(home.key) ?? { code: '?' },
    breaks: edges.map(({ at, key }): Edge => {
      const steps = known(key)?.steps;
      return { at, key, ...(steps !== undefined && { steps }) };
    }),
    mends: broken.map(({ at }) => ({ broken: at, by: additions(at, sound) })).filter(({ by }) => by.length > 0),
    harmless: good(home.key) ? sound.flatMap(({ at }) => (at.length === 1 ? at : [])) : [],
    points: decided.length,
    unknown: decided.filter(({ key }) => known(key)?.code === '?').length,
  };
}

/** The least that is added to departures to come to a point where all is well. */
function additions(broken: Departures, sound: readonly Placed[]): readonly Departures[] {
  const added = sound
    .filter(({ at }) => at.length > broken.length && broken.every((part) => has(at, part)))
    .map(({ at }) => at.filter((part) => !has(broken, part)));
  const least = new Set(added.filter((some) => some.length === 1).map(([part]) => part!.join('=')));
  return added.filter((some) => some.length === 1 || !some.some((part) => least.has(part.join('='))));
}

const has = (some: Departures, [axis, value]: Departures[number]): boolean =>
  some.some((part) => part[0] === axis && part[1] === value);
