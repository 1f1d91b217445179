/**
 * SPIN #81: a loop without progress of one process is no error as long as another process rests in a progress state,
 * which its author had not expected. Here progress is a step that is taken, never a state that somebody is in.
 */
import { setup } from 'xstate';
import { expect, test } from 'vitest';

import type { Fairness, System } from '../../src/model/index.ts';
import { judged, said } from './walker.ts';

const flipping = setup({ actions: { send: () => {} } }).createMachine({
  initial: 'two',
  states: { two: { on: { FLIP: 'one' } }, one: { on: { FLIP: 'two' } } },
});

const both = (fairness: { A: Fairness; B: Fairness }): System => ({
  name: 'A without progress, B with it',
  parties: {
    A: { chart: flipping, own: [{ event: { type: 'FLIP' }, fairness: fairness.A }] },
    B: { chart: flipping, own: [{ event: { type: 'FLIP' }, fairness: fairness.B }] },
  },
  channels: {},
  ending: () => undefined,
  progress: ['B.FLIP'],
});

test('A alone, round and round, is a livelock where nobody is fair to B', () => {
  const report = judged(both({ A: 'weak', B: 'none' }));
  expect(said(report, 'livelock')).toEqual(['violated', '(FLIP FLIP)']);
  const { path } = report.verdicts.find(({ claim }) => claim === 'livelock')!;
  expect(path!.steps.every(({ party }) => party === 'A')).toBe(true);
});

test('fairness to B takes it away', () => {
  expect(said(judged(both({ A: 'weak', B: 'weak' })), 'livelock')).toEqual(['holds']);
});
