import fc from 'fast-check';
import { expect, test } from 'vitest';

import { combined, decisionTable, repairs } from '../../src/frontier/index.ts';

const axes = [
  { name: 'ncp', values: ['R', 'Q', 'D'] },
  { name: 'timing', values: ['late', 'early'] },
  { name: 'order', values: ['conc', 'PW', 'AW'] },
];
const all = combined(axes).map((point) => JSON.stringify(point));
const sets = fc.subarray(all).map((points) => new Set(points));

test('rows cover every safe combination and no other', () => {
  fc.assert(
    fc.property(sets, (safe) => {
      const rows = decisionTable(axes, (point) => safe.has(JSON.stringify(point)));
      const covered = rows.flatMap((row) =>
        combined(axes.map(({ name }) => ({ name, values: row[name]! }))).map((point) => JSON.stringify(point)),
      );
      expect(new Set(covered)).toEqual(safe);
      expect(rows.length).toBeLessThanOrEqual(safe.size);
    }),
  );
});

test('where everything is safe there is one row', () => {
  expect(decisionTable(axes, () => true)).toEqual([Object.fromEntries(axes.map(({ name, values }) => [name, values]))]);
  expect(decisionTable(axes, () => false)).toEqual([]);
});

test('repairs are the nearest safe combinations, all of them', () => {
  fc.assert(
    fc.property(sets, fc.constantFrom(...all), (safe, from) => {
      const start = JSON.parse(from) as Record<string, string>;
      const found = repairs(axes, start, (point) => safe.has(JSON.stringify(point)));
      const changes = [...safe].map((text) => {
        const point = JSON.parse(text) as Record<string, string>;
        return axes.filter(({ name }) => point[name] !== start[name]).length;
      });
      const least = Math.min(...changes);
      expect(found).toHaveLength(changes.filter((many) => many === least).length);
      for (const repair of found) expect(safe.has(JSON.stringify({ ...start, ...repair }))).toBe(true);
    }),
  );
});
