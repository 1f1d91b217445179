/** Where a component stands in a packed state: `bits` bits from `shift` on, in one 32-bit word. */
export type Field = { readonly word: number; readonly shift: number; readonly bits: number };

/** How states are packed: a field for each component, none across two words. */
export type Layout = { readonly words: number; readonly fields: readonly Field[] };

/** How much room a search gives each component while it is small: states are few, and new values are many. */
export const EARLY_ROOM = 8;

/** How much room it gives when it is large. */
export const LATE_ROOM = 2;

/** How many bits hold the numbers below `count`. */
export const bitsFor = (count: number): number => (count <= 1 ? 0 : 32 - Math.clz32(count - 1));

/**
 * Places for components with so many values each: first fit, the widest first.
 *
 * @param room how many times as many values each component has room for: the more, the fewer times a search outgrows
 * its layout, and the more words a state may take.
 * @throws RangeError when one component has more values than 31 bits hold.
 */
export function layoutFor(counts: readonly number[], room: number): Layout {
  const widths = counts.map((count) => Math.max(1, bitsFor(count * room)));
  const order = widths.map((_, component) => component).sort((a, b) => widths[b]! - widths[a]! || a - b);
  const used: number[] = [];
  const fields: Field[] = [];
  for (const component of order) {
    const bits = widths[component]!;
    if (bits > 31) throw new RangeError(`component ${component} has ${counts[component]} values, too many for a word`);
    let word = used.findIndex((taken) => taken + bits <= 32);
    if (word === -1) word = used.push(0) - 1;
    fields[component] = { word, shift: used[word]!, bits };
    used[word]! += bits;
  }
  return { words: Math.max(1, used.length), fields };
}

/** Whether every component still fits its field. */
export const fits = ({ fields }: Layout, counts: readonly number[]): boolean =>
  counts.every((count, component) => bitsFor(count) <= fields[component]!.bits);

/** The bits of a field, from the right: all ones. */
export const maskOf = ({ bits }: Field): number => (1 << bits) - 1;

/** Writes a state's components into `words`, which is overwritten; `false` when one does not fit its field. */
export function pack({ fields }: Layout, components: ArrayLike<number>, words: Int32Array): boolean {
  let over = 0;
  words.fill(0);
  for (let component = 0; component < fields.length; component++) {
    const { word, shift, bits } = fields[component]!;
    over |= components[component]! >>> bits;
    words[word]! |= components[component]! << shift;
  }
  return over === 0;
}

/** Reads a state's components out of `words` from `offset` on. */
export function unpack({ fields }: Layout, words: Int32Array, offset: number, components: Int32Array): void {
  for (let component = 0; component < fields.length; component++) {
    const field = fields[component]!;
    components[component] = (words[offset + field.word]! >>> field.shift) & maskOf(field);
  }
}
