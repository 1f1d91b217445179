/** What was known of claims goes to the same claims, and to no others. */
import { expect, test } from 'vitest';

import { CheckpointMismatch } from '../../src/check/checkpoint.ts';
import { keptClaims, restoreClaims } from '../../src/check/kept-claims.ts';

const [first, second, third] = [{ name: 'first' }, { name: 'second' }, { name: 'third' }];
const kept = keptClaims([first, second], (claim) => (claim === second ? 0 : undefined));

test('those that are open are kept as null, and not decided again', () => {
  expect(kept).toEqual([
    ['first', null],
    ['second', 0],
  ]);
  const decided: unknown[] = [];
  restoreClaims(kept, [first, second], (...known) => decided.push(known));
  expect(decided).toEqual([[second, 0]]);
});

test.for([
  ['fewer', [first]],
  ['more', [first, second, third]],
  ['others', [first, third]],
  ['another order', [second, first]],
] as const)('%s are refused', ([, claims]) => {
  expect(() => restoreClaims(kept, claims, () => {})).toThrow(CheckpointMismatch);
});
