import { Growing } from './growing.ts';

/** How full the index may be: fuller, and probing gets slow. */
const MAX_LOAD = 0.75;

/** Slots from which on the index grows by a half or a third instead of being doubled. */
const LARGE = 1 << 24;

const slotsOf = ([factor, shift]: readonly [number, number]): number => factor * 2 ** (29 - shift);

const roomIn = (size: readonly [number, number]): number => Math.floor(slotsOf(size) * MAX_LOAD);

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
    return slotsOf([this.factor, this.shift]);
  }

  /** How many states it has room for. */
  get room(): number {
    return roomIn([this.factor, this.shift]);
  }

  get bytes(): number {
    return this.#slots.data.byteLength;
  }

  /** How many bytes it takes with room for so many states. */
  bytesFor(states: number): number {
    return Math.max(this.bytes, slotsOf(this.#sizeFor(states)) * Int32Array.BYTES_PER_ELEMENT);
  }

  /** The next size with room for so many states: factor and shift. */
  #sizeFor(states: number): readonly [number, number] {
    let size: readonly [number, number] = [this.factor, this.shift];
    while (roomIn(size) < states) {
      const [factor, shift] = size;
      if (slotsOf(size) < LARGE) size = [factor, shift - 1];
      else size = factor === 4 ? [6, shift] : [4, shift - 1];
    }
    return size;
  }

  /** Makes it empty, with room for so many states. */
  clear(states: number): void {
    [this.factor, this.shift] = this.#sizeFor(states);
    this.numberBits = 32 - Math.clz32(this.room + 1);
    this.#slots.data.fill(0);
    this.#slots.grow(this.size);
  }
}
