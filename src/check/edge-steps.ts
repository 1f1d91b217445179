import type { Composition, StateStore, Steps } from '../compose/index.ts';
import type { Step } from '../model/index.ts';
import { type ReadColumn, bytesOf } from './columns.ts';
import { StepNumbers } from './step-numbers.ts';
import type { Known } from './watcher.ts';

/** Notes which step each edge of the graph is, for claims that speak of steps: four bytes for each edge. */
export class EdgeSteps {
  readonly #numbers: StepNumbers;
  #ofEdge = new Uint32Array(1 << 12);
  #edges = 0;

  constructor(composition: Composition, store: StateStore) {
    this.#numbers = new StepNumbers(composition, store);
  }

  expanded(state: number, count: number, { slots, moves }: Steps): void {
    if (this.#edges + count > this.#ofEdge.length) {
      const longer = new Uint32Array(Math.ceil((this.#edges + count) * 1.5));
      longer.set(this.#ofEdge);
      this.#ofEdge = longer;
    }
    for (let step = 0; step < count; step++) {
      this.#ofEdge[this.#edges++] = this.#numbers.of(state, slots[step]!, moves[step]!);
    }
  }

  kept(): Known {
    const { met } = this.#numbers;
    return { facts: { met, edges: this.#edges }, columns: { steps: bytesOf(this.#ofEdge.subarray(0, this.#edges)) } };
  }

  restore(facts: unknown, read: ReadColumn): void {
    const { met, edges } = facts as { readonly met: StepNumbers['met']; readonly edges: number };
    for (const [state, slot, move] of met) this.#numbers.of(state, slot, move);
    this.#edges = edges;
    this.#ofEdge = new Uint32Array(edges);
    read('steps', bytesOf(this.#ofEdge));
  }

  /** A function of steps as one of edges, asked once for each step that there is. */
  ofEdge(ask: (step: Step) => number): (edge: number) => number {
    const answers = Uint32Array.from({ length: this.#numbers.count }, (_, number) => ask(this.#numbers.at(number)));
    return (edge) => answers[this.#ofEdge[edge]!]!;
  }
}
