/** Where a component stands in a packed state: `bits` bits from `shift` on, in one 32-bit word. */
export type Field = { readonly word: number; readonly shift: number; readonly bits: number };

/** How states are packed: a field for each component, none across two words. */
export type Layout = { readonly words: number; readonly fields: readonly Field[] };

/** How many bits hold the numbers below `count`. */
export const bitsFor = (count: number): number => (count <= 1 ? 0 : 32 - Math.clz32(count - 1));

/**
 * Places for components with so many values each: first fit, the widest first.
 *
 * Each gets room for twice as many values as it has, so that a search seldom outgrows its layout.
 *
 * @throws RangeError when one component has more than 2^31 values.
 */
export function layoutFor(counts: readonly number[]): Layout {
  const widths = counts.map((count) => Math.max(1, bitsFor(count * 2)));
  const order = widths.map((_, component) => component).sort((a, b) => widths[b]! - widths[a]! || a - b);
  const used: number[] = [];
  const fields: Field[] = [];
  for (const component of order) {
    const bits = widths[component]!;
    if (bits > 32) throw new RangeError(`component ${component} has ${counts[component]} values, too many for a word`);
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
export const maskOf = ({ bits }: Field): number => (bits === 32 ? -1 : (1 << bits) - 1);

/** Writes a state's components into `words`, which is overwritten. */
export function pack({ fields }: Layout, components: ArrayLike<number>, words: Int32Array): void {
  words.fill(0);
  for (let component = 0; component < fields.length; component++) {
    const { word, shift } = fields[component]!;
    words[word]! |= components[component]! << shift;
  }
}

/** Reads a state's components out of `words` from `offset` on. */
export function unpack({ fields }: Layout, words: Int32Array, offset: number, components: Int32Array): void {
  for (let component = 0; component < fields.length; component++) {
    const field = fields[component]!;
    components[component] = (words[offset + field.word]! >>> field.shift) & maskOf(field);
  }
}
