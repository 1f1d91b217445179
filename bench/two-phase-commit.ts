/**
 * Two-phase commit, twice: as parties joined by queues, and as one machine that keeps all parties in its context, which
 * is what `xstate/graph` can explore. Both have the same states and the same steps.
 *
 * Source    J. Gray, "Notes on data base operating systems" (1978); one queue each way for each participant.
 */
import { assign, setup } from 'xstate';

import { system } from '../src/compose/index.ts';
import type { Channel, Party, System } from '../src/model/index.ts';

type Verdict = 'COMMIT' | 'ABORT';
type Votes = readonly boolean[];
const send = (_scope: unknown, _sent: { to: string; message: { type: string; from?: number } }): void => {};

const participant = setup({
  types: {
    input: {} as { number: number },
    context: {} as { number: number },
    events: {} as { type: 'PREPARE' | 'REFUSE' | Verdict },
  },
  actions: { send },
}).createMachine({
  id: 'participant',
  context: ({ input }) => input,
  initial: 'working',
  states: {
    working: {
      on: {
        PREPARE: {
          target: 'prepared',
          actions: {
            type: 'send',
            params: ({ context }) => ({ to: 'up', message: { type: 'PREPARED', from: context.number } }),
          },
        },
        REFUSE: 'aborted',
        ABORT: 'aborted',
      },
    },
    prepared: { on: { COMMIT: 'committed', ABORT: 'aborted' } },
    committed: {},
    aborted: { on: { ABORT: {} } },
  },
});

const tell = (count: number, type: Verdict) =>
  Array.from(
    { length: count },
    (_, number) => ({ type: 'send', params: { to: `down${number}`, message: { type } } }) as const,
  );

const coordinator = (count: number) =>
  setup({
    types: {
      context: {} as { votes: Votes },
      events: {} as { type: 'DECIDE' | 'GIVE_UP' } | { type: 'PREPARED'; from: number },
    },
    actions: {
      send,
      note: assign(({ context, event }) =>
        event.type === 'PREPARED' ? { votes: context.votes.with(event.from, true) } : {},
      ),
    },
    guards: { unanimous: ({ context }) => context.votes.every(Boolean) },
  }).createMachine({
    id: 'coordinator',
    context: { votes: Array.from({ length: count }, () => false) },
    initial: 'waiting',
    states: {
      waiting: {
        on: {
          PREPARED: { actions: 'note' },
          DECIDE: { guard: 'unanimous', target: 'committed', actions: tell(count, 'COMMIT') },
          GIVE_UP: { target: 'aborted', actions: tell(count, 'ABORT') },
        },
      },
      committed: {},
      aborted: { on: { PREPARED: { actions: 'note' } } },
    },
  });

/** Two-phase commit of `count` participants as a system of parties. */
export function twoPhaseCommit(count: number): System {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const own = (...types: string[]): NonNullable<Party['own']> =>
    types.map((type) => ({ event: { type }, fairness: 'weak' }));
  const queue = (to: string): Channel => ({ kind: 'fifo', to, capacity: 1 });
  return system({
    name: `two-phase commit of ${count}`,
    parties: {
      coordinator: {
        chart: coordinator(count),
        own: own('DECIDE', 'GIVE_UP'),
        ports: Object.fromEntries(numbers.map((number) => [`down${number}`, `down${number}`])),
      },
      ...Object.fromEntries(
        numbers.map((number): [string, Party] => [
          `participant${number}`,
          { chart: participant, input: { number }, own: own('PREPARE', 'REFUSE'), ports: { up: `up${number}` } },
        ]),
      ),
    },
    channels: Object.fromEntries(
      numbers.flatMap((number): [string, Channel][] => [
        [`up${number}`, queue('coordinator')],
        [`down${number}`, queue(`participant${number}`)],
      ]),
    ),
    ending: () => ({ name: 'decided', fine: true }),
  });
}

type Whole = {
  readonly coordinator: 'waiting' | 'committed' | 'aborted';
  readonly votes: Votes;
  readonly states: readonly ('working' | 'prepared' | 'committed' | 'aborted')[];
  readonly up: readonly boolean[];
  readonly down: readonly (Verdict | null)[];
};
type Move = { type: 'DECIDE' | 'GIVE_UP' } | { type: 'PREPARE' | 'REFUSE' | 'DELIVER_UP' | 'DELIVER_DOWN'; of: number };

const of = (event: Move): number => ('of' in event ? event.of : 0);
const decided = (context: Whole, verdict: Verdict): Partial<Whole> => ({
  coordinator: verdict === 'COMMIT' ? 'committed' : 'aborted',
  down: context.down.map(() => verdict),
});

/** The same as one machine, and the events to explore it with. */
export function asOneMachine(count: number) {
  const each = <T>(value: T): T[] => Array.from({ length: count }, () => value);
  const machine = setup({
    types: { context: {} as Whole, events: {} as Move },
    guards: {
      working: ({ context, event }) => context.states[of(event)] === 'working',
      deliversUp: ({ context, event }) => context.up[of(event)] === true && context.coordinator !== 'committed',
      deliversDown: ({ context, event }) => context.down[of(event)] !== null,
      waiting: ({ context }) => context.coordinator === 'waiting',
      unanimous: ({ context }) => context.coordinator === 'waiting' && context.votes.every(Boolean),
    },
    actions: {
      prepare: assign(({ context, event }) => ({
        states: context.states.with(of(event), 'prepared'),
        up: context.up.with(of(event), true),
      })),
      refuse: assign(({ context, event }) => ({ states: context.states.with(of(event), 'aborted') })),
      deliverUp: assign(({ context, event }) => ({
        up: context.up.with(of(event), false),
        votes: context.votes.with(of(event), true),
      })),
      deliverDown: assign(({ context, event }) => ({
        down: context.down.with(of(event), null),
        states: context.states.with(of(event), context.down[of(event)] === 'COMMIT' ? 'committed' : 'aborted'),
      })),
      decide: assign(({ context }) => decided(context, 'COMMIT')),
      giveUp: assign(({ context }) => decided(context, 'ABORT')),
    },
  }).createMachine({
    id: 'twoPhaseCommit',
    context: { coordinator: 'waiting', votes: each(false), states: each('working'), up: each(false), down: each(null) },
    on: {
      PREPARE: { guard: 'working', actions: 'prepare' },
      REFUSE: { guard: 'working', actions: 'refuse' },
      DELIVER_UP: { guard: 'deliversUp', actions: 'deliverUp' },
      DELIVER_DOWN: { guard: 'deliversDown', actions: 'deliverDown' },
      DECIDE: { guard: 'unanimous', actions: 'decide' },
      GIVE_UP: { guard: 'waiting', actions: 'giveUp' },
    },
  });
  const numbers = each(0).map((_, number) => number);
  const kinds = ['PREPARE', 'REFUSE', 'DELIVER_UP', 'DELIVER_DOWN'] as const;
  const events: Move[] = [
    { type: 'DECIDE' },
    { type: 'GIVE_UP' },
    ...numbers.flatMap((number) => kinds.map((type): Move => ({ type, of: number }))),
  ];
  return { machine, events };
}
