/** Packed states hold what was put in, whatever the widths, and are found again after repacking. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Layout, StateStore, fits, pack, roomyLayout, tightLayout } from '../../src/compose/index.ts';
import { hashOf, hashSource } from '../../src/compose/state-store.ts';

const counts = fc.array(fc.nat(70_000), { minLength: 1, maxLength: 12 });
const below = (limits: readonly number[]) => fc.tuple(...limits.map((limit) => fc.nat(Math.max(0, limit - 1))));

function expectPlaces({ words, fields }: Layout): void {
  const used = Array.from({ length: words }, () => new Set<number>());
  for (const { word, shift, bits } of fields) {
    for (let bit = shift; bit < shift + bits; bit++) {
      expect(bit).toBeLessThan(32);
      expect(used[word]!.has(bit)).toBe(false);
      used[word]!.add(bit);
    }
  }
}

test('no field straddles a word or overlaps another, and each holds its values, or eight times as many', () => {
  fc.assert(
    fc.property(counts, (limits) => {
      const [roomy, tight] = [roomyLayout(limits), tightLayout(limits)];
      for (const layout of [roomy, tight]) expectPlaces(layout);
      expect(
        fits(
          roomy,
          limits.map((limit) => 8 * limit),
        ),
      ).toBe(true);
      expect(fits(tight, limits)).toBe(true);
      expect(tight.words).toBeLessThanOrEqual(roomy.words);
    }),
  );
});

test('a store gives back what was inserted, once each, and keeps the numbers when it is repacked', () => {
  const states = counts.chain((limits) =>
    fc.record({ limits: fc.constant(limits), rows: fc.array(below(limits), { minLength: 1, maxLength: 300 }) }),
  );
  fc.assert(
    fc.property(states, ({ limits, rows }) => {
      const store = new StateStore(tightLayout(limits));
      store.makeRoom(rows.length);
      const insert = (row: readonly number[]): number => {
        const words = new Int32Array(store.layout.words);
        pack(store.layout, row, words);
        return store.insert(words);
      };
      const numbers = rows.map(insert);
      const known = new Map(rows.map((row, index) => [row.join(), numbers[index]]));
      expect(store.count).toBe(known.size);
      const check = (): void => {
        const components = new Int32Array(limits.length);
        for (const [row, number] of known) {
          store.read(number!, components);
          expect(components.join()).toBe(row);
        }
        expect(rows.map(insert)).toEqual(numbers);
      };
      check();
      for (const layout of [
        roomyLayout(limits),
        tightLayout(limits.map((limit) => limit * 3 + 1)),
        tightLayout(limits),
      ]) {
        store.repack(layout);
        check();
      }
    }),
    { numRuns: 50 },
  );
});

test('generated code hashes as the store does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 6 }), (words) => {
      const names = words.map((_, index) => `w${index}`);
      const generated = new Function(...names, `${hashSource(names)} return hash;`) as (...given: number[]) => number;
      expect(generated(...words)).toBe(hashOf(Int32Array.from(words), 0, words.length));
    }),
  );
});
