import { type Composition, type StateStore, interpret } from '../compose/index.ts';
import { componentsOf } from './components.ts';

/** One step of a state by number: what names it among its siblings. Equal in two states: the same decision. */
export type Decision = { readonly slot: number; readonly party: number; readonly message: number };

/**
 * The steps of states as decisions, in the order of the graph's edges. A state is looked at when it is first asked for,
 * and remembered.
 */
export class Decisions {
  readonly #composition: Composition;
  readonly #store: StateStore;
  readonly #known = new Map<number, readonly Decision[]>();
  readonly #movers = new Map<number, readonly number[]>();

  constructor(composition: Composition, store: StateStore) {
    this.#composition = composition;
    this.#store = store;
  }

  of(state: number): readonly Decision[] {
    const known = this.#known.get(state);
    if (known !== undefined) return known;
    const found: Decision[] = [];
    interpret(this.#composition, componentsOf(this.#store, state), (slot, _move, after, party, message) => {
      if (after !== undefined) found.push({ slot, party, message });
    });
    this.#known.set(state, found);
    return found;
  }

  /** Who acts in each step of a state, by number. */
  movers(state: number): readonly number[] {
    const known = this.#movers.get(state) ?? this.of(state).map(({ party }) => party);
    this.#movers.set(state, known);
    return known;
  }
}
