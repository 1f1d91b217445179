import { Growing } from './growing.ts';

/** States whose children are summed up together. */
const GROUP = 256;

/** What stands for a number of children that a byte does not hold. */
const MANY = 255;

/**
 * From which state each state was discovered, in a byte for each state: as states are numbered in order of discovery,
 * the children of a state have numbers next to each other, and how many there are says all.
 */
export class Discovery {
  /** How many states are expanded: the first so many. */
  expanded = 0;
  /** By expanded state: how many states were discovered from it, or MANY. */
  readonly #children = new Growing((buffer) => new Uint8Array(buffer), 1 << 10);
  /** The numbers that a byte does not hold. */
  readonly #many = new Map<number, number>();
  /** By group: the number of the first state discovered from it. */
  readonly #firsts: number[] = [];
  #next = 1;

  get bytes(): number {
    return this.#children.data.byteLength + this.#firsts.length * 8;
  }

  /** Notes that the next state is expanded, and how many states were discovered from it. */
  finish(children: number): void {
    const state = this.expanded++;
    if (state % GROUP === 0) {
      this.#firsts.push(this.#next);
      this.#children.grow(nextLength(this.#children.data.length, state + GROUP));
    }
    this.#children.data[state] = children < MANY ? children : MANY;
    if (children >= MANY) this.#many.set(state, children);
    this.#next += children;
  }

  /** All that it knows: a byte for each expanded state, and the numbers that a byte does not hold, by state. */
  get kept(): { readonly children: Uint8Array; readonly many: readonly (readonly [number, number])[] } {
    return { children: this.#children.data.subarray(0, this.expanded), many: [...this.#many] };
  }

  /**
   * Knows what another knew.
   *
   * @param read fills in the bytes of so many expanded states.
   */
  restore(expanded: number, many: readonly (readonly [number, number])[], read: (into: Uint8Array) => void): void {
    const children = new Growing((buffer) => new Uint8Array(buffer), 1 << 10);
    children.grow(expanded);
    read(children.data.subarray(0, expanded));
    const counts = new Map(many);
    for (let state = 0; state < expanded; state++) {
      const count = children.data[state]!;
      this.finish(count === MANY ? (counts.get(state) ?? MANY) : count);
    }
  }

  /** How many states were discovered from an expanded state. */
  children(state: number): number {
    const count = this.#children.data[state]!;
    return count === MANY ? this.#many.get(state)! : count;
  }

  /** The state from which this one was discovered; `undefined` for the initial one. */
  parent(state: number): number | undefined {
    if (state === 0) return undefined;
    let [low, high] = [0, this.#firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#firsts[middle]! <= state) low = middle;
      else high = middle - 1;
    }
    let parent = low * GROUP;
    for (let next = this.#firsts[low]! + this.children(parent); next <= state; next += this.children(parent)) parent++;
    return parent;
  }
}

/** A length that makes growing rare, and little of it in vain. */
export const nextLength = (length: number, needed: number): number =>
  needed <= length ? length : Math.max(needed, Math.min(length * 2, length + (1 << 22)));
