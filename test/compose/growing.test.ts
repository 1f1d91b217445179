/** What grows keeps what it holds; small arrays are copied, large ones stay where they are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Discovery, nextLength } from '../../src/compose/discovery.ts';
import { Growing } from '../../src/compose/growing.ts';
import { IntTable, UNKNOWN } from '../../src/compose/int-table.ts';
import { StateIndex } from '../../src/compose/state-index.ts';

const ints = (bytes: number): Growing<Int32Array> => new Growing((buffer) => new Int32Array(buffer), bytes);
const MiB = 1 << 20;

test('a small array is copied to one with a power of two bytes, and zeros follow', () => {
  const array = ints(16);
  array.data.set([1, 2, 3, 4]);
  const before = array.data;
  array.grow(4);
  expect(array.data).toBe(before);
  array.grow(5);
  expect([...array.data]).toEqual([1, 2, 3, 4, 0, 0, 0, 0]);
  array.grow(9);
  expect(array.data).toHaveLength(16);
  expect(before).toHaveLength(4);
});

test('up to 4 MiB it is copied; beyond, it grows in place, and what was kept of it before is void', () => {
  const array = ints(16);
  array.data[3] = 7;
  array.grow(MiB);
  const small = array.data;
  array.grow(MiB + 1);
  expect([small.length, small[3]]).toEqual([MiB, 7]);
  const large = array.data;
  expect(large.length).toBeGreaterThan(MiB);
  large[MiB] = 8;
  array.grow(2 * MiB + 1);
  expect(large).toHaveLength(0);
  expect([array.data[3], array.data[MiB], array.data[2 * MiB]]).toEqual([7, 8, 0]);
  expect(array.data.byteLength).toBe(8 * MiB + (1 << 16));
});

test('more than 4 GiB of one kind are refused in the words of an allocation that fails', () => {
  expect(() => ints(16).grow(2 ** 30 + 1)).toThrow(/^array buffer allocation failed/);
});

test('an index grows from a thousand slots by doubling, from 16 million on by a half and a third', () => {
  const index = new StateIndex();
  const sizes = [0, 768, 769, 12_582_912, 12_582_913, 18_874_368, 18_874_369, 100_663_296, 100_663_297, 150_994_945];
  expect(sizes.map((states) => index.bytesFor(states) / 1024)).toEqual(
    [4, 4, 8, 64, 96, 96, 128, 512, 768, 1024].map((size, place) => (place < 3 ? size : size * 1024)),
  );
  index.clear(5000);
  expect([index.factor, index.shift, index.size, index.room, index.numberBits]).toEqual([4, 18, 8192, 6144, 13]);
  expect([index.bytes, index.bytesFor(1), index.data.length]).toEqual([32_768, 32_768, 8192]);
});

test('a table of numbers keeps its cells when it grows, and the others are unknown', () => {
  const numbers = fc.nat(40);
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, numbers, fc.nat())), (cells) => {
      const table = new IntTable();
      const known = new Map<string, number>();
      for (const [row, column, value] of cells) {
        table.grow(row + 1, column + 1);
        table.data[row * table.stride + column] = value;
        known.set(`${row} ${column}`, value);
      }
      table.grow(41, 41);
      const places = Array.from({ length: 41 * 41 }, (_, place) => [Math.floor(place / 41), place % 41] as const);
      expect(places.map(([row, column]) => table.data[row * table.stride + column])).toEqual(
        places.map(([row, column]) => known.get(`${row} ${column}`) ?? UNKNOWN),
      );
      expect(table.bytes).toBe(4 * table.data.length);
    }),
    { numRuns: 40 },
  );
});

test('a table that has the rows and columns is left alone, and else grows to powers of two', () => {
  const table = new IntTable();
  const { data } = table;
  table.grow(16, 4);
  expect(table.data).toBe(data);
  table.grow(17, 5);
  expect([table.stride, table.data.length]).toEqual([8, 32 * 8]);
});

/** States in order of discovery, each with what it was discovered from. */
const parentsOf = (children: readonly number[]): readonly (number | undefined)[] => [
  undefined,
  ...children.flatMap((count, parent) => Array.from({ length: count }, () => parent)),
];
const families = fc.array(fc.oneof({ arbitrary: fc.nat(3), weight: 8 }, fc.constantFrom(0, 254, 255, 256, 300, 511)), {
  minLength: 1,
  maxLength: 600,
  size: 'max',
});

test('from which state each was discovered, also where a byte does not hold how many', () => {
  fc.assert(
    fc.property(families, (children) => {
      const found = new Discovery();
      for (const count of children) found.finish(count);
      const again = new Discovery();
      const { children: bytes, many } = found.kept;
      expect(bytes).toHaveLength(children.length);
      again.restore(children.length, many, (into) => into.set(bytes));
      for (const discovery of [found, again]) {
        expect(discovery.expanded).toBe(children.length);
        expect(children.map((_, state) => discovery.children(state))).toEqual(children);
        const parents = parentsOf(children);
        const looked = [...parents.keys()].filter((state) => state < 50 || state % 7 === 0);
        expect(looked.map((state) => discovery.parent(state))).toEqual(looked.map((state) => parents[state]));
      }
      expect(again.kept.many).toEqual(children.flatMap((count, state) => (count < 255 ? [] : [[state, count]])));
    }),
    { numRuns: 30 },
  );
});

test('it takes a byte for each expanded state, and one number for each 256', () => {
  const found = new Discovery();
  for (let state = 0; state < 5000; state++) found.finish(1);
  expect(found.bytes).toBe(8192 + Math.ceil(5000 / 256) * 8);
});

test('lengths are doubled up to 4 million more', () => {
  expect([
    nextLength(8, 8),
    nextLength(8, 9),
    nextLength(8, 20),
    nextLength(1 << 22, (1 << 22) + 1),
    nextLength(1 << 23, (1 << 23) + 1),
  ]).toEqual([8, 16, 20, 1 << 23, (1 << 23) + (1 << 22)]);
});
