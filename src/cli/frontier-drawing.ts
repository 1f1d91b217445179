import type { Departures, Plan } from '../frontier/index.ts';
import { written } from '../frontier/index.ts';
import type { Point, Verdict } from '../model/index.ts';
import { colourless, unicode } from '../trace/index.ts';

import { counterexampleText } from './counterexample-text.ts';
import { Failure } from './failure.ts';
import type { Drawn } from './frontier-file.ts';
import type { Answered } from './frontier-kept.ts';
import { placeOf } from './frontier-place.ts';
import type { Searches, Shown } from './searches.ts';

/** What a claim comes to at one point, and its counterexample, taken again on live actors. */
export type Seen = { readonly verdict: Verdict; readonly shown: Shown | undefined; readonly states: number };

/** Decides one claim at one point, to be drawn. @throws Failure when it cannot be decided there. */
export async function drawnAt(
  searches: Searches,
  landscape: string,
  at: Point,
  claim: string,
  maxStates: number,
): Promise<Seen> {
  const job = { kind: 'point', landscape, at, claims: [claim], draw: true, limits: { maxStates } } as const;
  const answer = await searches.search(job, () => {});
  if (answer.kind === 'fault') throw new Failure(answer.fault, answer.code);
  if (answer.kind === 'not started') throw new Failure('stopped before it was searched', 30);
  const verdict = answer.report.verdicts.find((candidate) => candidate.claim === claim);
  if (!verdict) throw new Failure(`the claim "${claim}" is not asked at this point`);
  return { verdict, shown: answer.shown.find((one) => one.claim === claim), states: answer.report.states };
}

/** How wide a drawing on a page may be. */
const page = { paint: colourless, glyphs: unicode, columns: 112 };

/**
 * The shortest counterexamples just beyond the edges of each claim, of all its homes: one at a home where it fails, one
 * with an assumption weakened, one with another choice, one with two departures together.
 */
export async function drawings(
  all: readonly Answered[],
  searches: Searches,
  maxStates: number,
): Promise<readonly Drawn[]> {
  const wanted = all.flatMap(({ plan, frontiers }) => {
    const best = new Map<string, { plan: Plan; claim: string; home: string; at: Departures; steps: number }>();
    for (const { claim, home, base, breaks } of frontiers) {
      for (const { at, steps = 0 } of [...(base.code === 'v' ? [{ at: [], ...base }] : []), ...breaks]) {
        const axis = plan.landscape.axes.find(({ name }) => name === at[0]?.[0]);
        const way = `${claim} ${at.length === 1 ? axis!.kind : at.length}`;
        if (steps > 0 && steps < (best.get(way)?.steps ?? Infinity)) best.set(way, { plan, claim, home, at, steps });
      }
    }
    return [...best.values()];
  });
  const made = await Promise.all(
    wanted.map(async ({ plan: { landscape }, claim, home, at }): Promise<Drawn[]> => {
      const point = placeOf(
        landscape,
        landscape.homes.find(({ name }) => name === home)!,
        Object.fromEntries(at),
      );
      const { shown } = await drawnAt(searches, landscape.name, point, claim, maxStates);
      if (!shown) return [];
      return [
        {
          claim,
          home,
          at: written(at),
          lines: counterexampleText(shown, page).split('\n'),
        },
      ];
    }),
  );
  return made.flat();
}
