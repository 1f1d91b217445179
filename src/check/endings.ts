import type { Composition } from '../compose/index.ts';
import type { OutcomeFound, Path } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { endLoops } from './end-loops.ts';
import type { Paths } from './paths.ts';
import type { Rests } from './rests.ts';

/** How the runs of a system end. */
export type Endings = {
  /**
   * One for each name: rests in order of discovery, then loops without progress. An end that nobody declared is an
   * outcome too: `deadlock` or `livelock`.
   */
  readonly outcomes: readonly OutcomeFound[];
  /** The first loop without progress that nobody declared: a state on it, and a run into it. */
  readonly livelock: { readonly state: number; readonly path: Path } | undefined;
};

/**
 * The kinds of end: of rests, and of the fair loops that take no step of a progress class. A loop through states of one
 * name bears it; a component in which no fair loop keeps to one name bears that of its lowest state.
 *
 * @param paths of the same search.
 * @param graph of a complete search; without, loops are not looked at.
 */
export function endingsOf({ description }: Composition, paths: Paths, rests: Rests, graph: Graph | undefined): Endings {
  const outcomes: OutcomeFound[] = rests.endings.map(({ name, fine, state }) => ({
    name,
    fine,
    path: paths.to(
      paths.equallyFar(state, (other) => paths.isRest(other) && (rests.ending(other)?.name ?? 'deadlock') === name),
    ).path,
  }));
  let livelock: Endings['livelock'];
  const nameOf = (state: number): string | undefined => rests.ending(state)?.name;
  const progress = description.progress ?? [];
  for (const { lowest, lasso } of graph === undefined ? [] : endLoops(graph, progress, nameOf, paths.taste)) {
    const declared = rests.ending(lowest);
    const { name, fine } = declared ?? { name: 'livelock', fine: false };
    const known = outcomes.some((outcome) => outcome.name === name);
    if (known && (declared !== undefined || livelock !== undefined)) continue;
    const path = paths.of(lasso());
    if (!known) outcomes.push({ name, fine, path });
    if (declared === undefined) livelock ??= { state: lowest, path };
  }
  return { outcomes, livelock };
}
