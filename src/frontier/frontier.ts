import type { Home, Landscape, Point } from '../model/index.ts';
import { type Departures, departures, keyOf, nearerPoints, pointAt } from './points.ts';
import { type Code, type Decided, isBad, isGood } from './verdict-code.ts';

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

/** The frontier of a claim around a home. @param points all points around the home, itself first. */
export function frontierOf(
  landscape: Landscape,
  home: Home,
  points: readonly Point[],
  claim: string,
  known: Known,
): Frontier {
  const { axes } = landscape;
  const start = pointAt(axes, home.at);
  const at = (point: Point): Code | undefined => known(keyOf(landscape, point))?.code;
  const apart = (point: Point): Departures => departures(axes, point, start);
  const decidedPoints = points.filter((point) => at(point) !== undefined);
  const good = (point: Point): boolean => isGood(at(point) ?? '?');
  const bad = (point: Point): boolean => isBad(at(point) ?? '?');
  const edges = decidedPoints.filter((point) => {
    const nearer = nearerPoints(axes, start, point);
    return bad(point) && nearer.length > 0 && nearer.every((between) => at(between) === undefined || good(between));
  });
  const breaks = edges.map((point): Edge => {
    const key = keyOf(landscape, point);
    const steps = known(key)?.steps;
    return { at: apart(point), key, ...(steps !== undefined && { steps }) };
  });
  const minimalGood = (broken: Point): readonly Departures[] => {
    const base = apart(broken);
    const within = decidedPoints
      .filter(good)
      .map(apart)
      .filter((some) => some.length > base.length && base.every((part) => has(some, part)))
      .map((some) => some.filter((part) => !has(base, part)));
    return within.filter(
      (some) => !within.some((other) => other.length < some.length && other.every((part) => has(some, part))),
    );
  };
  const broken = bad(start) ? [start] : edges;
  return {
    claim,
    home: home.name,
    key: keyOf(landscape, start),
    base: known(keyOf(landscape, start)) ?? { code: '?' },
    breaks,
    mends: broken.map((point) => ({ broken: apart(point), by: minimalGood(point) })).filter(({ by }) => by.length > 0),
    harmless: good(start)
      ? decidedPoints.filter((point) => apart(point).length === 1 && good(point)).flatMap(apart)
      : [],
    points: decidedPoints.length,
    unknown: decidedPoints.filter((point) => at(point) === '?').length,
  };
}

const has = (some: Departures, [axis, value]: Departures[number]): boolean =>
  some.some((part) => part[0] === axis && part[1] === value);
