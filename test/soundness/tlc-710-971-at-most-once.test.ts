/**
 * TLC #710: the counterexample to "true at most once" was longer than need be and ended in steps that did not matter.
 * TLC #971: with several workers the same violation was sometimes missed, as two of them wrote one table.
 */
import { setup } from 'xstate';
import { expect, test } from 'vitest';

import { always, family, type System } from '../../src/model/index.ts';
import { judged, said } from './walker.ts';

const charts = setup({ actions: { send: (_scope, _sent: { to: 'watch'; message: { type: string } }) => {} } });
const tell = (type: string) => ({ type: 'send', params: { to: 'watch', message: { type } } }) as const;
const toggle = charts.createMachine({
  initial: 'false',
  states: {
    false: { on: { SET: { target: 'true', actions: tell('RISES') } } },
    true: { on: { CLEAR: { target: 'false', actions: tell('FALLS') } } },
  },
});
const watcher = charts.createMachine({
  initial: 'never',
  states: {
    never: { on: { RISES: 'first' } },
    first: { on: { FALLS: 'past' } },
    past: { on: { RISES: 'again' } },
    again: { on: { RISES: {}, FALLS: {} } },
  },
});
const system: System = {
  name: 'a toggle, watched',
  parties: {
    toggle: {
      chart: toggle,
      own: ['SET', 'CLEAR'].map((type) => ({ event: { type }, fairness: 'none' })),
      ports: { watch: 'watch' },
    },
    watcher: { chart: watcher },
  },
  channels: { watch: { kind: 'direct', to: 'watcher' } },
  ending: () => ({ name: 'stays', fine: true }),
};
const once = family('once', [
  always('true at most once', { cites: [], holds: ({ party }) => !party['watcher']!.matches('again') }),
]);

test('the violation is found every time, by its shortest trace', () => {
  for (let again = 0; again < 20; again++) {
    expect(said(judged(system, [once]), 'true at most once')).toEqual(['violated', 'SET CLEAR SET']);
  }
});
