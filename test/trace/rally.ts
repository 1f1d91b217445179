import { setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import type { Path, Step } from '../../src/model/index.ts';

type Ball = { type: 'BALL'; spin: number };
const hit = { type: 'send', params: { to: 'over', message: { type: 'BALL', spin: 2 } } } as const;
const player = setup({
  types: {
    context: {} as { coach: string | null; rank: number },
    input: {} as { coach: string | null },
    events: {} as { type: 'SERVE' } | Ball,
  },
  actions: { send: (_scope, _sending: { to: 'over'; message: Ball }) => {} },
}).createMachine({
  id: 'player',
  context: ({ input: { coach } }) => ({ coach, rank: 7 }),
  initial: 'ready',
  states: {
    ready: { on: { SERVE: { target: 'playing', actions: hit }, BALL: { target: 'playing', actions: hit } } },
    playing: {
      type: 'parallel',
      states: {
        legs: { initial: 'running', states: { running: {} } },
        arm: { initial: 'swinging', states: { swinging: { on: { BALL: { actions: hit } } } } },
      },
    },
  },
});

/** A ball that goes to and fro for ever, and may be lost or come twice on its way to the right. */
export const rally = system({
  name: 'rally',
  parties: {
    left: {
      chart: player,
      input: { coach: 'Ann' },
      own: [{ event: { type: 'SERVE' }, fairness: 'weak' }],
      ports: { over: 'rightwards' },
    },
    right: { chart: player, input: { coach: null }, ports: { over: 'leftwards' } },
  },
  channels: {
    rightwards: { kind: 'fifo', to: 'right', capacity: 2, loses: 1, duplicates: 1 },
    leftwards: { kind: 'fifo', to: 'left', capacity: 2 },
  },
  ending: () => undefined,
});

const message = { type: 'BALL', spin: 2 };
const other = { left: 'right', right: 'left' } as const;
type Side = keyof typeof other;
const sends = (from: Side): Step['sends'] => [{ from, channel: `${other[from]}wards`, to: other[from], message }];

const serve: Step = {
  kind: 'own',
  party: 'left',
  message: { type: 'SERVE' },
  class: 'left.SERVE',
  sends: sends('left'),
};
const takes = (party: Side, kind: Step['kind'] = 'deliver'): Step => ({
  kind,
  party,
  channel: `${party}wards`,
  message,
  class: `${party}wards ${kind}s`,
  sends: kind === 'lose' ? [] : sends(party),
});

/** The ball is served, and goes to and fro. */
export const endless: Path = { steps: [serve, takes('right'), takes('left'), takes('right')], loop: 2 };
/** The ball is served and lost. */
export const lost: Path = { steps: [serve, takes('right', 'lose')] };
/** The ball is served, comes back, and comes back once more. */
export const twice: Path = { steps: [serve, takes('right', 'duplicate'), takes('left')] };
