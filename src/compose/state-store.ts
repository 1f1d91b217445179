import { Discovery, nextLength } from './discovery.ts';
import { Growing } from './growing.ts';
import { type Layout, repackAll, unpack } from './layout.ts';
import { StateIndex } from './state-index.ts';

/** States that are hashed together when the index is made anew. */
const BLOCK = 512;

/**
 * Packed states by number, in order of discovery, and an index that finds the number of a state.
 *
 * Entries of the index that look alike are compared word by word with the store, so no two states are ever taken for
 * one. The store is the queue of the breadth-first search as well.
 */
export class StateStore {
  layout: Layout;
  count = 0;
  readonly index = new StateIndex();
  readonly discovery = new Discovery();
  /** How many states there is room for. */
  room = 0;
  readonly #states = new Growing((buffer) => new Int32Array(buffer), 4 << 10);

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Packed states: state `s` begins at `s * layout.words`. Replaced when it grows. */
  get words(): Int32Array {
    return this.#states.data;
  }

  /** How many states are expanded: the first so many. */
  get expanded(): number {
    return this.discovery.expanded;
  }

  /** Memory taken by states, index and parents, in bytes. */
  get bytes(): number {
    return this.words.byteLength + this.index.bytes + this.discovery.bytes;
  }

  /** How many bytes it takes with room for so many more states. */
  bytesWith(more: number): number {
    const needed = this.count + more;
    const words = nextLength(this.words.length, needed * this.layout.words) * Int32Array.BYTES_PER_ELEMENT;
    return words + this.index.bytesFor(needed) + this.discovery.bytes;
  }

  /** Makes room for so many more states. Whoever keeps `words` or the index must read them anew. */
  makeRoom(more: number): void {
    const needed = this.count + more;
    const width = this.layout.words;
    this.#states.grow(nextLength(this.words.length, needed * width));
    if (this.index.room < needed) {
      this.index.clear(needed);
      this.#fillIndex();
    }
    this.room = Math.min(Math.floor(this.words.length / width), this.index.room);
  }

  /** The number of a packed state, which is added when new. There must be room. */
  insert(state: Int32Array): number {
    const width = this.layout.words;
    const { data, size, factor, shift, numberBits } = this.index;
    const low = 2 ** numberBits - 1;
    const hash = hashOf(state, 0, width);
    const tag = hash << numberBits;
    let place = Math.imul(hash >>> 3, factor) >>> shift;
    for (let entry = data[place]!; entry !== 0; entry = data[place]!) {
      if (((entry ^ tag) & ~low) === 0) {
        const number = (entry & low) - 1;
        const offset = number * width;
        let word = 0;
        while (word < width && this.words[offset + word] === state[word]) word++;
        if (word === width) return number;
      }
      if (++place === size) place = 0;
    }
    const number = this.count++;
    data[place] = tag | (number + 1);
    this.words.set(state, number * width);
    return number;
  }

  /** Reads the components of a state. */
  read(state: number, components: Int32Array): void {
    unpack(this.layout, this.words, state * this.layout.words, components);
  }

  /** Notes that the next state is expanded, and how many states were discovered from it. */
  finish(children: number): void {
    this.discovery.finish(children);
  }

  /** The state from which this one was discovered; `undefined` for the initial one. */
  parent(state: number): number | undefined {
    return this.discovery.parent(state);
  }

  /**
   * Holds so many states of a layout, which `read` fills in: their words, as bytes. Those that were expanded are known
   * by `discovery`.
   */
  restore(count: number, layout: Layout, read: (into: Uint8Array) => void): void {
    this.layout = layout;
    this.count = count;
    this.#states.grow(count * layout.words);
    const { buffer, byteOffset } = this.words;
    read(new Uint8Array(buffer, byteOffset, count * layout.words * Int32Array.BYTES_PER_ELEMENT));
    this.index.clear(count);
    this.#fillIndex();
  }

  /** Packs every state anew, in place: same numbers, other fields. */
  repack(layout: Layout): void {
    this.#states.grow(Math.max(this.room, this.count) * layout.words);
    repackAll(this.words, this.count, this.layout, layout);
    this.layout = layout;
    this.room = Math.min(Math.floor(this.words.length / layout.words), this.index.room);
    this.index.clear(this.count);
    this.#fillIndex();
  }

  #fillIndex(): void {
    fillIndex(this.index, this.words, this.count, this.layout.words);
  }
}

/** Puts states into an empty index, in blocks: looking where all of a block belong lets the memory answer at once. */
function fillIndex(
  { data, size, factor, shift, numberBits }: StateIndex,
  words: Int32Array,
  count: number,
  width: number,
): void {
  const hashes = new Int32Array(BLOCK);
  const seen = new Int32Array(BLOCK);
  for (let from = 0; from < count; from += BLOCK) {
    const end = Math.min(BLOCK, count - from);
    for (let state = 0; state < end; state++) hashes[state] = hashOf(words, (from + state) * width, width);
    for (let state = 0; state < end; state++) seen[state] = data[Math.imul(hashes[state]! >>> 3, factor) >>> shift]!;
    for (let state = 0; state < end; state++) {
      const hash = hashes[state]!;
      let place = Math.imul(hash >>> 3, factor) >>> shift;
      while (data[place] !== 0) if (++place === size) place = 0;
      data[place] = (hash << numberBits) | (from + state + 1);
    }
  }
}

/** The hash of a packed state; generated code computes the same from `hashSource`. */
export function hashOf(words: Int32Array, offset: number, width: number): number {
  let hash = 0x2545f491;
  for (let word = 0; word < width; word++) {
    hash = Math.imul(hash ^ words[offset + word]!, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Source of the same hash over variables. */
export function hashSource(words: readonly string[]): string {
  const rounds = words.map((word) => `hash = Math.imul(hash ^ ${word}, ${0x85ebca6b}); hash ^= hash >>> 15;`);
  return `let hash = ${0x2545f491}; ${rounds.join(' ')} hash = Math.imul(hash, ${0xc2b2ae35}); hash ^= hash >>> 16;`;
}
