/**
 * A turnstile with a bell: regions, history, an end, guards, sends, ignored events. Small enough to be looked at whole.
 */
import { and, assign, not, raise, setup, stateIn } from 'xstate';

import { system } from '../../src/compose/index.ts';

type Event =
  { type: 'COIN' | 'PUSH' | 'KICK' | 'REPAIR' | 'SCRAP' | 'ALARM' | 'RESET' } | { type: 'RING'; times: number };
type Sent = { to: 'bell'; message: { type: 'RING'; times: number } };

const ring = (times: number) => ({ type: 'send', params: { to: 'bell', message: { type: 'RING', times } } }) as const;
const cite = (...cites: string[]) => ({ cites });

/** The chart with everything that a drawing can show but clocks. */
export const turnstile = setup({
  types: { events: {} as Event, input: {} as { rings: number }, context: {} as { rings: number } },
  actions: {
    send: (_scope, _sent: Sent) => {},
    shriek: raise({ type: 'ALARM' }),
    count: assign(({ context }) => ({ rings: (context.rings + 1) % 5 })),
  },
  guards: { enough: ({ context }) => context.rings < 3, isNight: () => false },
}).createMachine({
  id: 'turnstile',
  context: ({ input }) => ({ rings: input?.rings ?? 0 }),
  type: 'parallel',
  on: { SCRAP: { target: '.arm.gone', meta: cite('T9') } },
  states: {
    arm: {
      initial: 'works',
      states: {
        works: {
          initial: 'locked',
          on: { KICK: { target: 'broken', actions: 'shriek', meta: cite('T3', 'T4') } },
          states: {
            locked: {
              tags: 'shut',
              on: {
                COIN: [
                  { guard: 'enough', target: 'unlocked', actions: [ring(1), 'count'], meta: cite('T1') },
                  { guard: and([not('isNight'), stateIn({ alarm: 'silent' })]), actions: ring(2), meta: cite('T2') },
                  { meta: cite('T2') },
                ],
                PUSH: { meta: cite('T5') },
                REPAIR: { meta: cite('T5') },
              },
            },
            unlocked: {
              exit: 'count',
              on: {
                PUSH: { target: 'locked', meta: cite('T6') },
                COIN: {
                  actions: {
                    type: 'send',
                    params: ({ context }): Sent => ({ to: 'bell', message: { type: 'RING', times: context.rings } }),
                  },
                },
              },
            },
            last: { type: 'history', history: 'deep', target: 'locked' },
          },
        },
        broken: { on: { REPAIR: 'works.last' } },
        gone: { type: 'final' },
      },
    },
    alarm: {
      initial: 'silent',
      states: {
        silent: { on: { ALARM: 'loud' } },
        loud: { entry: 'count', always: { guard: 'isNight', target: 'silent' }, on: { RESET: 'silent' } },
      },
    },
  },
});

const bell = setup({ types: { events: {} as Event } }).createMachine({
  id: 'bell',
  initial: 'hung',
  states: { hung: { on: { RING: {} } } },
});

/** The turnstile and its bell, by a wire that may lose a message; a second wire is never used. */
export const gate = system({
  name: 'gate',
  parties: {
    turnstile: {
      chart: turnstile,
      input: { rings: 1 },
      own: ['COIN', 'PUSH'].map((type) => ({ event: { type }, fairness: 'none' as const })),
      ports: { bell: 'wire' },
    },
    bell: { chart: bell },
  },
  channels: {
    wire: { kind: 'fifo', to: 'bell', capacity: 2, loses: 1 },
    spare: { kind: 'direct', to: 'bell' },
  },
  ending: () => ({ name: 'waits', fine: true }),
});
