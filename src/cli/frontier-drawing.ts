import type { Frontier, Plan } from '../frontier/index.ts';
import { departures, written } from '../frontier/index.ts';
import type { Point, Verdict } from '../model/index.ts';
import { colourless, unicode } from '../trace/index.ts';

import { counterexampleText } from './counterexample-text.ts';
import { Failure } from './failure.ts';
import type { Drawn } from './frontier-file.ts';
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

/** The shortest counterexample just beyond the edge of each claim: of each claim the shortest of all its homes. */
export async function drawings(
  all: readonly { readonly plan: Plan; readonly frontiers: readonly Frontier[] }[],
  searches: Searches,
  maxStates: number,
): Promise<readonly Drawn[]> {
  const wanted = all.flatMap(({ plan, frontiers }) =>
    [...new Set(frontiers.map(({ claim }) => claim))].flatMap((claim) => {
      const edges = frontiers
        .filter((frontier) => frontier.claim === claim)
        .flatMap(({ home, breaks, base }) => [
          ...(base.code === 'v' ? [{ home, at: [], steps: base.steps ?? Infinity }] : []),
          ...breaks.flatMap(({ at, steps }) => (steps === undefined ? [] : [{ home, at, steps }])),
        ])
        .sort((a, b) => a.steps - b.steps);
      return edges.slice(0, 1).map((edge) => ({ plan, claim, ...edge }));
    }),
  );
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
          at: written(departures(landscape.axes, point)),
          lines: counterexampleText(shown, page).split('\n'),
        },
      ];
    }),
  );
  return made.flat();
}
