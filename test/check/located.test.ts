/** Where in a run a fault of the model showed is told with it. */
import { expect, test } from 'vitest';
import { assign, setup } from 'xstate';

import { check } from '../../src/check/index.ts';
import type { System } from '../../src/model/index.ts';

const counter = (most: number) =>
  setup({
    types: { context: {} as { n: number }, events: {} as { type: 'TICK' } },
    guards: {
      brittle: ({ context }) => {
        if (context.n === most) throw new Error('it broke');
        return true;
      },
    },
  }).createMachine({
    id: 'counter',
    context: { n: 0 },
    on: { TICK: { guard: 'brittle', actions: assign({ n: ({ context }) => context.n + 1 }) } },
  });

const breaksAt = (most: number): System => ({
  name: 'counter',
  parties: { counter: { chart: counter(most), own: [{ event: { type: 'TICK' }, fairness: 'weak' }] } },
  channels: {},
  ending: () => undefined,
});

const ticks = (many: number): string => Array(many).fill('counter TICK').join(', ');

test.for([
  [0, 'Met in the initial state.'],
  [1, 'Met after 1 step: counter TICK.'],
  [12, `Met after 12 steps: ${ticks(12)}.`],
  [13, `Met after 13 steps: ..., ${ticks(12)}.`],
  [20, `Met after 20 steps: ..., ${ticks(12)}.`],
] as const)('after %i steps', ([most, words]) => {
  const told = (): unknown => check(breaksAt(most));
  expect(told).toThrow(/it broke/);
  expect(told).toThrow(`\n  ${words}`);
});
