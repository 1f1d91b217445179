/** Where a component stands in a packed state: `bits` bits from `shift` on, in one 32-bit word; no bits for one value. */
export type Field = { readonly word: number; readonly shift: number; readonly bits: number };

/** How states are packed: a field for each component, none across two words. */
export type Layout = { readonly words: number; readonly fields: readonly Field[] };

/** How many bits hold the numbers below `count`. */
export const bitsFor = (count: number): number => (count <= 1 ? 0 : 32 - Math.clz32(count - 1));

/** A component has so many values at most: its field stands in one word, and its sign must not matter. */
const WIDEST = 31;

/**
 * Places for components with so many values each: first fit, the widest first.
 *
 * @throws RangeError when one component has more values than 31 bits hold.
 */
function placed(widths: readonly number[]): Layout {
  const order = widths.map((_, component) => component).sort((a, b) => widths[b]! - widths[a]! || a - b);
  const used: number[] = [];
  const fields: Field[] = [];
  for (const component of order) {
    const bits = widths[component]!;
    if (bits > WIDEST) throw new RangeError(`component ${component} has too many values for a word`);
    let word = used.findIndex((taken) => taken + bits <= 32);
    if (word === -1) word = used.push(0) - 1;
    fields[component] = { word, shift: Math.min(used[word]!, WIDEST), bits };
    used[word]! += bits;
  }
  return { words: Math.max(1, used.length), fields };
}

/**
 * A layout for a search that is small: states are few and new values many, so every component has room for eight times
 * the values that it has, and is seldom outgrown.
 *
 * @throws RangeError when one component has more values than 31 bits hold.
 */
export const roomyLayout = (counts: readonly number[]): Layout => placed(counts.map((count) => bitsFor(count * 8)));

/**
 * A layout for a search that is large: as few words as the values need that there are. What is left of these words goes
 * to the components in turn, those with the most values first: they grow most.
 *
 * @throws RangeError when one component has more values than 31 bits hold.
 */
export function tightLayout(counts: readonly number[]): Layout {
  const widths = counts.map(bitsFor);
  let layout = placed(widths);
  const likely = widths.map((_, component) => component).sort((a, b) => counts[b]! - counts[a]! || a - b);
  for (let round = 0; round < 2; round++) {
    for (const component of likely) {
      if (widths[component]! === WIDEST) continue;
      widths[component]!++;
      const wider = placed(widths);
      if (wider.words > layout.words) widths[component]!--;
      else layout = wider;
    }
  }
  return layout;
}

/** Whether every component still fits its field. */
export const fits = ({ fields }: Layout, counts: readonly number[]): boolean =>
  counts.every((count, component) => bitsFor(count) <= fields[component]!.bits);

/** The bits of a field, from the right: all ones. */
export const maskOf = ({ bits }: Field): number => (1 << bits) - 1;

/** Writes a state's components into `words` from `offset` on; `false` when one does not fit its field. */
export function pack(
  { words: width, fields }: Layout,
  components: ArrayLike<number>,
  words: Int32Array,
  offset = 0,
): boolean {
  let over = 0;
  words.fill(0, offset, offset + width);
  for (let component = 0; component < fields.length; component++) {
    const { word, shift, bits } = fields[component]!;
    over |= components[component]! >>> bits;
    words[offset + word]! |= components[component]! << shift;
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

/** Packs states anew, in place: the same components in other fields. There must be room for both layouts. */
export function repackAll(words: Int32Array, count: number, before: Layout, after: Layout): void {
  const shares = before.fields.flatMap((from, component) =>
    from.bits > 0 ? [{ from, to: after.fields[component]! }] : [],
  );
  shares.sort((a, b) => a.to.word - b.to.word);
  const column = (of: (share: { readonly from: Field; readonly to: Field }) => number) => Int32Array.from(shares, of);
  const froms = column(({ from }) => from.word);
  const lefts = column(({ from }) => from.shift);
  const masks = column(({ from }) => maskOf(from));
  const rights = column(({ to }) => to.shift);
  const ends = Int32Array.from({ length: after.words }, (_, word) => shares.filter(({ to }) => to.word <= word).length);
  const packed = new Int32Array(after.words);
  const [first, step] = after.words <= before.words ? [0, 1] : [count - 1, -1];
  for (let done = 0, state = first; done < count; done++, state += step) {
    const from = state * before.words;
    for (let word = 0, share = 0; word < ends.length; word++) {
      let value = 0;
      for (const end = ends[word]!; share < end; share++) {
        value |= ((words[from + froms[share]!]! >>> lefts[share]!) & masks[share]!) << rights[share]!;
      }
      packed[word] = value;
    }
    const to = state * after.words;
    for (let word = 0; word < packed.length; word++) words[to + word] = packed[word]!;
  }
}
