import type { Layout } from './layout.ts';
import { hashSource } from './state-store.ts';

/** Names for the words of a state, one after the other. */
export const wordsOf = ({ words }: Layout, prefix = 'w'): string[] =>
  Array.from({ length: words }, (_, word) => `${prefix}${word}`);

/** How many states that were met lately are remembered, in twos. */
const RECENT_BITS = 14;

/**
 * Adds the steps of a block in passes. The first hashes, and finds what was met lately, in this block too: most steps lead
 * there. What is left is looked for in the index, and then compared; only the last pass adds, one after the other. In
 * those before nothing waits for anything, so the memory is asked for many places at once.
 *
 * A place of what was met lately holds the words of a state and its number, or `~step` for what a step of this block is
 * the first to lead to.
 */
export function addSource(layout: Layout): string {
  const words = wordsOf(layout);
  const columns = wordsOf(layout, 'column');
  const width = layout.words;
  const stride = 2 ** Math.ceil(Math.log2(width + 1));
  const places = (stride << RECENT_BITS) - stride;
  const same = (at: string, array: string): string =>
    words.map((word, place) => `${array}[${at} + ${place}] === ${word}`).join(' && ');
  const load = words.map((word, place) => `${word} = ${columns[place]}[step]`).join(', ');
  const differs = words.map((word, place) => `(table[at + ${place}] ^ ${word})`).join(' | ');
  return `const recent = new Int32Array(${stride << RECENT_BITS}), missing = new Int32Array(slots.length + 1);
function forget() {
  for (let at = 0; at < recent.length; at += ${stride}) {
    ${words.map((_, place) => `recent[at + ${place}] = words[${place}];`).join(' ')} recent[at + ${width}] = 0;
  }
}
function hashAll(end) {
  const table = recent;
  let missed = 0;
  for (let step = 0; step < end; step++) {
    const ${load};
    ${hashSource(words)}
    const at = hash & ${places};
    const differs = ${differs};
    const miss = (differs | (0 - differs)) >> 31;
    const target = (~step & miss) | (table[at + ${width}] & ~miss);
    ${words.map((word, place) => `table[at + ${place}] = ${word};`).join(' ')} table[at + ${width}] = target;
    targets[step] = target;
    hashes[missed] = hash;
    missing[missed] = step;
    missed -= miss;
  }
  missing[missed] = end;
  return missed;
}
function askAll(missed) {
  const table = index, by = factor, away = shift;
  for (let miss = 0; miss < missed; miss++) entries[miss] = table[Math.imul(hashes[miss] >>> 3, by) >>> away];
}
function findAll(missed) {
  const table = index, by = factor, away = shift, slotCount = size, bits = numberBits, numbers = low, states = words;
  let seen = 0;
  for (let miss = 0; miss < missed; miss++) {
    const tag = hashes[miss] << bits;
    let entry = entries[miss];
    if (entry !== 0 && ((entry ^ tag) & ~numbers) !== 0) {
      let place = Math.imul(hashes[miss] >>> 3, by) >>> away;
      do {
        if (++place === slotCount) place = 0;
        entry = table[place];
      } while (entry !== 0 && ((entry ^ tag) & ~numbers) !== 0);
      entries[miss] = entry;
    }
    seen ^= states[(entry & numbers) * ${width}];
  }
  touched = seen;
}
function insert(hash, ${words.join(', ')}) {
  const tag = hash << numberBits;
  let place = Math.imul(hash >>> 3, factor) >>> shift;
  for (let entry = index[place]; entry !== 0; entry = index[place]) {
    if (((entry ^ tag) & ~low) === 0) {
      const at = ((entry & low) - 1) * ${width};
      if (${same('at', 'words')}) return (entry & low) - 1;
    }
    if (++place === size) place = 0;
  }
  const added = store.count++, at = added * ${width};
  index[place] = tag | (added + 1);
  ${words.map((word, place) => `words[at + ${place}] = ${word};`).join(' ')}
  return added;
}
function settle(states, most) {
  const known = words, numbers = low;
  let miss = 0, number = 0;
  for (; number < states && store.count <= most; number++) {
    for (const last = ends[number]; missing[miss] < last; miss++) {
      const step = missing[miss], ${load}, found = (entries[miss] & numbers) - 1, at = found * ${width};
      const target = found >= 0 && ${same('at', 'known')} ? found : insert(hashes[miss], ${words.join(', ')});
      targets[step] = target;
      const place = hashes[miss] & ${places};
      if (recent[place + ${width}] === ~step) recent[place + ${width}] = target;
    }
    counts[number] = store.count;
  }
  return number;
}
function add(states, most) {
  const end = ends[states - 1], missed = hashAll(end);
  askAll(missed);
  findAll(missed);
  const added = settle(states, most);
  if (added < states) forget();
  for (let step = 0; step < end; step++) {
    const target = targets[step];
    if (target < 0) targets[step] = targets[~target];
  }
  return added;
}`;
}
