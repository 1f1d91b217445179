import { StateViews } from '../check/index.ts';
import { type Composition, interpret } from '../compose/index.ts';
import type { View } from '../model/index.ts';
import type { StepKinds } from './step-kinds.ts';

/** The steps of a state in order, by the numbers of their kinds, and the states that they lead to. */
export type Choices = {
  readonly kinds: Int32Array;
  /** NOWHERE where a queue is full. */
  readonly targets: Int32Array;
  /** Whether nothing must happen any more. */
  readonly rest: boolean;
};

/** Where a step leads that finds a queue full. */
export const NOWHERE = -1;

/**
 * The states that walks came through, and those one step beside their way, by number: 0 is the initial one.
 *
 * Nothing of the search is used but the tables: states are neither packed nor hashed, and steps are looked up one by one.
 */
export class Territory {
  readonly composition: Composition;
  readonly kinds: StepKinds;
  readonly #views: StateViews;
  readonly #states: Int32Array[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #choices: (Choices | undefined)[] = [];
  readonly #visited = new Set<number>();

  constructor(kinds: StepKinds) {
    const { composition } = kinds;
    this.composition = composition;
    this.kinds = kinds;
    this.#views = new StateViews(composition);
    this.#numberOf(Int32Array.from(composition.initial.components));
  }

  /** How many states are known, those beside the way among them. */
  get known(): number {
    return this.#states.length;
  }

  /** How many states walks came through. */
  get visited(): number {
    return this.#visited.size;
  }

  /** Whether a walk that counts came through a state. */
  isVisited(state: number): boolean {
    return this.#visited.has(state);
  }

  /** A walk that counts comes through a state. */
  visit(state: number): void {
    this.#visited.add(state);
  }

  /** The steps of a state, looked at when they are first asked for. */
  choices(state: number): Choices {
    return (this.#choices[state] ??= this.#look(this.#states[state]!));
  }

  /** A state as claims see it. */
  view(state: number): View {
    const components = this.#states[state]!;
    const { clusters, clusterOf, placeOf } = this.composition;
    return this.#views.view({
      get: (variable) => {
        if (variable >= clusterOf.length) return components[clusters.length + variable - clusterOf.length]!;
        const cluster = clusterOf[variable]!;
        return clusters[cluster]!.localOf[placeOf[variable]!]!.data[components[cluster]!]!;
      },
    });
  }

  #look(before: Int32Array): Choices {
    const { slots, classFairness } = this.composition;
    const kinds: number[] = [];
    const targets: number[] = [];
    let rest = true;
    interpret(this.composition, before, (slot, move, after) => {
      if (classFairness[slots[slot]!.class] !== 'none') rest = false;
      kinds.push(this.kinds.of(before, slot, move));
      targets.push(after === undefined ? NOWHERE : this.#numberOf(after));
    });
    return { kinds: Int32Array.from(kinds), targets: Int32Array.from(targets), rest };
  }

  #numberOf(components: Int32Array): number {
    const key = components.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#states.length);
    return this.#states.push(components.slice()) - 1;
  }
}
