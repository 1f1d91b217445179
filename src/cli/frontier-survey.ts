import { type Decided, decided, keyOf, type Plan, survey, type Survey } from '../frontier/index.ts';
import type { Point } from '../model/index.ts';

import type { Ledger } from './frontier-ledger.ts';
import type { Searches } from './searches.ts';
import type { Session } from './session.ts';

/** How many states a point may have before its claims are unknown, where the command line does not say. */
export const usualStates = 100_000;

export type SurveyOptions = {
  readonly maxStates: number;
  /** One point in so many is looked at even where its verdicts would follow from others; `seed` picks them. */
  readonly sample: number;
  readonly seed: number;
};

/** A survey, and the points that no system stands at: why not. */
export type Surveyed = Survey & { readonly faults: ReadonlyMap<string, string> };

/**
 * Surveys a plan with the searches given, and tells how far it is and when it may be done.
 *
 * What is stopped leaves the rest unknown.
 */
export async function surveyed(
  plan: Plan,
  searches: Searches,
  ledger: Ledger,
  { maxStates, sample, seed }: SurveyOptions,
  session: Session,
): Promise<Surveyed> {
  const { landscape, sites } = plan;
  const faults = new Map<string, string>();
  let [done, searched, began] = [0, 0, Date.now()];
  const tellHow = (): void => {
    if (done > sites.length) [done, began] = [1, Date.now()];
    const left = Math.round((((Date.now() - began) / Math.max(1, done)) * (sites.length - done)) / 1000);
    session.status(`${landscape.name}: ${done}/${sites.length} points, ${searched} searched, about ${left} s left`);
  };
  const decide = async (point: Point, claims: readonly string[]): Promise<ReadonlyMap<string, Decided>> => {
    const key = keyOf(landscape, point);
    const before = ledger.at(landscape.name, key);
    const open = claims.filter((claim) => !before?.has(claim));
    if (open.length === 0) {
      done++;
      return before!;
    }
    const job = {
      kind: 'point',
      landscape: landscape.name,
      at: point,
      claims: open,
      draw: false,
      limits: { maxStates },
    } as const;
    const answer = await searches.search(job, () => {});
    done++;
    tellHow();
    if (answer.kind === 'not started') return before ?? new Map();
    if (answer.kind === 'fault') {
      faults.set(key, answer.fault);
      return before ?? new Map();
    }
    searched++;
    if (answer.report.stopped === 'interrupted' || answer.report.stopped === 'time') return before ?? new Map();
    const wanted = new Set(open);
    const found = new Map(
      answer.report.verdicts
        .filter(({ claim }) => wanted.has(claim))
        .map((verdict) => [verdict.claim, decided(verdict)]),
    );
    await ledger.note(landscape.name, key, found);
    return new Map([...(before ?? []), ...found]);
  };
  const edges = whereStrongerIsAside(plan);
  const found = await survey(landscape, sites, decide, (key) => edges.has(key) || drawn(key, seed) % sample === 0);
  return { ...found, faults };
}

/**
 * The points around homes that are not the strongest themselves: what fails there may follow from a stronger point that
 * does not lie on the way from the home, and is an edge all the same, which wants a counterexample of its own.
 */
function whereStrongerIsAside({ landscape, surroundings }: Plan): ReadonlySet<string> {
  const aside = surroundings.filter(({ home }) =>
    landscape.axes.some(({ name, kind }) => kind === 'assumption' && home.at[name] !== undefined),
  );
  return new Set(aside.flatMap(({ points }) => points.map((point) => keyOf(landscape, point))));
}

/** A number that looks random, of a text and a seed (FNV-1a). */
function drawn(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 16777619) >>> 0;
  return hash;
}
