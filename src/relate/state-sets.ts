import { type Lts, SILENT } from './lts.ts';

/** Sets of states of a system by number, each closed under silent steps and kept once: its determinisation, on demand. */
export class StateSets {
  readonly #lts: Lts;
  readonly #sets: Uint32Array[] = [];
  readonly #numbers = new Map<string, number>();
  /** By set: where each label leads. */
  readonly #after: Map<number, number>[] = [];

  constructor(lts: Lts) {
    this.#lts = lts;
  }

  /** The set of all states that some states reach unseen. */
  closure(states: Iterable<number>): number {
    const { offsets, labels, targets } = this.#lts;
    const met = new Set(states);
    for (const state of met) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        if (labels[edge] === SILENT) met.add(targets[edge]!);
      }
    }
    const sorted = Uint32Array.from(met).sort();
    const key = sorted.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#sets.length);
    return this.#sets.push(sorted) - 1;
  }

  /** The set after a label; undefined when no state of the set has it. */
  after(set: number, label: number): number | undefined {
    return this.#steps(set).get(label);
  }

  /** The labels that can be seen next, ascending. */
  labelsOf(set: number): number[] {
    return [...this.#steps(set).keys()].sort((a, b) => a - b);
  }

  has(set: number, state: number): boolean {
    const states = this.#sets[set]!;
    let [low, high] = [0, states.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (states[middle]! < state) low = middle + 1;
      else high = middle;
    }
    return states[low] === state;
  }

  /** Whether all states of one set are in another. */
  within(one: number, other: number): boolean {
    if (one === other) return true;
    const [few, many] = [this.#sets[one]!, this.#sets[other]!];
    return few.length <= many.length && few.every((state) => this.has(other, state));
  }

  #steps(set: number): Map<number, number> {
    const known = this.#after[set];
    if (known !== undefined) return known;
    const { offsets, labels, targets } = this.#lts;
    const reached = new Map<number, Set<number>>();
    for (const state of this.#sets[set]!) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const label = labels[edge]!;
        if (label === SILENT) continue;
        const there = reached.get(label) ?? new Set<number>();
        reached.set(label, there.add(targets[edge]!));
      }
    }
    const steps = new Map([...reached].map(([label, states]) => [label, this.closure(states)]));
    this.#after[set] = steps;
    return steps;
  }
}

/** For each state the smallest sets that it came with. */
export class Antichains {
  readonly #sets: StateSets;
  readonly #smallest = new Map<number, number[]>();

  constructor(sets: StateSets) {
    this.#sets = sets;
  }

  /** Adds a pair, unless the state came with a set within this one before; tells whether it was added. */
  add(state: number, set: number): boolean {
    const known = this.#smallest.get(state) ?? [];
    if (known.some((smaller) => this.#sets.within(smaller, set))) return false;
    this.#smallest.set(state, [...known.filter((larger) => !this.#sets.within(set, larger)), set]);
    return true;
  }
}
