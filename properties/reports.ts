/**
 * What replies are worth: each command one primary reply, no success where nothing arrived.
 *
 * Source  RFC 354 pp. 18-22; RFC 385 12; RFC 454 pp. 21-32. P27-P31, P41, P42.
 */
import { cite } from '../machines/clauses.ts';
import { legalCodes, secondary } from '../machines/ftp-replies.ts';
import { ownEnd } from '../machines/ftp-session.ts';
import type { Reply } from '../machines/messages.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, family, leadsTo, reaches, restsOnly } from '../src/model/index.ts';
import {
  allSaid,
  atStart,
  completed,
  doneAt,
  failedAt,
  hasWholeFile,
  isRequest,
  isTransferring,
  isWaiting,
  peerOf,
  repliesOf,
  servers,
  session,
  saidTo,
  talk,
  wire,
} from './three-party-facts.ts';
import { scriptSends } from './script-facts.ts';

/** A server has reported the end of more transfers than the other one. */
const isAhead = (state: ThreeParty, server: 'B' | 'C'): boolean =>
  doneAt(state, server) > doneAt(state, peerOf[server]);
const receives = (state: ThreeParty, server: 'B' | 'C'): boolean => !scriptSends(state, server);

export const reports = family('reports', [
  leadsTo<ThreeParty>('P30 when the sender reports success, so does the receiver', {
    ...cite('FTP-38', 'FTP-40', 'H20', 'H33'),
    from: (state) => servers.some((server) => scriptSends(state, server) && doneAt(state, server) > 0),
    to: (state) => !servers.some((server) => scriptSends(state, server) && isAhead(state, server)),
  }),
  always<ThreeParty>('P31 a receiver that reports success has the whole file', {
    ...cite('FTP-41', 'NCP-44', 'R438-16'),
    given: (state) => servers.some((server) => receives(state, server) && doneAt(state, server) > 0),
    holds: (state) =>
      servers.every((server) => !receives(state, server) || doneAt(state, server) === 0 || hasWholeFile(state, server)),
  }),
  always<ThreeParty>('P42 every reply is one that the variant has for its command', {
    ...cite('FTP-04', 'R438-12', 'R438-13', 'R438-18', 'R478-13', 'R478-14'),
    given: (state) => servers.some((server) => repliesOf(state, server).length > 0),
    holds: (state) =>
      servers.every((server) =>
        repliesOf(state, server).every(
          (reply) =>
            reply.type !== 'REPLY' || legalCodes(session(state, server).knobs.protocol, reply.of).includes(reply.code),
        ),
      ),
  }),
  reaches<ThreeParty>('a server reports something', {
    ...cite('FTP-04'),
    when: (state) => servers.some((server) => repliesOf(state, server).length > 0),
  }),
]);

/** For servers that may refuse a file: each of them may do so for either reason. */
export const refusals = family(
  'refusals',
  (
    [
      ['a server has not got the file', 450],
      ['a server may not give or take the file', 451],
    ] as const
  ).map(([says, code]) =>
    reaches<ThreeParty>(says, {
      ...cite('FTP-36', 'E12'),
      when: (state) => servers.some((server) => repliesOf(state, server).some((reply) => reply.code === code)),
    }),
  ),
);

/** A receiver's good report is reachable: P30 and P31 speak of something. */
export const succeeds = family('success', [
  reaches<ThreeParty>('the receiver reports success', {
    ...cite('FTP-38', 'R438-02'),
    when: (state) => servers.some((server) => receives(state, server) && doneAt(state, server) > 0),
  }),
]);

const isSecondary = ({ code }: Reply): boolean => secondary.some((each) => each === code);

/** P41: each command one primary reply. */
export const dialogue = family('dialogue', [
  restsOnly<ThreeParty>('P41 in the end every command has had its primary reply', {
    ...cite('FTP-03', 'FTP-04', 'H9'),
    in: (state) => servers.every((server) => talk(state, server).primaries >= saidTo(state, server)),
  }),
  always<ThreeParty>('P41 no command has two primary replies', {
    ...cite('FTP-04'),
    holds: (state) => servers.every((server) => talk(state, server).primaries <= saidTo(state, server)),
  }),
  always<ThreeParty>('P41 no end of a transfer is reported before its beginning', {
    ...cite('FTP-04', 'FTP-35'),
    given: (state) => servers.some((server) => repliesOf(state, server).some(isSecondary)),
    holds: (state) =>
      servers.every((server) =>
        repliesOf(state, server).every(
          (reply, index, all) =>
            !isSecondary(reply) ||
            (index === 0 ? talk(state, server).begun : all.slice(0, index).some((earlier) => earlier.code === 250)),
        ),
      ),
  }),
  reaches<ThreeParty>('a command is on its way', {
    ...cite('FTP-03'),
    when: (state) => servers.some((server) => (state.channel[`control.A>${server}`] ?? []).length > 0),
  }),
]);

/** Both told to wait (P27), nobody told to wait (P28), both to send or both to receive (P29). */
export const bothWait = family('both wait', [
  leadsTo<ThreeParty>('P27 when both servers wait, one of them says so', {
    ...cite('H26', 'FTP-34'),
    from: (state) => servers.every((server) => allSaid(state, server)),
    to: (state) => servers.some((server) => failedAt(state, server)),
  }),
  reaches<ThreeParty>('both servers wait for a data connection', {
    ...cite('H26'),
    when: (state) => servers.every((server) => isWaiting(state, server)),
  }),
]);
export const nobodyWaits = family('nobody waits', [
  leadsTo<ThreeParty>('P28 when nobody was told to wait, the transfer completes or fails with a reply', {
    ...cite('FTP-31', 'FTP-34', 'NCP-13'),
    from: atStart,
    to: (state) => completed(state) || servers.some((server) => failedAt(state, server)),
  }),
  reaches<ThreeParty>('the requests of both servers cross', {
    ...cite('NCP-13'),
    when: (state) => servers.every((server) => isRequest(wire(state, server)[0])),
  }),
]);
export const sameDirection = family('same direction', [
  always<ThreeParty>('P29 two senders or two receivers never report success', {
    ...cite('FTP-13', 'H13', 'H14'),
    holds: (state) => servers.every((server) => doneAt(state, server) === 0),
  }),
  reaches<ThreeParty>('both have the same transfer command', {
    ...cite('FTP-13'),
    when: (state) =>
      servers.every((server) => isTransferring(state, server)) &&
      ownEnd(session(state, 'B')) === ownEnd(session(state, 'C')),
  }),
]);
