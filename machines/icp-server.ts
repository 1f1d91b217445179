/**
 * The server's end of the initial connection protocol: it tells a caller the number of a socket, and calls back.
 *
 * Source    RFC 165 pp. 2-5; RFC 202.
 * Models    one caller. The number S travels as one message of data on the contact connection.
 * Omits     what is said on the connections, and their end.
 */
import { setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import { asking, directionOf, type IcpMemory, inOrder, type Manner, other } from './icp-ends.ts';
import type { Call, HostName, Note } from './messages.ts';

/** What a server is made for. */
export type IcpServerInput = {
  readonly host: HostName;
  readonly manner: Manner;
  /** The contact socket L, odd. */
  readonly contact: number;
  /** The base S of its pair of sockets, even: S receives, S+1 sends. */
  readonly base: number;
  /** How far the caller's pair is from its socket U: U itself and U+1, or U+2 and U+3 (RFC 143). */
  readonly offset: 0 | 2;
  /** Whether it asks as soon as the number is sent, or only when the contact connection is closed. */
  readonly asks: 'at once' | 'after closing';
};

/** What it remembers of the attempt. */
export type IcpServerMemory = IcpServerInput & IcpMemory;

const base = setup({
  types: {
    input: {} as IcpServerInput,
    context: {} as IcpServerMemory,
    events: {} as Note,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  // Carried by the system that the server is a party of.
  actions: { send: (_scope, _sent: { readonly to: 'ncp'; readonly message: Call }) => {} },
});

const calls = (make: (memory: IcpServerMemory) => readonly Call[]) =>
  base.enqueueActions(({ context, enqueue }) => {
    for (const message of make(context)) enqueue({ type: 'send', params: { to: 'ncp', message } });
  });

/** The chart of the server's end. Input: `IcpServerInput`; it takes no steps of its own. */
export const icpServer = base
  .extend({
    guards: {
      asksAtOnce: ({ context }) => context.asks === 'at once',
      secondOpens: ({ context, event }) => {
        const opening = directionOf(context, event.socket);
        return opening !== undefined && context.opened[other(opening)];
      },
    },
    actions: {
      listen: calls(({ contact }) => [{ type: 'LISTEN', socket: contact, filter: null }]),
      learnCaller: base.assign(({ context, event }) => {
        if (event.type !== 'OPENED') return {};
        const { host, socket } = event.peer;
        const receive = { host, socket: socket + context.offset };
        return { foreign: { receive, send: { host, socket: receive.socket + 1 } } };
      }),
      tellNumber: calls(({ contact, host, base: number }) => [
        { type: 'SEND', socket: contact, bytes: { of: host, piece: number } },
        { type: 'CLOSE', socket: contact },
      ]),
      ask: calls((memory) => asking(memory, memory.manner.waits ? [memory.manner.first] : inOrder(memory))),
      askNext: calls((memory) => (memory.manner.waits ? asking(memory, [other(memory.manner.first)]) : [])),
      countOpened: base.assign(({ context, event }) => {
        const opening = directionOf(context, event.socket);
        return opening === undefined ? {} : { opened: { ...context.opened, [opening]: true } };
      }),
    },
  })
  .createMachine({
    id: 'icpServer',
    context: ({ input }) => ({
      ...input,
      own: { receive: input.base, send: input.base + 1 },
      foreign: null,
      opened: { receive: false, send: false },
    }),
    initial: 'listening',
    states: {
      listening: {
        entry: 'listen',
        on: { OPENED: { target: 'contacted', actions: 'learnCaller', meta: cite('NCP-80') } },
      },

      contacted: {
        on: {
          CREDIT: [
            {
              guard: 'asksAtOnce',
              target: 'connecting',
              actions: ['tellNumber', 'ask'],
              meta: cite('NCP-80', 'NCP-81'),
            },
            { target: 'takingLeave', actions: 'tellNumber', meta: cite('NCP-80') },
          ],
        },
      },

      takingLeave: {
        on: { CLOSED: { target: 'connecting', actions: 'ask', meta: cite('NCP-81') } },
      },

      connecting: {
        on: {
          OPENED: [
            { guard: 'secondOpens', target: 'connected', actions: 'countOpened', meta: cite('NCP-81', 'NCP-82') },
            { actions: ['countOpened', 'askNext'], meta: cite('NCP-82') },
          ],
          REFUSED: { target: 'refused', meta: cite('NCP-22', 'NCP-83') },
          CLOSED: { meta: cite('NCP-80') },
        },
      },

      connected: { tags: 'connected', on: { CLOSED: { meta: cite('NCP-80') }, CREDIT: { meta: cite('NCP-60') } } },

      // One of the two requests was refused; the other may still be answered.
      refused: {
        on: {
          OPENED: { actions: 'countOpened', meta: cite('NCP-81') },
          REFUSED: { meta: cite('NCP-22') },
          CLOSED: { meta: cite('NCP-80') },
        },
      },
    },
  });
