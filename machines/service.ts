/**
 * The transfer as the user wants it: what A says, what A hears, which pieces of the file come through, and the end.
 *
 * Source    RFC 438 (the task, b, the example), RFC 478 (the figure and the sentence after it), RFC 354 p. 22.
 * Models    two dialogues that alternate; both transfer commands in either order once both servers are prepared; a good
 *           answer to everything; the whole file, in order, and no word of its end before.
 * Omits     everything between the two servers; errors: a host that keeps to this service gives none.
 */
import { assign, setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import type { Server } from './ftp-script.ts';
import type { FtpCommand } from './messages.ts';

type CommandName = FtpCommand['type'];

/** What of a transfer is seen. */
export type Seen =
  | { readonly type: 'COMMAND'; readonly to: Server; readonly command: CommandName }
  | { readonly type: 'ANSWER'; readonly from: Server; readonly code: number; readonly of: CommandName }
  | { readonly type: 'PIECE'; readonly at: Server; readonly of: Server; readonly piece: number };

/** A command that prepares a server, and its good answer. */
type Preparation = { readonly command: CommandName; readonly code: number };

export type ServiceInput = {
  readonly prepares: Readonly<Record<Server, readonly Preparation[]>>;
  readonly transfer: Readonly<Record<Server, CommandName>>;
  /** The server that gets the file. */
  readonly stores: Server;
  readonly pieces: number;
  /** The code for a finished transfer. */
  readonly done: number;
};

type Memory = ServiceInput & {
  /** Preparations that were answered, by server. */
  readonly answered: Readonly<Record<Server, number>>;
  readonly told: Readonly<Record<Server, boolean>>;
  /** Pieces that came through. */
  readonly through: number;
};
type At = { readonly server: Server };

/** The code for a transfer that begins. */
const begins = 250;

const isTo = (event: Seen, server: Server, command: CommandName | undefined): boolean =>
  event.type === 'COMMAND' && event.to === server && event.command === command;
const isAnswer = (event: Seen, server: Server, code: number | undefined, of: CommandName | undefined): boolean =>
  event.type === 'ANSWER' && event.from === server && event.code === code && event.of === of;
const next = ({ prepares, answered }: Memory, server: Server): Preparation | undefined =>
  prepares[server][answered[server]];
const other = (server: Server): Server => (server === 'B' ? 'C' : 'B');

const words = setup({
  types: {
    input: {} as ServiceInput,
    context: {} as Memory,
    events: {} as Seen,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    prepares: ({ context, event }, { server }: At) => isTo(event, server, next(context, server)?.command),
    isGood: ({ context, event }, { server }: At) =>
      isAnswer(event, server, next(context, server)?.code, next(context, server)?.command),
    transfers: ({ context, event }, { server }: At) =>
      isTo(event, server, context.transfer[server]) && !next(context, 'B') && !next(context, 'C'),
    begins: ({ context, event }, { server }: At) => isAnswer(event, server, begins, context.transfer[server]),
    ends: ({ context, event }, { server }: At) =>
      isAnswer(event, server, context.done, context.transfer[server]) && context.through === context.pieces,
    comesThrough: ({ context, event }) =>
      event.type === 'PIECE' &&
      event.at === context.stores &&
      event.of === other(context.stores) &&
      event.piece === context.through + 1 &&
      event.piece <= context.pieces &&
      context.told.B &&
      context.told.C,
  },
  actions: {
    recordAnswer: assign(({ context }, { server }: At) => ({
      answered: { ...context.answered, [server]: context.answered[server] + 1 },
    })),
    recordTold: assign(({ context }, { server }: At) => ({ told: { ...context.told, [server]: true } })),
    recordPiece: assign(({ context }) => ({ through: context.through + 1 })),
  },
});

/** What A says to one server, and what A hears of it. */
const dialogueWith = (server: Server) => {
  const params = { server } as const;
  return words.createStateConfig({
    initial: 'free',
    states: {
      free: {
        on: {
          COMMAND: [
            { guard: { type: 'prepares', params }, target: 'waiting', meta: cite('FTP-03', 'R438-21', 'R478-12') },
            {
              guard: { type: 'transfers', params },
              target: 'told',
              actions: { type: 'recordTold', params },
              meta: cite('R478-15', 'R478-16', 'R438-21'),
            },
          ],
        },
      },
      waiting: {
        on: {
          ANSWER: {
            guard: { type: 'isGood', params },
            target: 'free',
            actions: { type: 'recordAnswer', params },
            meta: cite('R478-13', 'R478-14', 'R438-12', 'R438-18'),
          },
        },
      },
      told: { on: { ANSWER: { guard: { type: 'begins', params }, target: 'begun', meta: cite('FTP-04', 'R478-02') } } },
      begun: { on: { ANSWER: { guard: { type: 'ends', params }, target: 'ended', meta: cite('FTP-04', 'FTP-38') } } },
      ended: { tags: ['ended'] },
    },
  });
};

export const transferService = words.createMachine({
  id: 'transferService',
  context: ({ input }) => ({ ...input, answered: { B: 0, C: 0 }, told: { B: false, C: false }, through: 0 }),
  type: 'parallel',
  states: {
    withB: dialogueWith('B'),
    withC: dialogueWith('C'),
    file: {
      on: { PIECE: { guard: 'comesThrough', actions: 'recordPiece', meta: cite('R438-04', 'R438-15', 'R478-01') } },
    },
  },
});
