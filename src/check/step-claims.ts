import { type Composition, type StateStore, type Steps, stepsOf } from '../compose/index.ts';
import type { EveryStep, Step } from '../model/index.ts';
import { componentsOf } from './paths.ts';
import { blamed, truth } from './predicates.ts';
import { Remembered } from './remembered.ts';
import { StateReader } from './state-reader.ts';
import { StateViews } from './state-view.ts';
import type { Variables } from './variables.ts';

/** Where a claim on steps fails first: the state, and which of its steps. */
export type FailedStep = { readonly state: number; readonly step: number };

/** The number of a step, then the variables of the state before it, then those of the state after. */
class StepReader implements Variables {
  readonly before: StateReader;
  readonly after: StateReader;
  step = 0;
  readonly #size: number;

  constructor(composition: Composition, store: StateStore, size: number) {
    this.before = new StateReader(composition, store);
    this.after = new StateReader(composition, store);
    this.#size = size;
  }

  get(variable: number): number {
    if (variable === 0) return this.step;
    if (variable <= this.#size) return this.before.get(variable - 1);
    return this.after.get(variable - 1 - this.#size);
  }
}

/**
 * Watches claims on every step: the state before, the step, the state after.
 *
 * What a claim answers is remembered by the step and by what it reads of the two states.
 */
export class StepClaims {
  /** By claim: where it failed first. */
  readonly failed = new Map<EveryStep, FailedStep>();
  readonly #composition: Composition;
  readonly #store: StateStore;
  readonly #views: StateViews;
  readonly #reader: StepReader;
  readonly #steps: Step[] = [];
  /** By slot, the number of the step for each move, and for each message that is lost. */
  readonly #numbers: (number | undefined)[][];
  readonly #losses: (number | undefined)[][];
  #open: { readonly claim: EveryStep; readonly holds: Remembered<boolean> }[];

  constructor(composition: Composition, store: StateStore, claims: readonly EveryStep[]) {
    this.#composition = composition;
    this.#store = store;
    this.#views = new StateViews(composition);
    this.#reader = new StepReader(composition, store, this.#views.variables);
    this.#numbers = composition.slots.map(() => []);
    this.#losses = composition.slots.map(() => []);
    this.#open = claims.map((claim) => ({ claim, holds: this.#remembered(claim) }));
  }

  /** Whether every claim has failed, and nothing is left to watch. */
  get done(): boolean {
    return this.#open.length === 0;
  }

  expanded(state: number, count: number, { slots, moves, targets }: Steps): void {
    if (this.done) return;
    this.#reader.before.load(state);
    for (let step = 0; step < count; step++) {
      this.#reader.step = this.#numberOf(state, slots[step]!, moves[step]!);
      this.#reader.after.load(targets[step]!);
      for (const { claim, holds } of this.#open) {
        if (!holds.answer(this.#reader)) this.failed.set(claim, { state, step });
      }
      if (this.#open.some(({ claim }) => this.failed.has(claim))) {
        this.#open = this.#open.filter(({ claim }) => !this.failed.has(claim));
      }
    }
  }

  #remembered(claim: EveryStep): Remembered<boolean> {
    let asked: Variables = this.#reader;
    const reads: Variables = { get: (variable) => asked.get(variable) };
    const before = this.#views.view(reads, 1);
    const after = this.#views.view(reads, 1 + this.#views.variables);
    return new Remembered((variables) => {
      asked = variables;
      const step = this.#steps[variables.get(0)]!;
      return blamed(`claim "${claim.name}"`, () => truth(claim.holds(before, step, after)));
    });
  }

  /** One number for each slot and move: they decide all that a step is. */
  #numberOf(state: number, slot: number, move: number): number {
    const numbers = move < 0 ? this.#losses[slot]! : this.#numbers[slot]!;
    return (numbers[move < 0 ? ~move : move] ??= this.#newNumber(state, slot, move));
  }

  #newNumber(state: number, slot: number, move: number): number {
    const taken = stepsOf(this.#composition, componentsOf(this.#store, state)).find(
      (candidate) => candidate.slot === slot && candidate.move === move,
    );
    return this.#steps.push(taken!.step) - 1;
  }
}
