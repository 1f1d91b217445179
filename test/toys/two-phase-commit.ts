/**
 * Two-phase commit: resource managers that prepare, a coordinator that commits when all have, or aborts.
 *
 * Source    L. Lamport, TwoPhase.tla, in github.com/tlaplus/Examples, specifications/transaction_commit.
 * Models    messages that are never used up: the coordinator keeps what was posted, and hands its decision out at any
 *           time, also twice. So the states, and the steps (those that change nothing too), are those of the TLA+ text.
 * Known     3 managers 288 states, 5 managers 8,832, 6 managers 50,816; 1,145 steps for 3 (TLC, SPIN, Stateright, Rumur).
 */
import { assign, setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import {
  always,
  family,
  type OwnStep,
  type Party,
  reaches,
  restsOnly,
  type System,
  type View,
} from '../../src/model/index.ts';

type Decision = { type: 'COMMIT' } | { type: 'ABORT' };
type Posted = { type: 'POSTED'; manager: number };

const manager = setup({
  types: {
    context: {} as { number: number },
    input: {} as { number: number },
    events: {} as Decision | { type: 'PREPARE' } | { type: 'CHOOSE_ABORT' },
  },
  actions: { send: (_scope, _sending: { to: 'coordinator'; message: Posted }) => {} },
}).createMachine({
  id: 'manager',
  context: ({ input }) => input,
  initial: 'working',
  on: { COMMIT: '.committed', ABORT: '.aborted' },
  states: {
    working: {
      on: {
        PREPARE: {
          target: 'prepared',
          actions: {
            type: 'send',
            params: ({ context }) => ({ to: 'coordinator', message: { type: 'POSTED', manager: context.number } }),
          },
        },
        CHOOSE_ABORT: 'aborted',
      },
    },
    prepared: {},
    committed: {},
    aborted: {},
  },
});

type ByManager = { type: 'RECEIVE' | 'HAND'; manager: number };

const coordinator = setup({
  types: {
    context: {} as { posted: boolean[]; prepared: boolean[] },
    input: {} as { managers: number },
    events: {} as Posted | ByManager | { type: 'DECIDE_COMMIT' } | { type: 'DECIDE_ABORT' },
  },
  actions: {
    send: (_scope, _sending: { to: string; message: Decision }) => {},
    keep: assign(({ context, event }) =>
      'manager' in event ? { posted: context.posted.with(event.manager, true) } : {},
    ),
    receive: assign(({ context, event }) =>
      'manager' in event ? { prepared: context.prepared.with(event.manager, true) } : {},
    ),
  },
  guards: {
    isPosted: ({ context, event }) => 'manager' in event && context.posted[event.manager] === true,
    allPrepared: ({ context }) => context.prepared.every(Boolean),
  },
}).createMachine({
  id: 'coordinator',
  context: ({ input }) => ({
    posted: Array<boolean>(input.managers).fill(false),
    prepared: Array<boolean>(input.managers).fill(false),
  }),
  initial: 'undecided',
  on: { POSTED: { actions: 'keep' } },
  states: {
    undecided: {
      on: {
        RECEIVE: { guard: 'isPosted', actions: 'receive' },
        DECIDE_COMMIT: { guard: 'allPrepared', target: 'committed' },
        DECIDE_ABORT: 'aborted',
      },
    },
    committed: {
      on: {
        HAND: {
          actions: { type: 'send', params: ({ event }) => ({ to: `${event.manager}`, message: { type: 'COMMIT' } }) },
        },
      },
    },
    aborted: {
      on: {
        HAND: {
          actions: { type: 'send', params: ({ event }) => ({ to: `${event.manager}`, message: { type: 'ABORT' } }) },
        },
      },
    },
  },
});

/** A transaction of so many resource managers. */
export const twoPhaseCommit = (managers: number): System => {
  const numbers = Array.from({ length: managers }, (_, number) => number);
  const own = (type: string, fields = {}): OwnStep => ({ event: { type, ...fields }, fairness: 'none' });
  return system({
    name: `two-phase commit of ${managers}`,
    parties: {
      coordinator: {
        chart: coordinator,
        input: { managers },
        own: [
          own('DECIDE_COMMIT'),
          own('DECIDE_ABORT'),
          ...numbers.flatMap((number) => [own('RECEIVE', { manager: number }), own('HAND', { manager: number })]),
        ],
        ports: Object.fromEntries(numbers.map((number) => [`${number}`, `to manager ${number}`])),
      },
      ...Object.fromEntries(
        numbers.map((number): [string, Party] => [
          `manager${number}`,
          {
            chart: manager,
            input: { number },
            own: [own('PREPARE'), own('CHOOSE_ABORT')],
            ports: { coordinator: 'to coordinator' },
          },
        ]),
      ),
    },
    channels: {
      'to coordinator': { kind: 'direct', to: 'coordinator' },
      ...Object.fromEntries(
        numbers.map((number) => [`to manager ${number}`, { kind: 'direct' as const, to: `manager${number}` }]),
      ),
    },
    ending: () => ({ name: 'may stop anywhere', fine: true }),
  });
};

const managersIn = ({ party }: View, state: string): boolean =>
  Object.entries(party).some(([name, { value }]) => name !== 'coordinator' && value === state);

/** What the protocol is for; with a witness for each decision, and a claim that fails. */
export const agreement = family('agreement', [
  always('no manager commits while another aborts', {
    cites: [],
    holds: (state) => !(managersIn(state, 'committed') && managersIn(state, 'aborted')),
  }),
  reaches('a manager commits', { cites: [], when: (state) => managersIn(state, 'committed') }),
  reaches('a manager aborts', { cites: [], when: (state) => managersIn(state, 'aborted') }),
  restsOnly('nobody stops while a manager is working', { cites: [], in: (state) => !managersIn(state, 'working') }),
]);
