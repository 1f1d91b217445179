import fc from 'fast-check';
import { expect, test } from 'vitest';

import { runPatterns } from '../../src/reference/run-names.ts';

test('names that differ in one part are one pattern', () => {
  expect(runPatterns(['a/R/late', 'a/R/early', 'a/Q/late', 'a/Q/early', 'b/R/late', 'c'])).toEqual([
    { pattern: 'a/{R,Q}/{late,early}', runs: 4 },
    { pattern: 'b/R/late', runs: 1 },
    { pattern: 'c', runs: 1 },
  ]);
});

test('patterns stand for exactly the names given, each once', () => {
  const part = fc.constantFrom('x', 'y', 'z');
  const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const stands = runPatterns(names).flatMap(({ pattern }) => expanded(pattern));
      expect(stands.toSorted()).toEqual(names.toSorted());
    }),
  );
});

function expanded(pattern: string): string[] {
  return pattern
    .split('/')
    .map((part) => (part.startsWith('{') ? part.slice(1, -1).split(',') : [part]))
    .reduce<string[]>(
      (names, values) => names.flatMap((name) => values.map((value) => (name ? `${name}/${value}` : value))),
      [''],
    );
}
