import { type Composition, type StateStore, type Steps, interpret } from '../compose/index.ts';
import type { EveryStep, View } from '../model/index.ts';
import { componentsOf } from './components.ts';
import { type KeptClaims, keptClaims, restoreClaims } from './kept-claims.ts';
import { blamed, truth } from './predicates.ts';
import { Remembered } from './remembered.ts';
import { StepNumbers } from './step-numbers.ts';
import { StateReader } from './state-reader.ts';
import { StateViews } from './state-view.ts';
import type { Variables } from './variables.ts';
import type { Known } from './watcher.ts';

/** Where a claim on steps fails first: the state, and which of its steps. */
export type FailedStep = { readonly state: number; readonly step: number };

/** The variable that is the number of the step. */
const STEP = 0;

type Watched = { readonly claim: EveryStep; readonly holds: Remembered<boolean> };

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
    if (variable === STEP) return this.step;
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
  readonly #reader: StepReader;
  /** Where a claim that is being asked reads. */
  #reads: Variables;
  readonly #before: View;
  readonly #after: View;
  readonly #steps: StepNumbers;
  readonly #watched: readonly Watched[];
  #open: readonly Watched[];
  /** By the number of a step: those of the open claims that its number alone does not decide. */
  #asked: (readonly Watched[])[] = [];

  constructor(composition: Composition, store: StateStore, claims: readonly EveryStep[]) {
    this.#composition = composition;
    this.#store = store;
    const views = new StateViews(composition);
    this.#reader = new StepReader(composition, store, views.variables);
    this.#reads = this.#reader;
    const reads: Variables = { get: (variable) => this.#reads.get(variable) };
    this.#before = views.view(reads, 1);
    this.#after = views.view(reads, 1 + views.variables);
    this.#steps = new StepNumbers(composition, store);
    this.#watched = claims.map((claim) => ({ claim, holds: this.#remembered(claim) }));
    this.#open = this.#watched;
  }

  /** Whether every claim has failed, and nothing is left to watch. */
  get done(): boolean {
    return this.#open.length === 0;
  }

  expanded(state: number, count: number, { slots, moves, targets }: Steps): void {
    if (this.done) return;
    this.#reader.before.load(state);
    for (let step = 0; step < count; step++) {
      const number = this.#steps.of(state, slots[step]!, moves[step]!);
      this.#reader.step = number;
      this.#reader.after.load(targets[step]!);
      const before = this.failed.size;
      for (const { claim, holds } of this.#asked[number] ?? this.#open) {
        if (!holds.answer(this.#reader)) this.failed.set(claim, { state, step });
      }
      if (this.failed.size > before) this.#close();
      this.#asked[number] ??= this.#open.filter(({ holds }) => holds.decidedBy(STEP, number) === undefined);
    }
  }

  #close(): void {
    this.#open = this.#watched.filter(({ claim }) => !this.failed.has(claim));
    this.#asked = [];
  }

  kept(): Known {
    return { facts: keptClaims(this.#claims, (claim) => this.failed.get(claim)) };
  }

  restore(facts: unknown): void {
    restoreClaims(facts as KeptClaims<FailedStep>, this.#claims, (claim, failed) => this.failed.set(claim, failed));
    this.#close();
  }

  /** By place among the steps of an expanded state: which of them break a claim. */
  breaking(claim: EveryStep, state: number, targets: ArrayLike<number>): readonly number[] {
    const { holds } = this.#watched.find((watched) => watched.claim === claim)!;
    const found: number[] = [];
    let place = 0;
    interpret(this.#composition, componentsOf(this.#store, state), (slot, move, after) => {
      if (after === undefined) return;
      this.#reader.step = this.#steps.of(state, slot, move);
      this.#reader.before.load(state);
      this.#reader.after.load(targets[place]!);
      if (!holds.answer(this.#reader)) found.push(place);
      place++;
    });
    return found;
  }

  get #claims(): readonly EveryStep[] {
    return this.#watched.map(({ claim }) => claim);
  }

  #remembered({ name, holds }: EveryStep): Remembered<boolean> {
    return new Remembered((variables) => {
      this.#reads = variables;
      const step = this.#steps.at(variables.get(STEP));
      return blamed(`claim "${name}"`, () => truth(holds(this.#before, step, this.#after)));
    });
  }
}
