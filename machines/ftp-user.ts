/**
 * User A: two control connections, a script for each, a cursor in each script.
 *
 * Source    RFC 354 p. 22 (the dialogue alternates), RFC 438 example, RFC 478 figure.
 * Models    what is said to each server, on what replies it waits, what a user does of itself: abort, clean up, leave.
 * Omits     login; the meaning of file names.
 */
import { and, assign, setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import type { ControlEvent, Reply } from './messages.ts';
import {
  type Line,
  type Server,
  type Talk,
  type UserInput,
  type UserMemory,
  commandOf,
  newTalk,
} from './ftp-script.ts';
import { secondary } from './ftp-replies.ts';

type Whim =
  | { readonly type: 'SAY_B' | 'SAY_C' }
  | { readonly type: 'ABORT_B' | 'ABORT_C' }
  | { readonly type: 'CLEAN_UP_B' | 'CLEAN_UP_C' }
  | { readonly type: 'ABANDON' };
export type UserEvent = Reply | ControlEvent | Whim;
type Sent = { readonly to: Server; readonly message: ReturnType<typeof commandOf> | ControlEvent };
type At = { readonly server: Server };

const other = (server: Server): Server => (server === 'B' ? 'C' : 'B');
const nextLine = (user: UserMemory, server: Server): Line | undefined => user.script[server][user[server].at];
const isPrimary = (talk: Talk, reply: Reply): boolean =>
  reply.of !== 'spontaneous' && !secondary.some((code) => code === reply.code) && !(reply.code === 454 && talk.begun);
/** RTRV is another spelling of RETR. */
const spelt = (of: Reply['of']): Reply['of'] => (of === 'RTRV' ? 'RETR' : of);
const answers = (talk: Talk, reply: Reply): boolean =>
  isPrimary(talk, reply) && talk.awaiting !== null && spelt(reply.of) === spelt(talk.awaiting);
/** The transfer under way is over, and nothing else will be heard of it. */
const aborts = (reply: Reply): boolean => reply.of === 'ABOR' && reply.code === 201;
const isFrom = (server: Server, event: UserEvent): boolean => 'from' in event && event.from === server;
const hasBegun = (user: UserMemory, server: Server): boolean =>
  user.script[server].slice(0, user[server].at).some((line) => line.transfer === true);

/** Whether everything that a line waits for has been answered. */
const due = (user: UserMemory, server: Server): boolean =>
  (nextLine(user, server)?.after ?? []).every(
    ({ server: at, answered = 0, done = 0 }) => user[at].answered >= answered && user[at].done >= done,
  );

const words = setup({
  types: {
    input: {} as UserInput,
    context: {} as UserMemory,
    events: {} as UserEvent,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    from: ({ event }, { server }: At) => isFrom(server, event),
    mayGoOn: ({ context }, { server }: At) => nextLine(context, server) !== undefined && due(context, server),
    hurries: ({ context }, { server }: At) => nextLine(context, server)?.hurry === true,
    interrupts: ({ context }, { server }: At) => nextLine(context, server)?.interrupt === true,
    good: ({ event }) => (event as Reply).code < 400,
    answered: ({ context, event }, { server }: At) => answers(context[server], event as Reply),
    mayAbort: ({ context }, { server }: At) =>
      context.mayAbort && !context[server].aborted && hasBegun(context, server),
    mustCleanUp: ({ context }, { server }: At) =>
      context.cleansUp &&
      !context[server].aborted &&
      context[server].at > 0 &&
      context[other(server)].errors.length > 0,
  },
  actions: {
    // Carried by the system that the user is part of.
    send: (_scope, _sent: Sent) => {},
    goOn: assign(({ context }, { server }: At) => {
      const line = nextLine(context, server);
      const talk = context[server];
      return { [server]: { ...talk, at: talk.at + 1, awaiting: line?.hurry ? null : (line?.say.type ?? null) } };
    }),
    recordAborted: assign(({ context }, { server }: At) => ({
      [server]: { ...context[server], aborted: true, awaiting: 'ABOR' },
    })),
    record: assign(({ context, event }, { server }: At) => {
      const reply = event as Reply;
      const talk = context[server];
      return {
        [server]: {
          ...talk,
          told: reply.sockets ?? talk.told,
          answered: talk.answered + (isPrimary(talk, reply) && reply.code < 400 ? 1 : 0),
          primaries: talk.primaries + (isPrimary(talk, reply) ? 1 : 0),
          begun: reply.code === 250 || (talk.begun && isPrimary(talk, reply) && !aborts(reply)),
          done: talk.done + (reply.code === 252 || reply.code === 257 ? 1 : 0),
          errors:
            reply.code >= 400 && !talk.errors.includes(reply.code) ? [...talk.errors, reply.code].sort() : talk.errors,
          awaiting: answers(talk, reply) ? null : talk.awaiting,
        },
      };
    }),
  },
});

/** The conversation with one server. */
const talkWith = (server: Server) => {
  const at = { server } as const;
  const from = { type: 'from', params: at } as const;
  const answer = { type: 'answered', params: at } as const;
  const record = { type: 'record', params: at } as const;
  const say = [
    {
      type: 'send',
      params: ({ context }: { readonly context: UserMemory }): Sent => ({
        to: server,
        message: commandOf(context, nextLine(context, server)),
      }),
    } as const,
    { type: 'goOn', params: at } as const,
  ] as const;
  const abort = [
    { type: 'send', params: { to: server, message: { type: 'ABOR' } } as const } as const,
    { type: 'recordAborted', params: at } as const,
  ] as const;
  const leave = {
    type: 'send',
    params: { to: server, message: { type: 'CONTROL_LOST', from: 'A' } } as const,
  } as const;
  const mayGoOn = { type: 'mayGoOn', params: at } as const;

  const interruption = {
    [`ABORT_${server}`]: {
      guard: { type: 'mayAbort', params: at },
      target: 'waiting',
      actions: abort,
      meta: cite('FTP-07', 'FTP-43', 'E13'),
    },
    [`CLEAN_UP_${server}`]: {
      guard: { type: 'mustCleanUp', params: at },
      target: 'waiting',
      actions: abort,
      meta: cite('H34'),
    },
    ABANDON: { target: 'gone', actions: leave, meta: cite('E11', 'E14') },
    CONTROL_LOST: { guard: from, target: 'gone', meta: cite('FTP-05') },
  } as const;

  return words.createStateConfig({
    initial: 'free',
    states: {
      free: {
        on: {
          ...interruption,
          [`SAY_${server}`]: [
            { guard: and([mayGoOn, { type: 'hurries', params: at }]), actions: say, meta: cite('FTP-03') },
            { guard: mayGoOn, target: 'waiting', actions: say, meta: cite('FTP-03', 'R438-21', 'R478-12', 'R478-15') },
          ],
          REPLY: [
            { guard: and([from, 'good']), actions: record, meta: cite('FTP-04', 'R438-19') },
            { guard: from, target: 'stopped', actions: record, meta: cite('FTP-04', 'FTP-34') },
          ],
        },
      },
      waiting: {
        on: {
          ...interruption,
          [`SAY_${server}`]: {
            guard: and([mayGoOn, { type: 'interrupts', params: at }]),
            actions: say,
            meta: cite('FTP-07'),
          },
          REPLY: [
            { guard: and([from, answer, 'good']), target: 'free', actions: record, meta: cite('FTP-03', 'R438-19') },
            { guard: and([from, answer]), target: 'stopped', actions: record, meta: cite('FTP-34') },
            { guard: from, actions: record, meta: cite('FTP-04') },
          ],
        },
      },
      // A command failed: the script goes no further with this server.
      stopped: {
        on: {
          ...interruption,
          REPLY: { guard: from, actions: record, meta: cite('FTP-04') },
        },
      },
      gone: {
        on: {
          REPLY: { guard: from, meta: cite('FTP-05') },
          CONTROL_LOST: { guard: from, meta: cite('FTP-05') },
        },
      },
    },
  });
};

export const ftpUser = words.createMachine({
  id: 'ftpUser',
  context: ({ input }) => ({ ...input, B: newTalk, C: newTalk }),
  type: 'parallel',
  states: { withB: talkWith('B'), withC: talkWith('C') },
});
