import type { Composition } from './composition.ts';
import { fits } from './layout.ts';
import { successorSource } from './successor-source.ts';
import type { StateStore } from './state-store.ts';
import { type OnFull, Outgrown, type Successors, mustBeTaken, stepsFor } from './successors.ts';

/** What generated code asks for when a table does not know an answer yet. */
export type Misses = {
  readonly own: (cluster: number, local: number, place: number) => void;
  readonly move: (cluster: number, local: number, input: number) => number;
  readonly append: (queue: number, contents: number, sequence: number) => number;
};

/**
 * Successors by a JavaScript function made for this system and this layout: clusters and queues unrolled, places and
 * masks constant, tables at hand. Gives exactly what `interpreted` gives.
 */
export function generated(composition: Composition, store: StateStore, onFull: OnFull): Successors {
  const steps = stepsFor(composition);
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
    'store, clusters, queues, fair, slots, moves, targets, misses, onFull',
    successorSource(composition, store.layout),
  ) as (...given: unknown[]) => Pick<Successors, 'expand' | 'bind'>;
  const { expand, bind } = make(store, clusters, queues, fair, steps.slots, steps.moves, steps.targets, misses, onFull);
  return { steps, expand, bind };
}
