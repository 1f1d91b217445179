/**
 * What an NCP says in one step, and why: who speaks for whom, what is answered, what a process is told. Every step of
 * every system with sockets is held against it.
 *
 * Source  NIC 8246 pp. 9-18, 21-26; RFC 55 pp. 3-5 for what a process is told.
 */
import { cite } from '../machines/clauses.ts';
import type { Address, Bytes } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Claim, everyStep, type Family, family, reaches, type Step } from '../src/model/index.ts';
import { ncpCourse } from './ncp-course.ts';
import { ncpRequests } from './ncp-requests.ts';
import { ncpWaits } from './ncp-waits.ts';
import {
  brought,
  type Brought,
  errorsDue,
  fromPeer,
  isIn,
  isWanted,
  onWires,
  ownOf,
  resetsAll,
  said,
  saidTwice,
  socketAt,
  told,
} from './ncp-step-words.ts';

/** Commands and messages that one host sends another; what the subnet says is none of them. */
const ofHosts = ['STR', 'RTS', 'CLS', 'ALL', 'GVB', 'RET', 'DATA', 'ERR', 'RST', 'RRP'];

const answersOnly = (step: Step, type: string, given: Brought | undefined): boolean =>
  said(step, type).every(
    ({ from, message }) => given?.receiver === from && same(message.to as Address, given.speaker),
  ) && said(step, type).length === (given === undefined ? 0 : 1);

/** A claim on what a step brings from a wire; nothing is said of other steps. */
const broughtTo = (
  name: string,
  cites: { readonly cites: readonly string[] },
  holds: (before: Sockets, given: Brought, step: Step, after: Sockets) => boolean,
) =>
  everyStep<Sockets>(name, {
    ...cites,
    holds: (before, step, after) => {
      const given = brought(step);
      return given === undefined || holds(before, given, step, after);
    },
  });

/** What a socket that was told of the end of its connection must have told its process: nothing where it has none. */
const tells = (before: Sockets, step: Step, { receiver }: Brought, note: string | null): boolean =>
  note === null || !socketAt(before, receiver).context.self.process || told(step, receiver, note) === 1;

const fromHostOfPeer = (before: Sockets, { receiver, speaker }: Brought): boolean =>
  socketAt(before, receiver).context.peer?.host === speaker.host;

/** Whether a step takes the connection or the request of a socket away: reset, or the host of the peer is dead. */
const takesAway = (before: Sockets, given: Brought): boolean =>
  (given.message.type === 'RST' && fromPeer(before, given)) ||
  (given.message.type === 'DEAD' && fromHostOfPeer(before, given));

/** Whether what is brought is of a connection that is established: matched, and no CLS sent or received. */
const isOnConnection = (before: Sockets, given: Brought): boolean =>
  ['open', 'draining'].some((path) => isIn(before, given.receiver, path)) && isWanted(before, given);

