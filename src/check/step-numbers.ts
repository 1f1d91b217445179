import { type Composition, type StateStore, stepsOf } from '../compose/index.ts';
import type { Step } from '../model/index.ts';
import { componentsOf } from './components.ts';

/** Gives one number to each slot and move that is met: they decide all that a step is. */
export class StepNumbers {
  readonly #composition: Composition;
  readonly #store: StateStore;
  readonly #steps: Step[] = [];
  /** By number: the state, slot and move that it was given for. */
  readonly met: (readonly [number, number, number])[] = [];
  /** By slot, the number of the step for each move; in a slot of losses, for each message that is lost. */
  readonly #numbers: (number | undefined)[][];

  constructor(composition: Composition, store: StateStore) {
    this.#composition = composition;
    this.#store = store;
    this.#numbers = composition.slots.map(() => []);
  }

  /** How many numbers are given. */
  get count(): number {
    return this.#steps.length;
  }

  /** The step that a number is given to. */
  at(number: number): Step {
    return this.#steps[number]!;
  }

  /** The number of a step that a state has. */
  of(state: number, slot: number, move: number): number {
    const numbers = this.#numbers[slot]!;
    return (numbers[move < 0 ? ~move : move] ??= this.#newNumber(state, slot, move));
  }

  #newNumber(state: number, slot: number, move: number): number {
    const taken = stepsOf(this.#composition, componentsOf(this.#store, state)).find(
      (candidate) => candidate.slot === slot && candidate.move === move,
    );
    this.met.push([state, slot, move]);
    return this.#steps.push(taken!.step) - 1;
  }
}
