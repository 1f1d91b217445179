import { type Layout, pack, unpack } from './layout.ts';

/** States in one chunk: 2 to this power. */
export const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/** States that the first chunk has room for at first. */
const FIRST = 1 << 10;

/** How full the index may be: fuller, and probing gets slow. */
const MAX_LOAD = 0.62;

/**
 * Packed states by number, in order of discovery, and an index that finds the number of a state.
 *
 * The index is open addressing with linear probing. An entry is the state's number plus one in its low bits and the
 * upper bits of the state's hash above them; equal entries are compared word by word with the store, so no two states
 * are ever taken for one. The store is the queue of the breadth-first search as well.
 */
export class StateStore {
  layout: Layout;
  count = 0;
  /** Packed states: state `s` is at `(s % CHUNK) * layout.words` of chunk `s / CHUNK`. The first chunk grows. */
  chunks: Int32Array[] = [];
  index: Int32Array = new Int32Array(1 << 10);
  /** By expanded state: the number of the first state discovered from it; in chunks too. */
  readonly firstChild: Int32Array[] = [];
  /** How many states there is room for. */
  room = 0;
  /** How many states are expanded: the first so many. */
  expanded = 0;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** Memory taken by states, index and parents, in bytes. */
  get bytes(): number {
    const arrays = [...this.chunks, ...this.firstChild, this.index];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Makes room for so many more states. Whoever keeps `chunks` or `index` must read them anew. */
  makeRoom(more: number): void {
    const needed = this.count + more;
    let capacity = this.#capacity();
    if (capacity < CHUNK && capacity < needed) {
      const states = Math.min(CHUNK, Math.max(FIRST, 2 ** Math.ceil(Math.log2(needed))));
      this.chunks[0] = longer(this.chunks[0], states * this.layout.words);
      this.firstChild[0] = longer(this.firstChild[0], states);
      capacity = states;
    }
    for (; capacity < needed; capacity += CHUNK) {
      this.chunks.push(new Int32Array(CHUNK * this.layout.words));
      this.firstChild.push(new Int32Array(CHUNK));
    }
    let size = this.index.length;
    while (size * MAX_LOAD < needed) size *= 2;
    if (size !== this.index.length) this.#rebuildIndex(size);
    this.room = Math.min(capacity, Math.floor(this.index.length * MAX_LOAD));
  }

  /** The number of a packed state, which is added when new. There must be room. */
  insert(words: Int32Array): number {
    const mask = this.index.length - 1;
    const width = this.layout.words;
    const hash = hashOf(words, 0, width);
    let place = hash & mask;
    for (let entry = this.index[place]!; entry !== 0; entry = this.index[place]!) {
      if (((entry ^ hash) & ~mask) === 0) {
        const state = (entry & mask) - 1;
        const chunk = this.chunks[state >>> CHUNK_BITS]!;
        const offset = (state & (CHUNK - 1)) * width;
        let word = 0;
        while (word < width && chunk[offset + word] === words[word]) word++;
        if (word === width) return state;
      }
      place = (place + 1) & mask;
    }
    const state = this.count++;
    this.index[place] = (hash & ~mask) | (state + 1);
    this.chunks[state >>> CHUNK_BITS]!.set(words, (state & (CHUNK - 1)) * width);
    return state;
  }

  /** Reads the components of a state. */
  read(state: number, components: Int32Array): void {
    unpack(this.layout, this.chunkOf(state), this.offsetOf(state), components);
  }

  /** The words among which a state stands. */
  chunkOf(state: number): Int32Array {
    return this.chunks[state >>> CHUNK_BITS]!;
  }

  /** Where it stands among them. */
  offsetOf(state: number): number {
    return (state & (CHUNK - 1)) * this.layout.words;
  }

  /** Notes that the next state is expanded, and which number its first new successor got (or would have got). */
  finish(firstChild: number): void {
    const state = this.expanded++;
    this.firstChild[state >>> CHUNK_BITS]![state & (CHUNK - 1)] = firstChild;
  }

  /** The state from which this one was discovered; `undefined` for the initial one. */
  parent(state: number): number | undefined {
    if (state === 0) return undefined;
    let [low, high] = [0, this.expanded - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.firstChild[middle >>> CHUNK_BITS]![middle & (CHUNK - 1)]! <= state) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Packs every state anew: same numbers, other fields. */
  repack(layout: Layout): void {
    const components = new Int32Array(layout.fields.length);
    const words = new Int32Array(layout.words);
    const before = this.layout;
    for (const [number, chunk] of this.chunks.entries()) {
      const packed = new Int32Array((chunk.length / before.words) * layout.words);
      const filled = Math.min(CHUNK, this.count - number * CHUNK);
      for (let state = 0; state < filled; state++) {
        unpack(before, chunk, state * before.words, components);
        pack(layout, components, words);
        packed.set(words, state * layout.words);
      }
      this.chunks[number] = packed;
    }
    this.layout = layout;
    this.#rebuildIndex(this.index.length);
  }

  #capacity(): number {
    if (this.chunks.length > 1) return this.chunks.length * CHUNK;
    return (this.chunks[0]?.length ?? 0) / this.layout.words;
  }

  #rebuildIndex(size: number): void {
    this.index = new Int32Array(0);
    const index = new Int32Array(size);
    const mask = size - 1;
    const width = this.layout.words;
    for (let state = 0; state < this.count; state++) {
      const hash = hashOf(this.chunks[state >>> CHUNK_BITS]!, (state & (CHUNK - 1)) * width, width);
      let place = hash & mask;
      while (index[place] !== 0) place = (place + 1) & mask;
      index[place] = (hash & ~mask) | (state + 1);
    }
    this.index = index;
  }
}

function longer(array: Int32Array | undefined, length: number): Int32Array {
  const wider = new Int32Array(length);
  if (array !== undefined) wider.set(array);
  return wider;
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
