import type { Layout } from './layout.ts';
import { hashSource } from './state-store.ts';

/** Names for the words of a state, one after the other. */
export const wordsOf = ({ words }: Layout, prefix = 'w'): string[] =>
  Array.from({ length: words }, (_, word) => `${prefix}${word}`);

/**
 * Adds the steps of a block in three passes: hashes, and what stands at their places; likely states; and then one step
 * after the other. In the first two nothing waits for anything, so the memory is asked for many places at once.
 */
export function addSource(layout: Layout): string {
  const words = wordsOf(layout);
  const columns = wordsOf(layout, 'column');
  const width = layout.words;
  const same = words.map((word, place) => `words[at + ${place}] === ${word}`).join(' && ');
  const load = words.map((word, place) => `${word} = ${columns[place]}[step]`).join(', ');
  return `function insert(hash, ${words.join(', ')}) {
  const tag = hash << numberBits;
  let place = Math.imul(hash >>> 3, factor) >>> shift;
  for (let entry = index[place]; entry !== 0; entry = index[place]) {
    if (((entry ^ tag) & ~low) === 0) {
      const at = ((entry & low) - 1) * ${width};
      if (${same}) return (entry & low) - 1;
    }
    if (++place === size) place = 0;
  }
  const added = store.count++, at = added * ${width};
  index[place] = tag | (added + 1);
  ${words.map((word, place) => `words[at + ${place}] = ${word};`).join(' ')}
  return added;
}
function hashAll(end) {
  const table = index, by = factor, away = shift;
  for (let step = 0; step < end; step++) {
    const ${load};
    ${hashSource(words)}
    hashes[step] = hash;
    entries[step] = table[Math.imul(hash >>> 3, by) >>> away];
  }
}
function findAll(end) {
  const table = index, by = factor, away = shift, slotCount = size, bits = numberBits, numbers = low, states = words;
  let seen = 0;
  for (let step = 0; step < end; step++) {
    const tag = hashes[step] << bits;
    let entry = entries[step];
    if (entry !== 0 && ((entry ^ tag) & ~numbers) !== 0) {
      let place = Math.imul(hashes[step] >>> 3, by) >>> away;
      do {
        if (++place === slotCount) place = 0;
        entry = table[place];
      } while (entry !== 0 && ((entry ^ tag) & ~numbers) !== 0);
      entries[step] = entry;
    }
    seen ^= states[(entry & numbers) * ${width}];
  }
  touched = seen;
}
function add(states, most) {
  const end = ends[states - 1];
  hashAll(end);
  findAll(end);
  return settle(states, most);
}
function settle(states, most) {
  const known = words, numbers = low;
  let step = 0;
  for (let number = 0; number < states; number++) {
    if (store.count > most) return number;
    for (const last = ends[number]; step < last; step++) {
      const ${load}, found = (entries[step] & numbers) - 1, at = found * ${width};
      if (found >= 0 && ${words.map((word, place) => `known[at + ${place}] === ${word}`).join(' && ')}) targets[step] = found;
      else targets[step] = insert(hashes[step], ${words.join(', ')});
    }
    counts[number] = store.count;
  }
  return states;
}`;
}
