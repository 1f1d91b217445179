/**
 * The server's end of the initial connection protocol: it tells a caller the number of a socket, and calls back.
 *
 * Source    RFC 165 pp. 2-5; RFC 202.
 * Models    one caller. The number S travels as one message of data on the contact connection.
 * Omits     what is said on the connections, and their end.
 */
import { assign, setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import { connectTo, directionOf, type IcpMemory, type Manner, other } from './icp-ends.ts';
import type { Call, HostName, Note } from './messages.ts';

export type IcpServerInput = {
  readonly host: HostName;
  readonly manner: Manner;
  /** The contact socket L, odd. */
  readonly contact: number;
  /** The base S of its pair of sockets, even: S receives, S+1 sends. */
  readonly base: number;
  /** What is added to the caller's socket U: the caller receives there, and sends from the next one (RFC 143). */
  readonly offset: 0 | 2;
  /** Whether it asks only when the contact connection is closed, or as soon as the number is sent. */
  readonly asks: 'at once' | 'after closing';
};

export type IcpServerMemory = IcpServerInput & IcpMemory;

type Scope = { readonly context: IcpServerMemory };
const tell = (make: (memory: IcpServerMemory) => Call) =>
  ({ type: 'send', params: ({ context }: Scope) => ({ to: 'ncp', message: make(context) }) as const }) as const;

const listen = tell(({ contact }) => ({ type: 'LISTEN', socket: contact, filter: null }));
const sendNumber = tell(({ contact, host, base }) => ({ type: 'SEND', socket: contact, bytes: { of: host, piece: base } }));
const closeContact = tell(({ contact }) => ({ type: 'CLOSE', socket: contact }));
const numbers = [sendNumber, closeContact] as const;

export const icpServer = setup({
  types: {
    input: {} as IcpServerInput,
    context: {} as IcpServerMemory,
    events: {} as Note,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    asksAtOnce: ({ context }) => context.asks === 'at once',
    ofContact: ({ context, event }) => event.socket === context.contact,
    lastToOpen: ({ context, event }) => {
      const opening = directionOf(context, event.socket);
      return opening !== undefined && context.opened[other(opening)];
    },
    waitedForThis: ({ context }) => context.manner.waits,
  },
  actions: {
    // Carried by the system that the server is a party of.
    send: (_scope, _sent: { readonly to: 'ncp'; readonly message: Call }) => {},
    learnCaller: assign(({ context, event }) => {
      if (event.type !== 'OPENED') return {};
      const { host, socket } = event.peer;
      const receive = { host, socket: socket + context.offset };
      return { foreign: { receive, send: { host, socket: receive.socket + 1 } } };
    }),
    countOpened: assign(({ context, event }) => {
      const opening = directionOf(context, event.socket);
      return opening === undefined ? {} : { opened: { ...context.opened, [opening]: true } };
    }),
  },
})
  .extend({
    actions: {},
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
    states: { listening: { entry: listen, on: { OPENED: { actions: [...numbers], meta: cite('NCP-80') } } } },
  });
void connectTo;
