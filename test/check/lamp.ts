/** A lamp that is switched on and off until it breaks: the smallest system with claims that have nothing to do. */
import { createMachine } from 'xstate';

import { type Fairness, type System } from '../../src/model/index.ts';

const chart = createMachine({
  id: 'lamp',
  initial: 'off',
  states: {
    off: { on: { SWITCH: 'on', BREAK: 'broken' } },
    on: { on: { SWITCH: 'off', BREAK: 'broken' } },
    broken: {},
  },
});

/** @param options whether it breaks; how fair that is; whether its ends are told apart. */
export const lamp = ({
  breaks = true,
  fairness = 'weak',
  ending = 'told apart',
}: {
  readonly breaks?: boolean;
  readonly fairness?: Fairness;
  readonly ending?: 'told apart' | 'the same';
} = {}): System => ({
  name: 'lamp',
  parties: {
    lamp: {
      chart,
      own: [
        { event: { type: 'SWITCH' }, fairness: 'weak' },
        ...(breaks ? [{ event: { type: 'BREAK' }, fairness } as const] : []),
      ],
    },
  },
  channels: {},
  ending: (state) => ({
    name: ending === 'the same' ? 'whatever' : state.party['lamp']!.matches('broken') ? 'broken' : 'going on',
    fine: true,
  }),
});
