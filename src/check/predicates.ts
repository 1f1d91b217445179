import type { Composition, StateStore } from '../compose/index.ts';
import { ModelError, UnknownNameError, type View } from '../model/index.ts';
import { Remembered } from './remembered.ts';
import { StateViews } from './state-view.ts';

/** A function of a state by its number. */
export type OfState<T> = (state: number) => T;

/**
 * Turns functions of views into functions of state numbers that remember their answers.
 *
 * @throws UnknownNameError or ModelError naming whose function it is, when it reads what is not there, or throws.
 */
export class Predicates {
  readonly views: StateViews;
  readonly #store: StateStore;
  readonly #components: Int32Array;
  readonly #variables: Int32Array;
  #loaded = -1;

  constructor(composition: Composition, store: StateStore) {
    this.views = new StateViews(composition);
    this.#store = store;
    this.#components = new Int32Array(store.layout.fields.length);
    this.#variables = new Int32Array(this.views.variables);
  }

  /** @param whose the claim's name, or what else asks, for errors. */
  ofState<T>(whose: string, ask: (view: View) => T): OfState<T> {
    const remembered = new Remembered((variables, onRead) => {
      const view = this.views.view(variables, 0, onRead);
      return blamed(whose, () => ask(view));
    });
    return (state) => remembered.answer(this.#load(state));
  }

  /** 1 for each state of which it is true. */
  flags(whose: string, holds: (view: View) => boolean): Uint8Array {
    const answer = this.ofState(whose, holds);
    const flags = new Uint8Array(this.#store.count);
    for (let state = 0; state < flags.length; state++) flags[state] = answer(state) ? 1 : 0;
    return flags;
  }

  #load(state: number): Int32Array {
    if (this.#loaded !== state) {
      this.#store.read(state, this.#components);
      this.views.variablesOf(this.#components, this.#variables);
      this.#loaded = state;
    }
    return this.#variables;
  }
}

/** Runs somebody's function of a state; what it throws names it. */
export function blamed<T>(whose: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof UnknownNameError) throw new UnknownNameError(`${whose}: ${message}`);
    throw new ModelError(`${whose} throws: ${message}`);
  }
}
