/**
 * What a transfer owes its user and its file, step by step, and what a server must know of its own sockets.
 *
 * Source  RFC 354 pp. 5-8, 18-19; RFC 385 8; RFC 478.
 */
import { cite } from '../machines/clauses.ts';
import type { Bytes, Reply } from '../machines/messages.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, type Claim, everyStep, type Step } from '../src/model/index.ts';
import { callsOf, commandTo, repliesIn, serving } from './ftp-step-words.ts';
import {
  ends,
  isPassive,
  isTransferring,
  sameAddress,
  serverIs,
  servers,
  session,
  socket,
} from './three-party-facts.ts';

type Server = (typeof servers)[number];

const endings = [252, 257, 450, 451, 452, 453, 454, 505];

/** Whether a step takes the session away, or ends its transfer at the user's word: nothing need be reported. */
const isCalledOff = ({ message, sends }: Step, server: Server): boolean =>
  ['ABOR', 'CONTROL_LOST'].includes(message.type) ||
  sends.some(({ to, message: told }) => to === `server.${server}` && told.type === 'CRASH');

const ofTransfer = ({ of }: Reply): boolean => of === 'RETR' || of === 'STOR' || of === 'APPE';

const brings = ({ sends }: Step, server: Server): readonly Bytes[] =>
  sends
    .filter(({ to, message }) => to === `server.${server}` && message.type === 'ARRIVED')
    .map(({ message }) => message.bytes as Bytes);

const pieces = (state: ThreeParty, server: Server): readonly Bytes[] => [
  ...session(state, server).storing,
  ...session(state, server).early,
];
const sameFile = (a: readonly Bytes[] | null, b: readonly Bytes[] | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const inUse = ['listening', 'called', 'open', 'draining', 'awaitingRfnm', 'closing', 'requesting', 'down', 'resetting'];

/** For every transfer. */
export const transferConduct: readonly Claim[] = [
  everyStep<ThreeParty>('the end of a transfer is reported once, unless the user has called it off', {
    ...cite('FTP-04', 'FTP-34', 'FTP-40', 'FTP-41', 'H23'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const { command } = session(before, server);
        if (command === null || session(after, server).command !== null || isCalledOff(step, server)) return true;
        return (
          repliesIn(step, server).filter((reply) => ofTransfer(reply) && endings.includes(reply.code)).length === 1
        );
      }),
  }),
  everyStep<ThreeParty>('the beginning of a transfer is reported once, and its end not before it', {
    ...cite('FTP-04', 'FTP-35', 'H22'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const begun = repliesIn(step, server).filter(({ code }) => code === 250).length;
        const { started, command } = session(before, server);
        const now = session(after, server);
        if (begun > 0) return begun === 1 && command !== null && !started && (now.started || now.command === null);
        return now.started === started || now.command === null || command === null;
      }),
  }),
  everyStep<ThreeParty>('a server keeps what arrives, in order, until its transfer or its connection is over', {
    ...cite('FTP-38', 'H20', 'NCP-61'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const [was, is] = [session(before, server), session(after, server)];
        const goesOn =
          (was.command === null || is.command !== null) && (was.opened.receive === null || is.opened.receive !== null);
        return (
          !goesOn ||
          !serving(after, server) ||
          sameFile(pieces(after, server), [...pieces(before, server), ...brings(step, server)])
        );
      }),
  }),
  everyStep<ThreeParty>('a file is what was stored when its end was reported, and nothing else', {
    ...cite('FTP-38', 'FTP-41', 'R438-16'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const [was, is] = [session(before, server), session(after, server)];
        const done = repliesIn(step, server).some(({ code }) => code === 252 || code === 257);
        const stores = done && was.command !== 'RETR';
        return sameFile(is.file, stores ? [...pieces(before, server), ...brings(step, server)] : was.file);
      }),
  }),
  everyStep<ThreeParty>('a server counts what it sends, and sends only what it was allowed', {
    ...cite('NCP-60', 'NCP-61', 'FTP-38'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const sent = callsOf(step, server).filter(({ type }) => type === 'SEND').length;
        const [was, is] = [session(before, server), session(after, server)];
        return sent === 0 || is.command === null || (is.sent === was.sent + sent && is.sent <= is.pieces);
      }),
  }),
  everyStep<ThreeParty>('a server that gives up waiting says so, or waits no more', {
    ...cite('FTP-37', 'H7', 'H25'),
    holds: (before, step, after) =>
      step.kind !== 'own' ||
      step.message.type !== 'TIME_OUT' ||
      servers.every((server) => {
        if (step.party !== `server.${server}`) return true;
        if (isTransferring(before, server))
          return !isTransferring(after, server) && repliesIn(step, server).some(({ code }) => code === 454);
        return (
          !isPassive(after, server) &&
          ends.every((end) => !['listening', 'called'].some(socket(after, server, end).matches))
        );
      }),
  }),
  everyStep<ThreeParty>('a server works on one command at a time, and on none that it was not given', {
    ...cite('FTP-03', 'FTP-13'),
    holds: (before, step, after) =>
      servers.every((server) => {
        const [was, is] = [session(before, server).command, session(after, server).command];
        if (is === was || is === null) return true;
        const asked = commandTo(step);
        const type = asked?.server === server ? asked.command.type : undefined;
        return was === null && is === (type === 'RTRV' ? 'RETR' : type);
      }),
  }),
  always<ThreeParty>('a server knows which of its sockets are connected, and with whom', {
    ...cite('R438-15', 'R478-09', 'NCP-12', 'NCP-14'),
    holds: (state) =>
      servers.every(
        (server) =>
          !serving(state, server) ||
          ends.every((end) => {
            const { context, matches } = socket(state, server, end);
            const known = session(state, server).opened[end];
            return !matches('open') || sameAddress(known, context.peer);
          }),
      ),
  }),
  always<ThreeParty>('a server that waits has a socket that can be called', {
    ...cite('R438-10', 'R438-14', 'R478-06', 'R478-08', 'FTP-46', 'FTP-47'),
    holds: (state) =>
      servers.every((server) => {
        const { pasvOpens, repliesBeforeListening } = session(state, server).knobs;
        const idle = isPassive(state, server) && !isTransferring(state, server);
        const waits =
          serverIs(state, server, 'serving.transfer.engaged.waiting') &&
          pasvOpens === 'both' &&
          !repliesBeforeListening;
        if (!(idle || waits)) return true;
        return ends.some((end) => inUse.some(socket(state, server, end).matches));
      }),
  }),
];
