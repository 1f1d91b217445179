/** A macrostep that never ends is a fault of the chart, told with its place; no limit of a search could stop it. */
import { type AnyStateMachine, raise, setup } from 'xstate';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { ModelError, type System } from '../../src/model/index.ts';
import { LiveSystem } from '../../src/trace/live-system.ts';
import { naiveCheck } from '../reference/naive.ts';

const charts = setup({ actions: { send: () => {} } });

const spinning = charts.createMachine({
  initial: 'a',
  states: { a: { on: { GO: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
});
const raising = charts.createMachine({
  initial: 'a',
  states: { a: { on: { GO: { actions: raise({ type: 'GO' }) } } } },
});
const neverStarting = charts.createMachine({ initial: 'b', states: { b: { always: 'c' }, c: { always: 'b' } } });

const alone = (chart: AnyStateMachine): System => ({
  name: 'alone',
  parties: { it: { chart, own: [{ event: { type: 'GO' }, fairness: 'weak' }] } },
  channels: {},
  ending: () => undefined,
});

describe.for([
  ['always', spinning],
  ['raise', raising],
] as const)('a step that goes round by %s', ([, chart]) => {
  test('is an error that names party, state and event', () => {
    expect(() => check(alone(chart))).toThrow(
      'party "it", state "a", event {"type":"GO"}: the macrostep has more than 1000 microsteps',
    );
  });

  test('is one for live actors and for the naive checker as well', () => {
    const live = new LiveSystem(alone(chart));
    expect(() => live.take({ kind: 'own', party: 'it', message: { type: 'GO' } })).toThrow('may never end');
    expect(() => naiveCheck(alone(chart))).toThrow('Infinite loop');
  });
});

test('a chart that never comes to rest on starting is named', () => {
  expect(() => check(alone(neverStarting))).toThrow('party "it", its initial state: the macrostep has more than 1000');
  expect(() => new LiveSystem(alone(neverStarting))).toThrow(ModelError);
});

test('a long macrostep that ends is none', () => {
  const states = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`s${n}`, { always: `s${n + 1}` }]));
  const long = charts.createMachine({ initial: 'a', states: { a: { on: { GO: 's0' } }, ...states, s900: {} } });
  expect(check(alone(long))).toMatchObject({ states: 2, complete: true });
});
