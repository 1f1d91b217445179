/**
 * The promise of RFC 478: after the acknowledgement of PASV the server is listening, no request comes too early, and
 * the two transfer commands may go in either order, whatever the NCP does with requests that nobody awaits.
 *
 * Source  RFC 478; RFC 438 b for the variant that cannot promise it. P15-P21, P26.
 */
import { cite } from '../machines/clauses.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, family, leadsTo, outcomes, reaches } from '../src/model/index.ts';
import {
  atStart,
  completed,
  ends,
  endsInUse,
  isFree,
  isOpen,
  isPassive,
  isRequest,
  isTransferring,
  isListening,
  servers,
  session,
  socket,
  talk,
  wire,
} from './three-party-facts.ts';

/** A request is at the head of the wire and names a data socket of B that is in no use at all. */
const comesTooEarly = (state: ThreeParty): boolean => {
  const [head] = wire(state, 'C');
  return (
    isRequest(head) &&
    ends.some((end) => session(state, 'B').sockets[end] === head.to.socket && isFree(state, 'B', end))
  );
};

export const promise = family('promise', [
  always<ThreeParty>('P15 a server that has acknowledged PASV listens until it is connected', {
    ...cite('R478-06', 'R478-08', 'H31'),
    given: (state) => servers.some((server) => isPassive(state, server)),
    holds: (state) =>
      servers.every(
        (server) =>
          !isPassive(state, server) ||
          endsInUse(state, server).every((end) => {
            const at = socket(state, server, end);
            return ['listening', 'called', 'open', 'draining', 'awaitingRfnm', 'closing'].some((name) =>
              at.matches(name),
            );
          }),
      ),
  }),
  always<ThreeParty>('P16 no request reaches a data socket of the waiting server before it is in use', {
    ...cite('R478-03', 'R438-10', 'R438-23', 'FTP-30', 'NCP-21', 'NCP-22'),
    holds: (state) => !comesTooEarly(state),
  }),
  outcomes('P17 whatever the NCP does with early requests, every end is a completed transfer', {
    ...cite('R478-03', 'NCP-25', 'NCP-26'),
    only: ['completes'],
  }),
  leadsTo<ThreeParty>('P19 the transfer completes', {
    ...cite('R438-02', 'R478-02', 'R438-04'),
    from: atStart,
    to: completed,
  }),
  reaches<ThreeParty>('a request is on its way to the waiting server', {
    ...cite('R438-15', 'R478-09'),
    when: (state) => isRequest(wire(state, 'C')[0]),
  }),
  reaches<ThreeParty>('both servers have the transfer command at once', {
    ...cite('R478-16', 'R438-21'),
    when: (state) => servers.every((server) => isTransferring(state, server)),
  }),
  reaches<ThreeParty>('the data connection is open at both ends', {
    ...cite('R438-04', 'NCP-12'),
    when: (state) => servers.every((server) => ends.some((end) => isOpen(state, server, end))),
  }),
]);

/** What only RFC 478 offers: a connection may open before the waiting server has its transfer command. */
export const premature = family('premature opening', [
  reaches<ThreeParty>('the waiting server listens before it has a transfer command', {
    ...cite('R478-06', 'R478-08'),
    when: (state) => isPassive(state, 'B') && !isTransferring(state, 'B') && isListening(state, 'B', 'receive'),
  }),
  reaches<ThreeParty>('a connection opens before the transfer command that it is for', {
    ...cite('R478-09', 'H20'),
    when: (state) => !isTransferring(state, 'B') && ends.some((end) => isOpen(state, 'B', end)),
  }),
]);

/** P20, P21: a user who waits for replies. */
export const waits = family('waiting for replies', [
  ...servers.map((server) =>
    leadsTo<ThreeParty>(`P20 the user does not wait for ever for a primary reply of ${server}`, {
      ...cite('FTP-03', 'FTP-35', 'H22'),
      from: (state) => talk(state, server).awaiting !== null,
      to: (state) => talk(state, server).awaiting === null,
    }),
  ),
  reaches<ThreeParty>('the user waits for a primary reply', {
    ...cite('FTP-03'),
    when: (state) => servers.some((server) => talk(state, server).awaiting !== null),
  }),
  leadsTo<ThreeParty>('P21 a transfer in which the second command waits for the first reply completes', {
    ...cite('FTP-03', 'R478-16', 'H22'),
    from: atStart,
    to: completed,
  }),
]);

/** P18, P26: the order of commands, and which server does what, make no difference. */
export const eitherOrder = family('either order', [
  outcomes('P18 in this order, every end is a completed transfer', {
    ...cite('R478-16', 'R438-21', 'R478-15'),
    only: ['completes'],
  }),
]);
export const eitherRole = family('either role', [
  outcomes('P26 with the roles exchanged, every end is a completed transfer', {
    ...cite('R478-18', 'R478-01', 'H40', 'FTP-13'),
    only: ['completes'],
  }),
]);
