import type { Composition, IntColumn, StateStore } from '../compose/index.ts';
import type { Variables } from './variables.ts';

/**
 * The variables of packed states, read one at a time where they stand.
 *
 * The *variables* of a state are the local state of each party, then the contents of each queue, by number.
 */
export class StateReader implements Variables {
  readonly #store: StateStore;
  /** By variable: the component that holds it, and the column that tells a party's local state from its cluster's. */
  readonly #components: readonly number[];
  readonly #columns: readonly (IntColumn | undefined)[];
  #words: Int32Array = new Int32Array(0);
  #offset = 0;

  constructor({ clusters, queues, clusterOf, placeOf }: Composition, store: StateStore) {
    this.#store = store;
    this.#components = [...clusterOf, ...queues.map((_, queue) => clusters.length + queue)];
    this.#columns = [
      ...clusterOf.map((cluster, party) => clusters[cluster]!.localOf[placeOf[party]!]),
      ...queues.map(() => undefined),
    ];
  }

  /** Turns to a state; what is read from now on is of this one. */
  load(state: number): this {
    this.#words = this.#store.words;
    this.#offset = state * this.#store.layout.words;
    return this;
  }

  get(variable: number): number {
    const { word, shift, bits } = this.#store.layout.fields[this.#components[variable]!]!;
    const value = (this.#words[this.#offset + word]! >>> shift) & ((1 << bits) - 1);
    const column = this.#columns[variable];
    return column === undefined ? value : column.data[value]!;
  }
}
