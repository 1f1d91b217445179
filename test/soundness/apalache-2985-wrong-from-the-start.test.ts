/**
 * Apalache #2985: `[](x < 0)` was not found to fail for a counter that starts at 0 and grows for ever, since only runs
 * with a loop were looked at within the bound. What the first state shows needs no loop and no end of the search.
 */
import { type AnyStateMachine, assign, setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { always, family, leadsTo, type System, type View } from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';
import { said } from './walker.ts';

const counter: AnyStateMachine = setup({
  types: { context: {} as { x: number } },
  actions: { send: () => {}, grow: assign({ x: ({ context }) => context.x + 1 }) },
}).createMachine({ context: { x: 0 }, on: { STEP: { actions: 'grow' } } });

const system: System = {
  name: 'a counter without end',
  parties: { it: { chart: counter, own: [{ event: { type: 'STEP' }, fairness: 'weak' }] } },
  channels: {},
  ending: () => undefined,
};
const x = ({ party }: View): number => (party['it']!.context as { x: number }).x;
const families = [
  family('counter', [
    always('x is below 0', { cites: [], holds: (state) => x(state) < 0 }),
    leadsTo('x comes below 0', { cites: [], from: () => true, to: (state) => x(state) < 0 }),
  ]),
];

test.for(['interpreted', 'generated'] as const)('the first state violates it, %s', (engine) => {
  const report = check(system, { families, engine, maxStates: 100 });
  expect(said(report, 'x is below 0')).toEqual(['violated', '']);
  expect(said(report, 'x comes below 0')).toEqual(['not finished']);
});

test('the naive checker says the same', () => {
  const { verdicts } = naiveCheck(system, families, 100);
  expect(verdicts['x is below 0']).toMatchObject({ verdict: 'violated', length: 0 });
  expect(verdicts['x comes below 0']).toEqual({ verdict: 'not finished' });
});
