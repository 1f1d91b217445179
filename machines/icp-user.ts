/**
 * The user's end of the initial connection protocol: it calls a contact socket, learns a number, and calls that.
 *
 * Source    RFC 165 pp. 2-5; RFC 143, RFC 161 (why not U and U+1); RFC 202.
 * Models    one attempt.
 * Omits     what is said on the connections, and their end.
 */
import { setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import { asking, directionOf, type IcpMemory, inOrder, type Manner, other } from './icp-ends.ts';
import type { Address, Call, HostName, Note } from './messages.ts';

/** What a user is made for. */
export type IcpUserInput = {
  readonly host: HostName;
  readonly manner: Manner;
  /** The socket U that calls the contact socket, even. */
  readonly contact: number;
  /** How far its pair is from U: U itself and U+1, or U+2 and U+3 (RFC 143). */
  readonly offset: 0 | 2;
  /** The server's contact socket L. */
  readonly server: Address;
  /** Whether it calls the server's pair, or listens for the server's calls (RFC 165 allows both). */
  readonly answersBy: 'calling' | 'listening';
};

/** What it remembers of the attempt. */
export type IcpUserMemory = IcpUserInput & IcpMemory;

const base = setup({
  types: {
    input: {} as IcpUserInput,
    context: {} as IcpUserMemory,
    events: {} as Note | { readonly type: 'CALL'; readonly socket: number },
    meta: {} as { readonly cites: readonly Clause[] },
  },
  // Carried by the system that the user is a party of.
  actions: { send: (_scope, _sent: { readonly to: 'ncp'; readonly message: Call }) => {} },
});

const calls = (make: (memory: IcpUserMemory) => readonly Call[]) =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const message of make(context)) enqueue({ type: 'send', params: { to: 'ncp', message } });
  });

/** The contact socket is not free for a connection of the pair before it is closed. */
const free = (memory: IcpUserMemory) => inOrder(memory).filter((direction) => memory.own[direction] !== memory.contact);

const wishing = (memory: IcpUserMemory): readonly Call[] => {
  const now = memory.manner.waits ? free(memory).slice(0, 1) : free(memory);
  if (memory.answersBy === 'calling') return asking(memory, now);
  return now.map((direction) => ({ type: 'LISTEN', socket: memory.own[direction], filter: null }));
};

/** The chart of the user's end. Input: `IcpUserInput`; own step: `CALL`. */
export const icpUser = base
  .extend({
    guards: {
      secondOpens: ({ context, event }) => {
        const opening = directionOf(context, event.socket);
        return opening !== undefined && context.opened[other(opening)];
      },
      contactIsOfPair: ({ context }) => context.own.receive === context.contact,
    },
    actions: {
      call: calls(({ contact, server }) => [{ type: 'CONNECT', socket: contact, to: server }]),
      allowNumber: calls(({ contact }) => [{ type: 'GRANT', socket: contact, messages: 1 }]),
      learnNumber: base.assign(({ context, event }) => {
        if (event.type !== 'ARRIVED') return {};
        const { host } = context.server;
        const { piece } = event.bytes;
        return { foreign: { receive: { host, socket: piece }, send: { host, socket: piece + 1 } } };
      }),
      ask: calls(wishing),
      askFromContact: calls((memory) => asking(memory, ['receive'])),
      askNext: calls((memory) => (memory.manner.waits ? asking(memory, [other(memory.manner.first)]) : [])),
      countOpened: base.assign(({ context, event }) => {
        const opening = directionOf(context, event.socket);
        return opening === undefined ? {} : { opened: { ...context.opened, [opening]: true } };
      }),
    },
  })
  .createMachine({
    id: 'icpUser',
    context: ({ input }) => ({
      ...input,
      own: { receive: input.contact + input.offset, send: input.contact + input.offset + 1 },
      foreign: null,
      opened: { receive: false, send: false },
    }),
    initial: 'idle',
    states: {
      idle: { on: { CALL: { target: 'calling', actions: 'call', meta: cite('NCP-80') } } },

      calling: {
        on: {
          OPENED: { actions: 'allowNumber', meta: cite('NCP-80', 'NCP-60') },
          ARRIVED: { target: 'connecting', actions: ['learnNumber', 'ask'], meta: cite('NCP-80', 'NCP-81') },
          REFUSED: { target: 'refused', meta: cite('NCP-22') },
        },
      },

      connecting: {
        on: {
          OPENED: [
            { guard: 'secondOpens', target: 'connected', actions: 'countOpened', meta: cite('NCP-81', 'NCP-82') },
            { actions: ['countOpened', 'askNext'], meta: cite('NCP-82') },
          ],
          PEER_CLOSED: [
            { guard: 'contactIsOfPair', actions: 'askFromContact', meta: cite('NCP-83') },
            { meta: cite('NCP-80') },
          ],
          REFUSED: { target: 'refused', meta: cite('NCP-22', 'NCP-83') },
        },
      },

      connected: { tags: 'connected', on: { PEER_CLOSED: { meta: cite('NCP-80') }, CREDIT: { meta: cite('NCP-60') } } },

      // One of the two requests was refused; the other may still be answered.
      refused: {
        on: {
          OPENED: { actions: 'countOpened', meta: cite('NCP-81') },
          REFUSED: { meta: cite('NCP-22') },
          PEER_CLOSED: { meta: cite('NCP-80') },
        },
      },
    },
  });
