/**
 * A strongly connected component can hold several fair loops, each an end of its own.
 *
 * tla-rs #59 judged fairness on a larger component than the loop's own, #64 gave out the whole component as the loop.
 */
import { type AnyStateMachine, setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { Ending, System, View } from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';

const charts = setup({ actions: { send: () => {} } });

/** Goes from x to y and back when it likes, and stays where it is for ever as well. */
const restless = charts.createMachine({
  initial: 'x',
  states: {
    x: { on: { GO: 'y', STAY: { target: 'x', reenter: true } } },
    y: { on: { GO: 'x', STAY: { target: 'y', reenter: true } } },
  },
});
/** Must go from x to y and back. */
const pendulum = charts.createMachine({ initial: 'x', states: { x: { on: { GO: 'y' } }, y: { on: { GO: 'x' } } } });

const alone = (chart: AnyStateMachine, go: 'none' | 'weak', ending: (state: View) => Ending | undefined): System => ({
  name: 'alone',
  parties: {
    it: {
      chart,
      own: [
        { event: { type: 'GO' }, fairness: go },
        ...(chart === restless ? [{ event: { type: 'STAY' }, fairness: 'weak' as const }] : []),
      ],
    },
  },
  channels: {},
  ending,
});
const inX = ({ party }: View): boolean => party['it']!.matches('x');

const loops = (system: System) =>
  check(system).outcomes.map(({ name, path }) => [name, path.steps.map(({ message }) => message.type).join(' ')]);

test('each ending that has a fair loop of its own is an outcome', () => {
  const system = alone(restless, 'none', (state) => ({ name: inX(state) ? 'stays in x' : 'stays in y', fine: true }));
  expect(loops(system)).toEqual([
    ['stays in x', 'STAY'],
    ['stays in y', 'GO STAY'],
  ]);
  expect(Object.keys(naiveCheck(system).outcomes).sort()).toEqual(['stays in x', 'stays in y']);
});

test('a declared loop does not hide a livelock beside it', () => {
  const system = alone(restless, 'none', (state) => (inX(state) ? { name: 'fine', fine: true } : undefined));
  const { verdicts } = check(system);
  expect(verdicts.find(({ claim }) => claim === 'livelock')).toMatchObject({ verdict: 'violated', path: { loop: 1 } });
  expect(naiveCheck(system).verdicts['livelock']).toMatchObject({ verdict: 'violated' });
});

test('a loop that must pass through states of several names bears that of the first', () => {
  const system = alone(pendulum, 'weak', (state) => (inX(state) ? { name: 'swings', fine: true } : undefined));
  expect(loops(system)).toEqual([['swings', 'GO GO']]);
  expect(Object.keys(naiveCheck(system).outcomes)).toEqual(['swings']);
});
