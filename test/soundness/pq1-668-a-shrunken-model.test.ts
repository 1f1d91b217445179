/**
 * PQ1 #668: the constants of a TLC run were made smaller, 84,776 states became 8, and everything that looked at the
 * verdicts stayed green; so it did when a claim was taken out.
 */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { differences } from '../../src/cli/judge.ts';
import { type Expected, family, type Family } from '../../src/model/index.ts';
import { agreement, twoPhaseCommit } from '../toys/two-phase-commit.ts';

const stops = 'nobody stops while a manager is working';
const expected: Expected = { violated: [stops], outcomes: ['may stop anywhere'], states: 288, steps: 1145, depth: 10 };
const codes = (managers: number, families: readonly Family[]): readonly number[] =>
  differences(check(twoPhaseCommit(managers), { families }), expected).map(({ code }) => code);

test('three managers are as expected', () => {
  expect(codes(3, [agreement])).toEqual([]);
});

test('two managers have the same verdicts, and are a drift', () => {
  expect(codes(2, [agreement])).toContain(20);
});

test('a claim that is expected to be violated cannot be left out', () => {
  const others = agreement.claims.filter(({ name }) => name !== stops);
  expect(codes(3, [family('agreement', others)])).toEqual([10]);
});
