/** Two-phase commit against the numbers that others have published for it. */
import { getAdjacencyMap } from 'xstate/graph';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { isWhole } from '../whole.ts';
import { twoPhaseCommitAsOne } from './two-phase-commit-as-one.ts';
import { agreement, twoPhaseCommit } from './two-phase-commit.ts';

test.for([
  [3, { complete: true, states: 288, steps: 1_145, depth: 10 }],
  [4, { complete: true, states: 1_568, steps: 8_257, depth: 13 }],
  [5, { complete: true, states: 8_832, steps: 58_145, depth: 16 }],
  [6, { complete: true, states: 50_816, steps: 402_305, depth: 19 }],
  [7, { complete: true, states: 296_448, steps: 2_744_705, depth: 22 }],
  [8, { complete: true, states: 1_745_408, steps: 18_507_777, depth: 25 }],
] as const)('%i managers have the states and steps of the TLA+ text', ([managers, expected]) => {
  const { complete, states, steps, depth } = check(twoPhaseCommit(managers), { loops: managers < 6 });
  expect({ complete, states, steps, depth }).toEqual(expected);
});

test.runIf(isWhole)('so do 9, in less than a gigabyte, with XState asked some ten thousand times', () => {
  const { states, steps, depth, cost } = check(twoPhaseCommit(9), { loops: false });
  expect({ states, steps, depth }).toEqual({ states: 10_340_352, steps: 123_558_401, depth: 28 });
  expect(cost.bytes).toBeLessThan(1e9);
  expect(cost.xstateCalls).toBeLessThan(20_000);
});

describe('three managers', () => {
  const { verdicts } = check(twoPhaseCommit(3), { families: [agreement] });

  test('are consistent, and may stop before anybody decides', () => {
    const bad = verdicts.filter(({ verdict }) => verdict === 'violated' || verdict === 'not reached');
    expect(bad.map(({ claim, path }) => [claim, path?.steps.length])).toEqual([
      ['nobody stops while a manager is working', 0],
    ]);
  });

  test('commit first after 2N + 2 steps', () => {
    expect(verdicts.find(({ claim }) => claim === 'a manager commits')?.path?.steps.length).toBe(8);
  });
});

test('the system has the states of the one machine', () => {
  const { machine, events } = twoPhaseCommitAsOne(3);
  expect(Object.keys(getAdjacencyMap(machine, { events, limit: Infinity }))).toHaveLength(288);
});
