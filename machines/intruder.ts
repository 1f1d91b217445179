/**
 * A process at host X that calls a data socket which was not meant for it.
 *
 * Source    RFC 478 (why SOCK to the passive server), RFC 438 c; RFC 430 p. 4; faults E7 to E9.
 * Models    a caller that cannot forge its host, and takes part in the NCP's rules as everybody does.
 * Omits     flooding (see the queue bound of an NCP).
 */
import { assign, setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import type { Address, Bytes, Call, Note } from './messages.ts';

export type IntruderInput = {
  readonly socket: number;
  readonly target: Address;
  /** How many requests it makes in all. */
  readonly calls: number;
};

/** What it has called, and what it got. */
export type IntruderMemory = IntruderInput & { readonly stolen: readonly Bytes[] };
type Whim = { readonly type: 'CALL' | 'STRIKE' | 'HANG_UP' };
type Scope = { readonly context: IntruderMemory };

const call = (make: (memory: IntruderMemory) => Call) =>
  ({ type: 'send', params: ({ context }: Scope) => ({ to: 'ncp', message: make(context) }) as const }) as const;
const hangUp = call(({ socket }) => ({ type: 'CLOSE', socket }));
const grant = call(({ socket }) => ({ type: 'GRANT', socket, messages: 1 }));

export const intruder = setup({
  types: {
    input: {} as IntruderInput,
    context: {} as IntruderMemory,
    events: {} as Whim | Note,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    callsLeft: ({ context }) => context.calls > 0,
    sends: ({ context }) => context.socket % 2 === 1,
  },
  actions: {
    // Carried by the system that the intruder is part of.
    send: (_scope, _sent: { readonly to: 'ncp'; readonly message: Call }) => {},
    countCall: assign(({ context }) => ({ calls: context.calls - 1 })),
    steal: assign(({ context, event }) => ({
      stolen: [...context.stolen, (event as Extract<Note, { type: 'ARRIVED' }>).bytes],
    })),
  },
}).createMachine({
  id: 'intruder',
  context: ({ input }) => ({ ...input, stolen: [] }),
  initial: 'outside',
  states: {
    outside: {
      on: {
        CALL: {
          guard: 'callsLeft',
          target: 'calling',
          actions: ['countCall', call(({ socket, target }) => ({ type: 'CONNECT', socket, to: target }))],
          meta: cite('E7', 'NCP-28'),
        },
      },
    },
    calling: {
      on: {
        REFUSED: { target: 'outside', meta: cite('NCP-35', 'NCP-22') },
        OPENED: [
          { guard: 'sends', target: 'inside', meta: cite('NCP-12', 'E7') },
          { target: 'inside', actions: grant, meta: cite('NCP-12', 'NCP-60', 'E7') },
        ],
      },
    },
    inside: {
      initial: 'idle',
      on: {
        ARRIVED: { actions: ['steal', grant], meta: cite('E7') },
        HANG_UP: { target: 'leaving', actions: hangUp, meta: cite('NCP-40') },
        PEER_CLOSED: { target: 'outside', meta: cite('NCP-42') },
        LOST: { target: 'outside', meta: cite('NCP-76') },
      },
      states: {
        idle: { on: { CREDIT: { target: 'armed', meta: cite('NCP-60') } } },
        armed: {
          on: {
            STRIKE: {
              target: '#leaving',
              actions: [call(({ socket }) => ({ type: 'SEND', socket, bytes: { of: 'X', piece: 1 } })), hangUp],
              meta: cite('E7', 'NCP-61'),
            },
          },
        },
      },
    },
    leaving: {
      id: 'leaving',
      on: {
        CREDIT: { meta: cite('NCP-55') },
        ARRIVED: { meta: cite('NCP-45') },
        CLOSED: { target: 'outside', meta: cite('NCP-40') },
        PEER_CLOSED: { target: 'outside', meta: cite('NCP-45') },
        LOST: { target: 'outside', meta: cite('NCP-76') },
      },
    },
  },
});
