import { expect, test } from 'vitest';

import type { JudgedMutant } from '../../src/model/index.ts';
import { claimKills, explanationOf, scores, staleExplanations } from '../../src/mutate/index.ts';

const mutant = (id: string, rest: Pick<JudgedMutant, 'fate'> & Partial<JudgedMutant>): JudgedMutant => ({
  id,
  subject: id.split('/')[0]!,
  operator: 'guard forced',
  says: id,
  affects: 1,
  ...rest,
});
const mutants = [
  mutant('a/1', { fate: 'claims', by: ['P1', 'P2'] }),
  mutant('a/2', { fate: 'claims', by: ['P1'] }),
  mutant('a/3', { fate: 'counts' }),
  mutant('a/4', { fate: 'equivalent' }),
  mutant('b/1', { fate: 'stillborn' }),
];

test('the score is of mutants that are systems and not equivalent', () => {
  expect(scores(mutants).map(({ subject, score }) => [subject, score])).toEqual([
    ['a', 2 / 3],
    ['b', 1],
  ]);
});

test('a claim is told how many mutants it kills, and how many alone', () => {
  expect(claimKills(mutants, ['P3', 'P2', 'P1'])).toEqual([
    { claim: 'P1', kills: 2, alone: 1 },
    { claim: 'P2', kills: 1, alone: 0 },
    { claim: 'P3', kills: 0, alone: 0 },
  ]);
});

test('an explanation of mutants that are killed is stale', () => {
  const explained = [{ mutants: ['a/3', 'a/2', 'b/*'], reason: 'so it is' }];
  expect(explanationOf(mutants[2]!, explained)).toBe('so it is');
  expect(explanationOf(mutants[4]!, [{ mutants: ['a/*'], reason: 'no' }])).toBeUndefined();
  expect(staleExplanations(mutants, explained)).toEqual(['a/2', 'b/*']);
});
