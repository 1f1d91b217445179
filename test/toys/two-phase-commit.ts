/**
 * Two-phase commit: resource managers that prepare, a coordinator that commits when all have, or aborts.
 *
 * Source    L. Lamport, TwoPhase.tla, in github.com/tlaplus/Examples, specifications/transaction_commit.
 * Models    messages that are never used up: whoever takes one puts it back. A manager's PREPARED stands in a queue of
 *           its own, and so does the decision that it may hear at any time, also twice. So the states, and the steps
 *           (those that change nothing too), are those of the TLA+ text.
 * Known     states, by managers: 3 288, 5 8,832, 6 50,816, 7 296,448, 8 1,745,408, 9 10,340,352; steps: 3 1,145,
 *           7 2,744,705, 8 18,507,777, 9 123,558,401 (TLC, SPIN, Stateright, Rumur).
 */
import { assign, setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import {
  always,
  type Channel,
  family,
  type OwnStep,
  type Party,
  reaches,
  restsOnly,
  type System,
  type View,
} from '../../src/model/index.ts';

type Decision = { type: 'COMMIT' } | { type: 'ABORT' };
type Prepared = { type: 'PREPARED'; manager: number };

const manager = setup({
  types: {
    context: {} as { number: number },
    input: {} as { number: number },
    events: {} as Decision | { type: 'PREPARE' } | { type: 'CHOOSE_ABORT' },
  },
  actions: {
    send: (_scope, _sending: { to: 'coordinator'; message: Prepared } | { to: 'back'; message: Decision }) => {},
  },
}).createMachine({
  id: 'manager',
  context: ({ input }) => input,
  initial: 'working',
  on: {
    COMMIT: { target: '.committed', actions: { type: 'send', params: { to: 'back', message: { type: 'COMMIT' } } } },
    ABORT: { target: '.aborted', actions: { type: 'send', params: { to: 'back', message: { type: 'ABORT' } } } },
  },
  states: {
    working: {
      on: {
        PREPARE: {
          target: 'prepared',
          actions: {
            type: 'send',
            params: ({ context }) => ({ to: 'coordinator', message: { type: 'PREPARED', manager: context.number } }),
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

const tellAll = (managers: number, type: Decision['type']) =>
  Array.from(
    { length: managers },
    (_, number) => ({ type: 'send', params: { to: `decision${number}`, message: { type } } }) as const,
  );

const coordinator = (managers: number) =>
  setup({
    types: {
      context: {} as { prepared: boolean[] },
      events: {} as Prepared | { type: 'DECIDE_COMMIT' } | { type: 'DECIDE_ABORT' },
    },
    actions: {
      send: (_scope, _sending: { to: string; message: Decision | Prepared }) => {},
      note: assign(({ context, event }) =>
        event.type === 'PREPARED' ? { prepared: context.prepared.with(event.manager, true) } : {},
      ),
    },
    guards: { allPrepared: ({ context }) => context.prepared.every(Boolean) },
  }).createMachine({
    id: 'coordinator',
    context: { prepared: Array<boolean>(managers).fill(false) },
    initial: 'undecided',
    states: {
      undecided: {
        tags: 'listens',
        on: {
          PREPARED: {
            actions: [
              'note',
              { type: 'send', params: ({ event }) => ({ to: `back${event.manager}`, message: event }) },
            ],
          },
          DECIDE_COMMIT: { guard: 'allPrepared', target: 'committed', actions: tellAll(managers, 'COMMIT') },
          DECIDE_ABORT: { target: 'aborted', actions: tellAll(managers, 'ABORT') },
        },
      },
      committed: {},
      aborted: {},
    },
  });

/** A transaction of so many resource managers. */
export const twoPhaseCommit = (managers: number): System => {
  const numbers = Array.from({ length: managers }, (_, number) => number);
  const own = (type: string): OwnStep => ({ event: { type }, fairness: 'none' });
  return system({
    name: `two-phase commit of ${managers}`,
    parties: {
      coordinator: {
        chart: coordinator(managers),
        own: [own('DECIDE_COMMIT'), own('DECIDE_ABORT')],
        ports: Object.fromEntries(
          numbers.flatMap((number) => [
            [`decision${number}`, `decision for ${number}`],
            [`back${number}`, `word of ${number}`],
          ]),
        ),
      },
      ...Object.fromEntries(
        numbers.map((number): [string, Party] => [
          `manager${number}`,
          {
            chart: manager,
            input: { number },
            own: [own('PREPARE'), own('CHOOSE_ABORT')],
            ports: { coordinator: `word of ${number}`, back: `decision for ${number}` },
          },
        ]),
      ),
    },
    channels: Object.fromEntries(
      numbers.flatMap((number): [string, Channel][] => [
        [
          `word of ${number}`,
          { kind: 'fifo', to: 'coordinator', capacity: 1, fairness: 'none', whileTagged: 'listens' },
        ],
        [`decision for ${number}`, { kind: 'fifo', to: `manager${number}`, capacity: 1, fairness: 'none' }],
      ]),
    ),
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
