import type { Composition, StateStore } from '../compose/index.ts';
import { ModelError, UnknownNameError, type View } from '../model/index.ts';
import { Remembered } from './remembered.ts';
import { StateReader } from './state-reader.ts';
import { StateViews } from './state-view.ts';
import type { Variables } from './variables.ts';

/** A function of a state by its number. */
export type OfState<T> = (state: number) => T;

/**
 * Turns functions of views into functions of state numbers that remember their answers.
 *
 * @throws UnknownNameError or ModelError naming whose function it is, when it reads what is not there, or throws.
 */
export class Predicates {
  readonly #store: StateStore;
  readonly #reader: StateReader;
  /** Where a function that is being asked reads. */
  #reads: Variables;
  readonly #view: View;

  constructor(composition: Composition, store: StateStore) {
    this.#store = store;
    this.#reader = new StateReader(composition, store);
    this.#reads = this.#reader;
    this.#view = new StateViews(composition).view({ get: (variable) => this.#reads.get(variable) });
  }

  /** @param whose the claim's name, or what else asks, for errors. */
  ofState<T>(whose: string, ask: (view: View) => T): OfState<T> {
    const remembered = new Remembered((variables) => {
      this.#reads = variables;
      return blamed(whose, () => ask(this.#view));
    });
    return (state) => remembered.answer(this.#reader.load(state));
  }

  /** A predicate of a claim. @throws ModelError also when it gives neither true nor false. */
  ofClaim(claim: string, holds: (view: View) => boolean): OfState<boolean> {
    return this.ofState(`claim "${claim}"`, (view) => truth(holds(view)));
  }

  /** 1 for each state of which a predicate of a claim is true. */
  flags(claim: string, holds: (view: View) => boolean): Uint8Array {
    const answer = this.ofClaim(claim, holds);
    const flags = new Uint8Array(this.#store.count);
    for (let state = 0; state < flags.length; state++) flags[state] = answer(state) ? 1 : 0;
    return flags;
  }
}

/** A function of a state gives what it should not; the message goes on from whose it is. */
export class WrongAnswer extends Error {}

/** The answer of a predicate. @throws WrongAnswer when it is none: a promise, say, would count as true. */
export function truth(answer: unknown): boolean {
  if (typeof answer === 'boolean') return answer;
  throw new WrongAnswer(`gives ${told(answer)}, where it should give true or false`);
}

/** A value in a word or two. */
export function told(value: unknown): string {
  if (value instanceof Promise) return 'a promise';
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
}

/** Runs somebody's function of a state; what it throws names it. */
export function blamed<T>(whose: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof UnknownNameError) throw new UnknownNameError(`${whose}: ${message}`);
    throw new ModelError(error instanceof WrongAnswer ? `${whose} ${message}` : `${whose} throws: ${message}`);
  }
}
