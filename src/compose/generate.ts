import type { Composition } from './composition.ts';
import { fits } from './layout.ts';
import { successorSource } from './successor-source.ts';
import type { StateStore } from './state-store.ts';
import { type OnFull, Outgrown, type Successors, blockOf, maxSteps, mustBeTaken } from './successors.ts';

/** What generated code asks for when a table does not know an answer yet. */
export type Misses = {
  readonly own: (cluster: number, local: number, place: number) => void;
  readonly move: (cluster: number, local: number, input: number) => number;
  readonly append: (queue: number, contents: number, sequence: number) => number;
};

/** States that are looked at before their successors are added, and room for their steps. */
const STATES = 256;
const STEPS = 4096;

/**
 * Successors by a JavaScript function made for this system and this layout: clusters and queues unrolled, places and
 * masks constant, tables at hand. Gives exactly what `interpreted` gives.
 */
export function generated(composition: Composition, store: StateStore, onFull: OnFull): Successors {
  const most = maxSteps(composition);
  const block = blockOf(STATES, STEPS + most);
  const { clusters, queues } = composition;
  const checked = <T>(answer: T): T => {
    if (!fits(store.layout, composition.counts)) throw new Outgrown();
    return answer;
  };
  const misses: Misses = {
    own: (cluster, local, place) => checked(clusters[cluster]!.findOwn(local, place)),
    move: (cluster, local, input) => checked(clusters[cluster]!.move(local, input)),
    append: (queue, contents, sequence) => checked(queues[queue]!.append(contents, sequence)),
  };
  const fair = mustBeTaken(composition);
  const make = new Function(
    'store, clusters, queues, fair, block, misses, onFull, STEPS',
    successorSource(composition, store.layout),
  ) as (...given: unknown[]) => Pick<Successors, 'look' | 'add' | 'at' | 'bind'> & { readonly looked: () => number };
  const { look, looked, add, at, bind } = make(store, clusters, queues, fair, block, misses, onFull, STEPS);
  let pending: unknown;
  return {
    block,
    add,
    at,
    bind,
    look: (from, to) => {
      if (pending !== undefined) throw pending;
      try {
        return look(from, Math.min(to, from + STATES));
      } catch (error) {
        if (looked() === 0) throw error;
        pending = error;
        return looked();
      }
    },
  };
}
