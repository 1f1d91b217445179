/** What a search that was stopped says of states that it has looked at, and not expanded: nothing. */
import { expect, test } from 'vitest';

import { metSoFar, type Met, type Position } from '../../src/check/position.ts';
import type { Unspecified } from '../../src/compose/index.ts';

const met = (state: number): Met<Unspecified> => ({ party: 0, message: 1, local: 2, state });
const position = (state: number, unspecified: readonly number[], full?: number): Position => ({
  state,
  first: 9,
  steps: 20,
  depth: 3,
  levelEnd: 9,
  unspecified: unspecified.map(met),
  full: full === undefined ? undefined : { slot: 0, move: 0, state: full },
});

test('receptions of expanded states alone are told', () => {
  expect(metSoFar(position(4, [-1, 3, 4, 5])).unspecified).toEqual([met(-1), met(3)]);
});

test.for([
  [3, true],
  [4, false],
  [5, false],
  [undefined, false],
] as const)('a queue that is full in state %s, when four are expanded: told %s', ([full, told]) => {
  expect(metSoFar(position(4, [], full)).full !== undefined).toBe(told);
});
