/**
 * Stateright: a discovery made later overwrites the shorter one made before; for two-phase commit its breadth-first
 * search gave a path of 22 steps to a state that 7 steps lead to.
 */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { family, reaches } from '../../src/model/index.ts';
import { twoPhaseCommit } from '../toys/two-phase-commit.ts';
import { judged, said } from './walker.ts';

const all = (managers: number, state: string) =>
  reaches(`all ${state}`, {
    cites: [],
    when: ({ party }) =>
      Array.from({ length: managers }, (_, n) => party[`manager${n}`]!).every((m) => m.matches(state)),
  });
const families = (managers: number) => [family('all', [all(managers, 'aborted'), all(managers, 'committed')])];
const lengths = (report: ReturnType<typeof check>) =>
  ['all aborted', 'all committed'].map((claim) => said(report, claim)[1]!.split(' ').length);

test.for([2, 3, 4])('the shortest way to an abort by all of %i takes as many steps', (managers) => {
  expect(lengths(judged(twoPhaseCommit(managers), families(managers)))).toEqual([managers, 3 * managers + 1]);
});

test('so it does for 6, however many later states would show it too', () => {
  expect(lengths(check(twoPhaseCommit(6), { families: families(6), loops: false }))).toEqual([6, 19]);
});
