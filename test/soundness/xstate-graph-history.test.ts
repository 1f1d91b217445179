/**
 * xstate/graph: two states that differ in their history alone have one key, and what follows from the second is lost.
 */
import { assign, setup } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { expect, test } from 'vitest';

import { family, reaches, type System } from '../../src/model/index.ts';
import { judged, said } from './walker.ts';

/** FLASH passes through `high` and goes out at once: only history knows that it was there. */
const chart = setup({
  types: { context: {} as { flash: boolean } },
  actions: { send: () => {}, light: assign({ flash: true }), dim: assign({ flash: false }) },
  guards: { flashes: ({ context }) => context.flash },
}).createMachine({
  context: { flash: false },
  initial: 'on',
  states: {
    on: {
      initial: 'low',
      states: {
        low: { on: { FLASH: { target: 'high', actions: 'light' } } },
        high: { always: { guard: 'flashes', target: '#off', actions: 'dim' } },
        last: { type: 'history' },
      },
      on: { SWITCH: 'off' },
    },
    off: { id: 'off', on: { SWITCH: 'on.last' } },
  },
});
const events = ['SWITCH', 'FLASH'].map((type) => ({ type }));
const system: System = {
  name: 'a lamp that remembers',
  parties: { lamp: { chart, own: events.map((event) => ({ event, fairness: 'none' })) } },
  channels: {},
  ending: () => ({ name: 'stays', fine: true }),
};

test('a lamp that is off after low and one that is off after high are two states', () => {
  const report = judged(system, [
    family('lamp', [reaches('high', { cites: [], when: ({ party }) => party['lamp']!.matches('on.high') })]),
  ]);
  expect(report.states).toBe(5);
  expect(said(report, 'high')).toEqual(['reached', 'FLASH SWITCH']);
});

test('xstate/graph still merges them: the case is worth keeping', () => {
  const found = Object.values(getAdjacencyMap(chart, { events })).map(({ state }) => JSON.stringify(state.value));
  expect(found.toSorted()).toEqual(['"off"', '{"on":"low"}']);
});
