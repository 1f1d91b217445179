/** A lamp and a switch: small enough that every fate of a mutant can be named beforehand. */
import { assign, setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import { always, family, reaches, type Run, type View } from '../../src/model/index.ts';

const button = setup({
  types: {
    context: {} as { presses: number },
    events: {} as { type: 'PRESS' } | { type: 'REST' },
  },
  guards: { pressesLeft: ({ context }) => context.presses > 0 },
  actions: {
    send: (_scope, _said: { to: 'lamp'; message: { type: 'TOGGLE' } }) => {},
    count: assign({ presses: ({ context }) => context.presses - 1 }),
  },
}).createMachine({
  id: 'button',
  context: { presses: 2 },
  on: {
    PRESS: {
      guard: 'pressesLeft',
      actions: ['count', { type: 'send', params: { to: 'lamp', message: { type: 'TOGGLE' } } }],
    },
  },
});

const lamp = setup({
  types: { context: {} as { worn: number }, events: {} as { type: 'TOGGLE' } | { type: 'BREAK' } },
  actions: { wear: assign({ worn: ({ context }) => Math.min(1, context.worn + 1) }) },
}).createMachine({
  id: 'lamp',
  context: { worn: 0 },
  initial: 'off',
  states: {
    off: { on: { TOGGLE: { target: 'on', actions: 'wear' } } },
    on: { on: { TOGGLE: 'off', BREAK: 'off' } },
  },
});

type Room = View<{ button: { presses: number }; lamp: { worn: number } }>;

const room = () =>
  system<Room>({
    name: 'a lamp and its button',
    parties: {
      button: { chart: button, own: [{ event: { type: 'PRESS' }, fairness: 'weak' }], ports: { lamp: 'wire' } },
      lamp: { chart: lamp },
    },
    channels: { wire: { kind: 'fifo', to: 'lamp', capacity: 2 } },
    ending: (state) => ({ name: state.party.lamp.matches('on') ? 'light' : 'dark', fine: true }),
  });

/** One run: the lamp can burn, and presses never fall below none. */
export const lampRun: Run = {
  name: 'lamp',
  summary: 'a button and a lamp',
  system: room,
  families: [
    family('lamp', [
      reaches<Room>('the lamp burns', { cites: ['toy'], when: (state) => state.party.lamp.matches('on') }),
      always<Room>('presses never fall below none', {
        cites: ['toy'],
        holds: (state) => state.party.button.context.presses >= 0,
      }),
    ]),
  ],
  expected: undefined,
  bounds: 'two presses',
};
