/**
 * pavlov #16: of a search that was cut short, events beyond the cut were said to be impossible, while other verdicts
 * were held back. A search that did not end says nothing that needs all states: neither for nor against.
 */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { always, family, leadsTo, neverAfter, outcomes, reaches, restsOnly } from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';
import { twoPhaseCommit } from '../toys/two-phase-commit.ts';

const cites: readonly string[] = [];
const never = (): boolean => false;
const claims = family('claims', [
  always('always', { cites, holds: () => true }),
  reaches('reaches', { cites, when: never }),
  reaches('reaches at once', { cites, when: () => true }),
  leadsTo('leadsTo', { cites, from: () => true, to: never }),
  neverAfter('neverAfter', { cites, after: () => true, never }),
  restsOnly('restsOnly', { cites, in: () => true }),
  outcomes('outcomes', { cites, only: ['may stop anywhere'] }),
]);
const system = twoPhaseCommit(5);

test('nothing is claimed but what was seen', () => {
  const report = check(system, { families: [claims], maxStates: 500 });
  expect(report).toMatchObject({ complete: false, stopped: 'states' });
  const said = report.verdicts.map(({ claim, verdict }) => [claim, verdict]);
  expect(said.filter(([, verdict]) => verdict !== 'not finished')).toEqual([['reaches at once', 'reached']]);
});

test('nor by the naive checker', () => {
  const { complete, verdicts } = naiveCheck(system, [claims], 500);
  expect(complete).toBe(false);
  const decided = Object.entries(verdicts).filter(([, { verdict }]) => verdict !== 'not finished');
  expect(decided.map(([claim]) => claim)).toEqual(['reaches at once']);
});
