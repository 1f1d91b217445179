/**
 * A typed array that grows in place once it is large: then it is the buffer of a WebAssembly memory, whose addresses are
 * reserved and whose pages come as they are needed. Copying to a longer array would need room for both.
 */
export class Growing<T extends Int32Array | Uint8Array> {
  /** Replaced by each growth; zeros where nothing was written. */
  data: T;
  readonly #make: (buffer: ArrayBuffer) => T;
  #memory: Memory | undefined;

  constructor(make: (buffer: ArrayBuffer) => T, bytes: number) {
    this.#make = make;
    this.data = make(new ArrayBuffer(bytes));
  }

  /**
   * Makes it so many elements long at least. What is there stays.
   *
   * @throws RangeError (array buffer allocation failed) when it would take more than 4 GiB, or there is no memory.
   */
  grow(length: number): void {
    const size = this.data.BYTES_PER_ELEMENT;
    if (length <= this.data.length) return;
    if (this.#memory === undefined && length * size <= SMALL) {
      this.#replace(new ArrayBuffer(2 ** Math.ceil(Math.log2(length * size))));
      return;
    }
    const pages = Math.ceil((length * size) / PAGE);
    if (pages > MOST_PAGES) throw new RangeError('array buffer allocation failed: more than 4 GiB of one kind');
    if (this.#memory === undefined) {
      this.#memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES });
      this.#replace(this.#memory.buffer);
      return;
    }
    this.#memory.grow(pages - this.#memory.buffer.byteLength / PAGE);
    this.data = this.#make(this.#memory.buffer);
  }

  #replace(buffer: ArrayBuffer): void {
    const longer = this.#make(buffer);
    longer.set(this.data);
    this.data = longer;
  }
}

/** Bytes up to which an array is copied when it grows. */
const SMALL = 1 << 22;

/** Bytes of a WebAssembly page, and how many pages a memory has at most. */
const PAGE = 1 << 16;
const MOST_PAGES = 1 << 16;

/** What is used of WebAssembly here; the types of Node do not name it. */
type Memory = { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;
};
