/**
 * What a server or a user says in one step, and why: which command gets which reply, what a reply leaves as it was, what
 * a server asks of its NCP. Every step of every transfer is held against it.
 *
 * Source  RFC 354 pp. 13-22; RFC 438 a-d; RFC 478; NIC 8246 for the calls.
 */
import { cite } from '../machines/clauses.ts';
import { traitsOf } from '../machines/ftp-replies.ts';
import { type Session, endFor, ownEnd, target } from '../machines/ftp-session.ts';
import type { Address, FtpCommand } from '../machines/messages.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { type Claim, everyStep, type Family, family, reaches, type Step } from '../src/model/index.ts';
import {
  callsOf,
  commandTo,
  given,
  heard,
  isTransferCommand,
  repliesIn,
  replyTo,
  sameValue,
  serving,
} from './ftp-step-words.ts';
import { ncpConduct } from './ncp-conduct.ts';
import { ncpCourse } from './ncp-course.ts';
import { ncpRequests } from './ncp-requests.ts';
import { saidTwice } from './ncp-step-words.ts';
import { isPassive, isTransferring, sameAddress, serverIs, servers, session } from './three-party-facts.ts';
import { sessionConduct } from './session-conduct.ts';
import { transferConduct } from './transfer-conduct.ts';
import { userCourse } from './user-course.ts';
import { userConduct } from './user-conduct.ts';

type Server = (typeof servers)[number];

/** A claim on the steps that bring a server a command; nothing is said of other steps. */
const onCommand = (
  name: string,
  cites: { readonly cites: readonly string[] },
  holds: (
    before: ThreeParty,
    asked: { readonly server: Server; readonly command: FtpCommand },
    step: Step,
    after: ThreeParty,
  ) => boolean,
): Claim =>
  everyStep<ThreeParty>(name, {
    ...cites,
    holds: (before, step, after) => {
      const asked = commandTo(step);
      return asked === undefined || !serving(before, asked.server) || holds(before, asked, step, after);
    },
  });

/** What a session held by PASV or LSTN: something that ABOR ends although no transfer is under way. */
const holdsSomething = (state: ThreeParty, server: Server): boolean => {
  const { allocated, knobs } = session(state, server);
  if (isPassive(state, server)) return knobs.aborWhileListening === 'cancel';
  return allocated.receive || allocated.send;
};

/** Whether a command is one of those that the variant has. */
const isKnown = ({ knobs }: Session, { type }: FtpCommand): boolean => traitsOf[knobs.protocol].commands.includes(type);

const ends = ['receive', 'send'] as const;

