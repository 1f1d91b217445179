import { type Composition, type TakenStep, stepsOf } from '../compose/index.ts';
import type { Step } from '../model/index.ts';

/** A kind of step, and whether somebody gets a message in it for which no transition is written. */
export type StepKind = { readonly step: Step; readonly unspecified: boolean };

/** The kinds of step of a system by number: a step is of one kind in all states in which it does the same to the same parties. */
export class StepKinds {
  readonly composition: Composition;
  readonly #list: StepKind[] = [];
  /** By slot, by move. */
  readonly #numbers: readonly Map<number, number>[];

  constructor(composition: Composition) {
    this.composition = composition;
    this.#numbers = composition.slots.map(() => new Map());
  }

  at(number: number): StepKind {
    return this.#list[number]!;
  }

  /** The number of a step that a state has. */
  of(before: Int32Array, slot: number, move: number): number {
    const known = this.#numbers[slot]!.get(move);
    if (known !== undefined) return known;
    const such = (taken: TakenStep): boolean => taken.slot === slot && taken.move === move;
    const { step, unspecified } = stepsOf(this.composition, before).find(such)!;
    this.#numbers[slot]!.set(move, this.#list.length);
    return this.#list.push({ step, unspecified: unspecified.length > 0 }) - 1;
  }
}
