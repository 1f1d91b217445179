/**
 * Signatures by number: each is a sorted set of keys, kept once.
 *
 * Found by hash and compared key by key, so that two signatures have one number only if they are the same.
 */
export class SignatureTable {
  #pool = new Float64Array(1 << 12);
  #used = 0;
  readonly #starts: number[] = [0];
  #slots = new Int32Array(1 << 10).fill(-1);
  readonly #hashes: number[] = [];

  /** The number of the signature that the first `count` keys are, in whatever order; sorts them. */
  intern(keys: Float64Array, count: number): number {
    const length = sortedSet(keys, count);
    const hash = hashOf(keys, length);
    let slot = hash & (this.#slots.length - 1);
    for (let found = this.#slots[slot]!; found !== -1; found = this.#slots[slot]!) {
      if (this.#hashes[found] === hash && this.#is(found, keys, length)) return found;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(keys, length, hash, slot);
  }

  /** Appends the keys of a signature to others, from `count` on; tells how many there are then. */
  append(signature: number, keys: Float64Array, count: number): number {
    const end = this.#starts[signature + 1]!;
    for (let place = this.#starts[signature]!; place < end; place++) keys[count++] = this.#pool[place]!;
    return count;
  }

  sizeOf(signature: number): number {
    return this.#starts[signature + 1]! - this.#starts[signature]!;
  }

  #is(signature: number, keys: Float64Array, length: number): boolean {
    if (this.sizeOf(signature) !== length) return false;
    const start = this.#starts[signature]!;
    for (let key = 0; key < length; key++) if (this.#pool[start + key] !== keys[key]) return false;
    return true;
  }

  #add(keys: Float64Array, length: number, hash: number, slot: number): number {
    if (this.#used + length > this.#pool.length) {
      const longer = new Float64Array(2 * (this.#used + length));
      longer.set(this.#pool);
      this.#pool = longer;
    }
    this.#pool.set(keys.subarray(0, length), this.#used);
    this.#used += length;
    this.#slots[slot] = this.#hashes.length;
    this.#hashes.push(hash);
    this.#starts.push(this.#used);
    if (2 * this.#hashes.length > this.#slots.length) this.#spread();
    return this.#hashes.length - 1;
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1);
    this.#hashes.forEach((hash, signature) => {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = signature;
    });
    this.#slots = slots;
  }
}

/** Sorts keys and leaves out those that come again. Returns how many are left. */
function sortedSet(keys: Float64Array, count: number): number {
  if (count > 24) keys.subarray(0, count).sort();
  else {
    for (let next = 1; next < count; next++) {
      const key = keys[next]!;
      let place = next;
      for (; place > 0 && keys[place - 1]! > key; place--) keys[place] = keys[place - 1]!;
      keys[place] = key;
    }
  }
  let length = 0;
  for (let next = 0; next < count; next++) {
    if (next === 0 || keys[next] !== keys[next - 1]) keys[length++] = keys[next]!;
  }
  return length;
}

function hashOf(keys: Float64Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let key = 0; key < length; key++) {
    const high = Math.floor(keys[key]! / 2 ** 32);
    hash = Math.imul(hash ^ (keys[key]! - high * 2 ** 32), 0x01000193);
    hash = Math.imul(hash ^ high ^ (hash >>> 15), 0x2c1b3c6d);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}