const servingClaims: readonly Claim[] = [
  everyStep<ThreeParty>('a server speaks for itself, of the command at hand or the transfer under way', {
    ...cite('FTP-04'),
    holds: (before, step) =>
      servers.every((server) => {
        const asked = commandTo(step);
        const { command } = session(before, server);
        const now = asked?.server === server ? asked.command.type : undefined;
        return repliesIn(step, server).every(
          ({ from, of, code }) =>
            from === server &&
            (of === now ||
              of === command ||
              (of === 'spontaneous' && code === 255 && now !== undefined && isTransferCommand(now)) ||
              (of === 'RETR' && command === null && now === 'RTRV')),
        );
      }),
  }),
  everyStep<ThreeParty>('a server says nothing to the user twice at once', {
    ...cite('FTP-04', 'R438-13', 'R478-14'),
    holds: (_before, step) =>
      servers.every((server) => !saidTwice(step.sends.filter(({ channel }) => channel === `control.${server}>A`))),
  }),
  onCommand(
    'a command that is no transfer has one reply, at once',
    cite('FTP-03', 'FTP-04', 'R438-12', 'R478-13'),
    (before, { server, command }, step) =>
      isTransferCommand(command.type) ||
      serverIs(before, server, 'serving.dialogue.leaving') ||
      given(step, server, command.type).length === 1,
  ),
  onCommand(
    'a command that the variant has not got is refused as unknown, and changes nothing',
    cite('FTP-02'),
    (before, { server, command }, step, after) =>
      isKnown(session(before, server), command) ||
      serverIs(before, server, 'serving.dialogue.leaving') ||
      (replyTo(step, server, command.type) === 506 && sameValue(before, after, server)),
  ),
  onCommand(
    'a command that is refused changes nothing, and calls nobody',
    cite('FTP-04', 'H2', 'H3', 'H4', 'H5', 'H14', 'H15', 'H16', 'H17', 'H27'),
    (before, { server, command }, step, after) =>
      (replyTo(step, server, command.type) ?? 0) < 500 ||
      (sameValue(before, after, server) && callsOf(step, server).length === 0),
  ),
  onCommand(
    'a transfer command during a transfer is out of turn',
    cite('FTP-03'),
    (before, { server, command }, step) =>
      !isTransferCommand(command.type) ||
      (isTransferring(before, server)
        ? replyTo(step, server, command.type) === 504
        : ![504].includes(replyTo(step, server, command.type) ?? 0)),
  ),
  onCommand(
    'SOCK, PASV and LSTN during a transfer are out of turn',
    cite('FTP-03', 'FTP-19'),
    (before, { server, command }, step) =>
      !['SOCK', 'PASV', 'LSTN'].includes(command.type) ||
      !isKnown(session(before, server), command) ||
      !isTransferring(before, server) ||
      serverIs(before, server, 'serving.dialogue.leaving') ||
      [504, 505, 506].includes(replyTo(step, server, command.type) ?? 0),
  ),
  onCommand(
    'ABOR is done where a transfer is under way or something is held for one, and nothing elsewhere',
    cite('FTP-43', 'H7', 'H8', 'H34'),
    (before, { server, command }, step) =>
      command.type !== 'ABOR' ||
      replyTo(step, server, 'ABOR') === (isTransferring(before, server) || holdsSomething(before, server) ? 201 : 202),
  ),
  onCommand(
    'BYE is done at once, or after the transfer under way',
    cite('FTP-45'),
    (before, { server, command }, step, after) =>
      command.type !== 'BYE' ||
      serverIs(before, server, 'serving.dialogue.leaving') ||
      (isTransferring(before, server)
        ? replyTo(step, server, 'BYE') === 232 && serverIs(after, server, 'serving.dialogue.leaving')
        : replyTo(step, server, 'BYE') === 231 && serverIs(after, server, 'over')),
  ),
  onCommand(
    'REIN forgets what was named and lets a transfer finish',
    cite('FTP-18', 'FTP-44', 'H35'),
    (before, { server, command }, step, after) => {
      if (command.type !== 'REIN' || serverIs(before, server, 'serving.dialogue.leaving')) return true;
      const { peer, command: left } = session(after, server);
      return (
        replyTo(step, server, 'REIN') === 233 &&
        peer.receive === null &&
        peer.send === null &&
        left === session(before, server).command
      );
    },
  ),
  onCommand(
    'SOCK that is taken names the peer of the end that fits, and no other',
    cite('FTP-15', 'FTP-16', 'FTP-17', 'R438-18', 'R478-13', 'H18', 'H19'),
    (before, { server, command }, step, after) => {
      if (command.type !== 'SOCK' || (replyTo(step, server, 'SOCK') ?? 500) >= 500) return true;
      const end = endFor(command.address);
      const { peer, sockets, knobs } = session(after, server);
      const [reply] = given(step, server, 'SOCK');
      const told = knobs.sockTells === 'own' ? sockets[end] : command.address.socket;
      return (
        ends.every(
          (one) =>
            sameAddress(peer[one], one === end ? command.address : session(before, server).peer[one]) ||
            peer[one] === session(before, server).peer[one],
        ) &&
        sameAddress(peer[end], command.address) &&
        reply?.code === traitsOf[knobs.protocol].sock &&
        (reply.code !== 255 || (reply.sockets?.length === 1 && reply.sockets[0] === told))
      );
    },
  ),
  onCommand(
    'LSTN that is taken reserves the socket that it tells, and GETS tells both',
    cite('R438-08', 'R438-09', 'R438-12', 'R438-13', 'FTP-14'),
    (before, { server, command }, step, after) => {
      const { sockets, allocated } = session(after, server);
      const [reply] = given(step, server, command.type);
      if (reply?.code !== 255) return true;
      if (command.type === 'GETS')
        return reply.sockets?.includes(sockets.send) === true && reply.sockets.includes(sockets.receive);
      if (command.type !== 'LSTN') return true;
      const end = command.direction === 'S' ? 'send' : 'receive';
      const other = end === 'send' ? 'receive' : 'send';
      return (
        allocated[end] &&
        allocated[other] === session(before, server).allocated[other] &&
        reply.sockets?.length === 1 &&
        reply.sockets[0] === sockets[end] &&
        serverIs(after, server, 'serving.role.allocated')
      );
    },
  ),
  onCommand(
    'PASV that is acknowledged makes the server wait',
    cite('R478-06', 'R478-14', 'FTP-46', 'H31'),
    (_before, { server, command }, step, after) =>
      command.type !== 'PASV' ||
      (replyTo(step, server, 'PASV') ?? 500) >= 500 ||
      (replyTo(step, server, 'PASV') === 200 &&
        (isPassive(after, server) || serverIs(after, server, 'serving.role.promising'))),
  ),
  everyStep<ThreeParty>(
    'a server calls the socket that SOCK named or that of its user, listens for it, and uses its own sockets',
    {
      ...cite('FTP-10', 'FTP-15', 'R478-10', 'NCP-28', 'NCP-60'),
      holds: (before, step, after) =>
        servers.every((server) =>
          callsOf(step, server).every((call) => {
            const { sockets, host, sent } = session(before, server);
            const now = session(after, server);
            const end = ends.find((one) => sockets[one] === call.socket);
            if (end === undefined) return false;
            if (call.type === 'CONNECT') {
              const { command } = session(before, server);
              return (
                end === ownEnd({ ...now, command }) && sameAddress(call.to as Address, target({ ...now, command }))
              );
            }
            if (call.type === 'LISTEN')
              return call.filter === null ? now.peer[end] === null : sameAddress(call.filter as Address, now.peer[end]);
            if (call.type === 'GRANT') return end === 'receive' && call.messages === 1;
            if (call.type !== 'SEND') return call.type === 'CLOSE';
            const { of, piece } = call.bytes as { readonly of: string; readonly piece: number };
            return end === 'send' && of === host && piece > sent;
          }),
        ),
    },
  ),
  everyStep<ThreeParty>('nothing is left of a transfer that is over', {
    ...cite('FTP-39', 'FTP-43', 'R438-16'),
    holds: (before, _step, after) =>
      servers.every((server) => {
        const was = session(before, server);
        const { command, started, sent, storing, tries, opened } = session(after, server);
        if (was.command === null || command !== null) return true;
        return (
          !started &&
          sent === 0 &&
          storing.length === 0 &&
          tries === 0 &&
          (!was.started || opened[ownEnd(was)] === null)
        );
      }),
  }),
  everyStep<ThreeParty>('a server that has ended says nothing and calls nobody', {
    ...cite('FTP-05', 'FTP-45', 'E1'),
    holds: (before, step) =>
      servers.every(
        (server) =>
          serverIs(before, server, 'serving') ||
          (repliesIn(step, server).length === 0 && callsOf(step, server).length === 0),
      ),
  }),
  everyStep<ThreeParty>('the end of a session, and a crash, forget all but the file', {
    ...cite('FTP-06', 'E1', 'E2', 'E3'),
    holds: (before, step, after) =>
      servers.every((server) => {
        if (!heard(step, server, 'CRASH')) return true;
        const { command, peer, opened, allocated, credit } = session(after, server);
        return (
          serverIs(after, server, 'down') &&
          command === null &&
          credit === 0 &&
          ends.every((end) => peer[end] === null && opened[end] === null && !allocated[end]) &&
          sameFile(before, after, server)
        );
      }),
  }),
];

const sameFile = (before: ThreeParty, after: ThreeParty, server: Server): boolean =>
  JSON.stringify(session(before, server).file) === JSON.stringify(session(after, server).file);

/** For every transfer: servers, user and NCPs. */
export const conduct: Family = family('conduct', [
  ...servingClaims,
  ...transferConduct,
  ...sessionConduct,
  ...userConduct,
  ...userCourse,
  ...ncpConduct,
  ...ncpCourse,
  ...ncpRequests,
  reaches<ThreeParty>('a command is on its way to a server', {
    ...cite('FTP-03'),
    when: (state) => servers.some((server) => (state.channel[`control.A>${server}`] ?? []).length > 0),
  }),
]);
