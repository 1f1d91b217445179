/** Packed states hold what was put in, whatever the widths, and are found again after repacking. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { StateStore, fits, layoutFor, pack } from '../../src/compose/index.ts';
import { hashOf, hashSource } from '../../src/compose/state-store.ts';

const counts = fc.array(fc.nat(70_000), { minLength: 1, maxLength: 12 });
const below = (limits: readonly number[]) => fc.tuple(...limits.map((limit) => fc.nat(Math.max(0, limit - 1))));

test('no field straddles a word or overlaps another, and each holds twice its count', () => {
  fc.assert(
    fc.property(counts, (limits) => {
      const layout = layoutFor(limits, 2);
      const used = Array.from({ length: layout.words }, () => new Set<number>());
      for (const [component, { word, shift, bits }] of layout.fields.entries()) {
        expect(2 ** bits).toBeGreaterThanOrEqual(2 * limits[component]!);
        for (let bit = shift; bit < shift + bits; bit++) {
          expect(bit).toBeLessThan(32);
          expect(used[word]!.has(bit)).toBe(false);
          used[word]!.add(bit);
        }
      }
      expect(fits(layout, limits)).toBe(true);
    }),
  );
});

test('a store gives back what was inserted, once each, and keeps the numbers when it is repacked', () => {
  const states = counts.chain((limits) =>
    fc.record({ limits: fc.constant(limits), rows: fc.array(below(limits), { minLength: 1, maxLength: 300 }) }),
  );
  fc.assert(
    fc.property(states, ({ limits, rows }) => {
      const store = new StateStore(layoutFor(limits, 2));
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
      store.repack(
        layoutFor(
          limits.map((limit) => limit * 3 + 1),
          1,
        ),
      );
      check();
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
