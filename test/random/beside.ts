/**
 * A party that goes left or right, and calls another one only from the right: who they are that move as one is seen there.
 */
import { setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import { family, reaches } from '../../src/model/index.ts';

type Call = { to: 'out'; message: { type: 'CALL' } };

const walker = setup({
  types: { events: {} as { type: 'LEFT' | 'RIGHT' | 'GO' } },
  actions: { send: (_scope: unknown, _sending: Call) => {} },
}).createMachine({
  id: 'walker',
  initial: 'here',
  states: {
    here: { on: { LEFT: 'left', RIGHT: 'right', GO: {} } },
    left: { on: { LEFT: {}, RIGHT: {}, GO: {} } },
    right: {
      on: { LEFT: {}, RIGHT: {}, GO: { actions: { type: 'send', params: { to: 'out', message: { type: 'CALL' } } } } },
    },
  },
});
const called = setup({ types: { events: {} as { type: 'CALL' } } }).createMachine({ id: 'called', on: { CALL: {} } });

const own = (type: 'LEFT' | 'RIGHT' | 'GO') => ({ event: { type }, fairness: 'none' }) as const;

export const callsBeside = system({
  name: 'calls beside the way',
  parties: {
    walker: { chart: walker, own: [own('LEFT'), own('RIGHT'), own('GO')], ports: { out: 'call' } },
    called: { chart: called },
  },
  channels: { call: { kind: 'direct', to: () => 'called' } },
  ending: () => ({ name: 'anywhere', fine: true }),
});

export const gone = family('going', [
  reaches('somebody has gone', { cites: [], when: ({ party }) => !party['walker']!.matches('here') }),
]);
