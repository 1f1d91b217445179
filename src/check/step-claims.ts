import { type Composition, type StateStore, type Steps, stepsOf } from '../compose/index.ts';
import type { EveryStep, Step } from '../model/index.ts';
import { componentsOf } from './paths.ts';
import { blamed } from './predicates.ts';
import { Remembered } from './remembered.ts';
import { StateViews } from './state-view.ts';

/** Where a claim on steps fails first: the state, and which of its steps. */
export type FailedStep = { readonly state: number; readonly step: number };

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
  readonly #components: Int32Array;
  /** The variables of the state before, of the state after, and the number of the step. */
  readonly #variables: Int32Array;
  readonly #steps: Step[] = [];
  readonly #numbers: Map<number, number>[] = [];
  #open: { readonly claim: EveryStep; readonly holds: Remembered<boolean> }[];

  constructor(composition: Composition, store: StateStore, claims: readonly EveryStep[]) {
    this.#composition = composition;
    this.#store = store;
    this.#views = new StateViews(composition);
    this.#components = new Int32Array(store.layout.fields.length);
    this.#variables = new Int32Array(2 * this.#views.variables + 1);
    this.#open = claims.map((claim) => ({ claim, holds: this.#remembered(claim) }));
  }

  /** Whether every claim has failed, and nothing is left to watch. */
  get done(): boolean {
    return this.#open.length === 0;
  }

  expanded(state: number, count: number, { slots, moves, targets }: Steps): void {
    if (this.done) return;
    const size = this.#views.variables;
    this.#store.read(state, this.#components);
    this.#views.variablesOf(this.#components, this.#variables);
    for (let step = 0; step < count; step++) {
      this.#variables[2 * size] = this.#numberOf(state, slots[step]!, moves[step]!);
      this.#store.read(targets[step]!, this.#components);
      this.#views.variablesOf(this.#components, this.#variables, size);
      this.#open = this.#open.filter(({ claim, holds }) => {
        if (holds.answer(this.#variables)) return true;
        this.failed.set(claim, { state, step });
        return false;
      });
    }
  }

  #remembered(claim: EveryStep): Remembered<boolean> {
    const size = this.#views.variables;
    return new Remembered((variables, onRead) => {
      onRead(2 * size);
      const before = this.#views.view(variables, 0, onRead);
      const after = this.#views.view(variables, size, onRead);
      const step = this.#steps[variables[2 * size]!]!;
      return blamed(`claim "${claim.name}"`, () => claim.holds(before, step, after));
    });
  }

  /** One number for each slot and move: they decide all that a step is. */
  #numberOf(state: number, slot: number, move: number): number {
    const known = (this.#numbers[slot] ??= new Map()).get(move);
    if (known !== undefined) return known;
    const taken = stepsOf(this.#composition, componentsOf(this.#store, state)).find(
      (candidate) => candidate.slot === slot && candidate.move === move,
    );
    const number = this.#steps.push(taken!.step) - 1;
    this.#numbers[slot]!.set(move, number);
    return number;
  }
}
