/** What a cell holds that was never set. */
export const UNKNOWN = -1;

/** A table of small whole numbers that grows in both directions: cell (row, column) is `data[row * stride + column]`. */
export class IntTable {
  data: Int32Array = new Int32Array(64).fill(UNKNOWN);
  stride = 4;
  #rows = 16;

  /** Makes the cells below these bounds exist. Whoever keeps `data` and `stride` must read them anew. */
  grow(rows: number, columns: number): void {
    if (rows <= this.#rows && columns <= this.stride) return;
    const [height, width] = [power(rows, this.#rows), power(columns, this.stride)];
    const wider = new Int32Array(height * width).fill(UNKNOWN);
    for (let row = 0; row < this.#rows; row++) {
      wider.set(this.data.subarray(row * this.stride, (row + 1) * this.stride), row * width);
    }
    [this.data, this.stride, this.#rows] = [wider, width, height];
  }

  get bytes(): number {
    return this.data.byteLength;
  }
}

const power = (needed: number, least: number): number => {
  let size = least;
  while (size < needed) size *= 2;
  return size;
};
