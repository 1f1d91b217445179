import { Growing } from './growing.ts';

/** How full the index may be: fuller, and probing gets slow. */
const MAX_LOAD = 0.75;

/** Slots from which on the index grows by a half or a third instead of being doubled. */
const LARGE = 1 << 22;

/**
 * Where states stand in the index: an open-addressing table with linear probing.
 *
 * An entry is the state's number plus one in its low bits and the low bits of the state's hash above them. Its place
 * comes from the high bits of the hash: there are `factor << (29 - shift)` slots, `factor` from 4 to 7, so that the index
 * can grow by less than twice.
 */
export class StateIndex {
  readonly #slots = new Growing((buffer) => new Int32Array(buffer), 4 << 10);
  factor = 4;
  shift = 21;
  /** How many low bits of an entry hold the number. */
  numberBits = 10;

  /** The entries, then some more slots that stay empty. */
  get data(): Int32Array {
    return this.#slots.data;
  }

  get size(): number {
    return this.factor * 2 ** (29 - this.shift);
  }

  /** How many states it has room for. */
  get room(): number {
    return Math.floor(this.size * MAX_LOAD);
  }

  get bytes(): number {
    return this.#slots.data.byteLength;
  }

  /** Makes it empty, with room for so many states. */
  clear(states: number): void {
    while (this.room < states) {
      if (this.size < LARGE) this.shift--;
      else if (this.factor === 4) this.factor = 6;
      else [this.factor, this.shift] = [4, this.shift - 1];
    }
    this.numberBits = 32 - Math.clz32(this.room + 1);
    this.#slots.data.fill(0);
    this.#slots.grow(this.size);
  }
}
