/** 32 bits that look as if they had nothing to do with the number. */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** The seed of one of many walks. */
export const seedOf = (seed: number, walk: number): number => mixed(mixed(seed) + walk);

/**
 * Numbers that look like chance, and are the same for the same seed.
 *
 * Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014), with 32 bits; the two factors are
 * those that C. Wellons found to spread 32 bits best (hash-prospector).
 */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, not including, 1. */
  share(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mixed(this.#state) / 2 ** 32;
  }
}