/** For every system with sockets. */
export const ncpConduct: readonly Claim[] = [
  everyStep<Sockets>('what an NCP says names its own socket and goes to the host that it names', {
    ...cite('NCP-02', 'NCP-06'),
    holds: (_before, step) =>
      onWires(step).every(
        ({ from, channel, message }) =>
          from === ownOf(message.from as Address) &&
          channel === `wire.${(message.from as Address).host}>${(message.to as Address).host}`,
      ),
  }),
  everyStep<Sockets>('a request goes to a socket of the other gender, unless its NCP does not look', {
    ...cite('NCP-03', 'NCP-04'),
    holds: (before, step) =>
      [...said(step, 'STR'), ...said(step, 'RTS')].every(({ from, message }) => {
        const own = socketAt(before, from).context.self;
        return !own.knobs.checksGender || (message.to as Address).socket % 2 !== own.socket % 2;
      }),
  }),
  everyStep<Sockets>('an NCP says nothing twice at once', {
    ...cite('NCP-13', 'NCP-42', 'NCP-60', 'NCP-73'),
    holds: (_before, step) => !saidTwice(onWires(step)),
  }),
  everyStep<Sockets>('data is acknowledged once, to the host that sent it, and nothing else is', {
    ...cite('NCP-44', 'NCP-45'),
    holds: (before, step) => {
      const given = brought(step, 'DATA');
      return answersOnly(step, 'RFNM', given && !isIn(before, given.receiver, 'down') ? given : undefined);
    },
  }),
  everyStep<Sockets>('RST is answered once by RRP, and nothing else is', {
    ...cite('NCP-71', 'NCP-72', 'NCP-73'),
    holds: (before, step) => {
      const given = brought(step, 'RST');
      return answersOnly(step, 'RRP', given && !isIn(before, given.receiver, 'down') ? given : undefined);
    },
  }),
  everyStep<Sockets>('whoever writes to a host that is down hears once that it is dead, and nobody else hears so', {
    ...cite('NCP-75', 'E1', 'E4'),
    holds: (before, step) => {
      const given = brought(step, ...ofHosts);
      return answersOnly(step, 'DEAD', given && isIn(before, given.receiver, 'down') ? given : undefined);
    },
  }),
  everyStep<Sockets>('ERR says once what was wrong with the command at hand, and comes for nothing else', {
    ...cite('NCP-03', 'NCP-04', 'NCP-34', 'NCP-51', 'H37', 'H38', 'E5'),
    holds: (before, step) => {
      const given = brought(step);
      const due = given === undefined ? 'none' : errorsDue(before, given);
      const errors = said(step, 'ERR');
      if (due === 'none') return errors.length === 0;
      if (errors.length === 0) return due.optional;
      return answersOnly(step, 'ERR', given) && errors[0]!.message.code === due.code;
    },
  }),
  broughtTo(
    'CLS for a connection, a request or a caller is answered once',
    cite('NCP-41', 'NCP-42', 'NCP-43', 'NCP-50'),
    (before, given, step) => {
      const { receiver, speaker, message } = given;
      if (message.type !== 'CLS') return true;
      const { context, matches } = socketAt(before, receiver);
      const queued = context.queue.some(({ from }) => same(from, speaker));
      const holdsIt =
        fromPeer(before, given) &&
        (['requesting', 'called'].some(matches) || (matches('open') && context.unacknowledged === 0));
      const owes = context.owed.some((address) => same(address, speaker));
      return !(queued || holdsIt) || owes || matches('down') || matches('resetting') || answersWith(step, 'CLS', given);
    },
  ),
  broughtTo(
    'the process is told once that the peer has closed, or that its own close is done',
    cite('NCP-40', 'NCP-43', 'NCP-44', 'NCP-46', 'NCP-47'),
    (before, given, step, after) => {
      const { context, matches } = socketAt(before, given.receiver);
      if (given.message.type === 'RFNM')
        return (
          !(matches('awaitingRfnm') && context.unacknowledged === 1) ||
          !fromPeer(before, given) ||
          tells(before, step, given, context.report)
        );
      if (given.message.type !== 'CLS' || !fromPeer(before, given)) return true;
      if (matches('open') && context.unacknowledged === 0) return tells(before, step, given, 'PEER_CLOSED');
      // The peer is the first to close as long as the NCP has sent no CLS, even where its own process has closed.
      if (['open', 'draining'].some(matches)) return socketAt(after, given.receiver).context.report === 'PEER_CLOSED';
      return (
        !matches('closing') ||
        context.owed.some((one) => same(one, given.speaker)) ||
        tells(before, step, given, context.report)
      );
    },
  ),
  broughtTo(
    'the process is told once that its request has come to nothing',
    cite('NCP-22', 'NCP-41', 'NCP-76'),
    (before, given, step) =>
      !isIn(before, given.receiver, 'requesting') ||
      !(takesAway(before, given) || (given.message.type === 'CLS' && fromPeer(before, given))) ||
      tells(before, step, given, 'REFUSED'),
  ),
  broughtTo(
    'the process is told once that its connection is lost',
    cite('NCP-70', 'NCP-75', 'NCP-76'),
    (before, given, step) => {
      if (!takesAway(before, given)) return true;
      const { context, matches } = socketAt(before, given.receiver);
      if (['open', 'draining', 'awaitingRfnm'].some(matches)) return tells(before, step, given, 'LOST');
      return !matches('closing') || tells(before, step, given, context.report === null ? null : 'LOST');
    },
  ),
  broughtTo(
    'data that was allowed reaches the process, once and as it was sent',
    cite('NCP-61'),
    (before, given, step) => {
      const { receiver, message } = given;
      if (message.type !== 'DATA' || !isIn(before, receiver, 'open') || !isWanted(before, given)) return true;
      const arrived = step.sends.filter(({ from, message: { type } }) => from === receiver && type === 'ARRIVED');
      return (
        !socketAt(before, receiver).context.self.process ||
        (arrived.length === 1 && sameBytes(arrived[0]!.message.bytes as Bytes, message.bytes as Bytes))
      );
    },
  ),
  broughtTo('the process is told once of credit, and of all of it', cite('NCP-60', 'NCP-63'), (before, given, step) => {
    const { receiver, message } = given;
    const { context, matches } = socketAt(before, receiver);
    if (!matches('open') || !fromPeer(before, given) || message.link !== context.link) return true;
    if (message.type !== 'ALL' && message.type !== 'GVB') return true;
    const credit = message.type === 'GVB' ? 0 : context.credit + (message.messages as number);
    const notes = step.sends.filter(({ from, message: { type } }) => from === receiver && type === 'CREDIT');
    return !context.self.process || (notes.length === 1 && notes[0]!.message.messages === credit);
  }),
  everyStep<Sockets>('GVB is answered once by RET with all the credit that is left, and nothing else is', {
    ...cite('NCP-44', 'NCP-63'),
    holds: (before, step, after) => {
      const given = brought(step, 'GVB');
      const due = given && isOnConnection(before, given) ? given : undefined;
      if (!answersOnly(step, 'RET', due)) return false;
      if (due === undefined) return true;
      const [was, is] = [socketAt(before, due.receiver).context, socketAt(after, due.receiver).context];
      return said(step, 'RET')[0]!.message.messages === was.credit && is.credit === 0;
    },
  }),
  everyStep<Sockets>('the process is told once that it is connected, when it is, and with whom', {
    ...cite('NCP-12', 'NCP-36'),
    holds: (before, step, after) => {
      const opened = step.sends.filter(({ message: { type } }) => type === 'OPENED');
      return (
        opened.every(({ from, message }) => {
          const { context, matches } = socketAt(before, from);
          const was = matches('open') && same(context.peer, message.peer as Address);
          return told(step, from, 'OPENED') === 1 && !was;
        }) &&
        opened.every(({ from, message }) => {
          const { context, matches } = socketAt(after, from);
          return !matches('open') || same(context.peer, message.peer as Address);
        })
      );
    },
  }),
  everyStep<Sockets>('a host that comes back resets each of the others once, and nobody else resets', {
    ...cite('NCP-70', 'NCP-71', 'NCP-74', 'E2', 'E3'),
    holds: (_before, step, after) =>
      said(step, 'RST').every(({ from }) => isIn(after, from, 'resetting')) && resetsAll(step, after),
  }),
  ...ncpWaits,
];

/** For systems of sockets and processes; `wire` is a queue on which something is said. */
export const conductOfNcps = (wire: string): Family =>
  family('conduct of NCPs', [
    ...ncpConduct,
    ...ncpCourse,
    ...ncpRequests,
    reaches<Sockets>('an NCP has something to say', {
      ...cite('NCP-06'),
      when: (state) => state.channel[wire]!.length > 0,
    }),
  ]);

const answersWith = (step: Step, type: string, { receiver, speaker }: Brought): boolean =>
  said(step, type).filter(({ from, message }) => from === receiver && same(message.to as Address, speaker)).length ===
  1;

const sameBytes = (a: Bytes, b: Bytes): boolean => a.of === b.of && a.piece === b.piece;
