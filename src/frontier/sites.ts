import { type Home, type Landscape, type Point, protocolErrorNames } from '../model/index.ts';
import { keyOf, pointAt, pointsAround } from './points.ts';
import type { Site } from './survey.ts';
import { type Sort, sortOf } from './verdict-code.ts';

/** A home, its points, and the names of the claims that are at home there. */
export type Surroundings = {
  readonly home: Home;
  readonly points: readonly Point[];
  readonly claims: readonly string[];
};

/** What is to be decided in a landscape. */
export type Plan = {
  readonly landscape: Landscape;
  readonly surroundings: readonly Surroundings[];
  /** Each point once, with the claims of all homes that it is near to. */
  readonly sites: readonly Site[];
  /** Every claim that is decided anywhere, in a standing order. */
  readonly claims: readonly string[];
};

/** The claims that a home asks at a point; errors of the protocol are asked where departures are taken together. */
export function claimsAt(home: Home, point: Point): ReadonlyMap<string, Sort> {
  const claims = home.families(point).flatMap((family) => family.claims);
  return new Map([
    ...claims.map((claim) => [claim.name, sortOf(claim)] as const),
    ...(home.paired ? protocolErrorNames.map((name) => [name, 'universal'] as const) : []),
  ]);
}

/** All points within so many departures of some homes. @param wanted which claims to decide. @param within which
 * points to look at. Default: all. */
export function planOf(
  landscape: Landscape,
  homes: readonly Home[],
  width: number,
  wanted: (claim: string) => boolean = () => true,
  within: (home: Point, point: Point) => boolean = () => true,
): Plan {
  const sites = new Map<string, { readonly point: Point; readonly claims: Map<string, Sort> }>();
  const surroundings = homes.flatMap((home): Surroundings[] => {
    const start = pointAt(landscape.axes, home.at);
    const own = [...claimsAt(home, start).keys()].filter(wanted);
    if (own.length === 0) return [];
    const points = pointsAround(landscape, home, width).filter((point) => within(start, point));
    for (const point of points) {
      const key = keyOf(landscape, point);
      const site = sites.get(key) ?? { point, claims: new Map<string, Sort>() };
      for (const [name, sort] of claimsAt(home, point)) if (wanted(name)) site.claims.set(name, sort);
      sites.set(key, site);
    }
    return [{ home, points, claims: own }];
  });
  const claims = [...new Set([...sites.values()].flatMap((site) => [...site.claims.keys()]))].sort();
  return { landscape, surroundings, sites: [...sites.values()], claims };
}
