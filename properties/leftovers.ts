/**
 * What a failed, aborted or abandoned transfer leaves behind.
 *
 * Source  RFC 354 p. 17; RFC 430 pp. 4-5; RFC 607, RFC 614; the silence of both RFCs (R438-24, R478-22). P32-P36.
 */
import { cite } from '../machines/clauses.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, everyStep, family, leadsTo, reaches } from '../src/model/index.ts';
import {
  ends,
  isFree,
  isListening,
  isPassive,
  isTransferring,
  repliesOf,
  saidTo,
  serverIs,
  session,
  servers,
  socket,
  talk,
} from './three-party-facts.ts';

const isEngaged = (state: ThreeParty, server: 'B' | 'C'): boolean =>
  serverIs(state, server, 'serving.transfer.engaged');
const nothingHeld = (state: ThreeParty, server: 'B' | 'C'): boolean => ends.every((end) => isFree(state, server, end));

/** P32: when C cannot connect, B does not wait for ever. */
export const peerFailure = family('peer failure', [
  leadsTo<ThreeParty>('P32 when one server has failed, the other one lets go of its sockets', {
    ...cite('H7', 'H34', 'R438-24', 'R478-22', 'FTP-34'),
    from: (state) => talk(state, 'C').errors.includes(454),
    to: (state) => nothingHeld(state, 'B'),
  }),
  reaches<ThreeParty>('one server has failed while the other one holds a socket', {
    ...cite('FTP-34', 'H34'),
    when: (state) => talk(state, 'C').errors.includes(454) && !nothingHeld(state, 'B'),
  }),
]);

/** P33: the end of the session ends everything. */
export const sessionEnd = family('session end', [
  ...servers.map((server) =>
    leadsTo<ThreeParty>(`P33 when ${server}'s session is over its data sockets come free`, {
      ...cite('FTP-06', 'FTP-45', 'H10', 'R478-22'),
      from: (state) => serverIs(state, server, 'over'),
      to: (state) => nothingHeld(state, server),
    }),
  ),
  reaches<ThreeParty>('a session ends while its server listens or is connected', {
    ...cite('FTP-06', 'H10'),
    when: (state) =>
      servers.some((server) =>
        (state.channel[`control.A>${server}`] ?? []).some(({ type }) => type === 'CONTROL_LOST' || type === 'BYE'),
      ),
  }),
]);

/** ABOR was the last command to a server, and it has been answered. */
const endsWithAbor = (state: ThreeParty, server: 'B' | 'C'): boolean => {
  const { at, aborted, awaiting, primaries } = talk(state, server);
  const script = state.party.user.context.script[server];
  const last = aborted && at === script.length ? 'ABOR' : script[at - 1]?.say.type;
  return last === 'ABOR' && awaiting === null && primaries >= saidTo(state, server);
};

const hasAnsweredAbor = (state: ThreeParty, server: 'B' | 'C'): boolean =>
  repliesOf(state, server).some(({ of }) => of === 'ABOR') || endsWithAbor(state, server);

/** P34: ABOR ends listening. */
export const abort = family('abort', [
  always<ThreeParty>('P34 a server that has answered ABOR listens no more', {
    ...cite('FTP-43', 'H8', 'H9'),
    given: (state) => servers.some((server) => hasAnsweredAbor(state, server)),
    holds: (state) =>
      servers.every(
        (server) => !hasAnsweredAbor(state, server) || ends.every((end) => !isListening(state, server, end)),
      ),
  }),
  reaches<ThreeParty>('ABOR comes to a server that listens', {
    ...cite('H8', 'H9'),
    when: (state) =>
      servers.some(
        (server) =>
          (state.channel[`control.A>${server}`] ?? [])[0]?.type === 'ABOR' &&
          ends.some((end) => isListening(state, server, end)),
      ),
  }),
]);

/** The transfer of a server that was told to wait ends. */
const endsTransfer = (before: ThreeParty, after: ThreeParty, server: 'B' | 'C'): boolean =>
  isEngaged(before, server) && !isTransferring(after, server) && isPassive(before, server);

/** P35: PASV is for one transfer. */
export const oneShot = family('one-shot', [
  everyStep<ThreeParty>('P35 the end of a transfer ends the passive role', {
    ...cite('H6', 'FTP-47'),
    given: (before, _step, after) => servers.some((server) => endsTransfer(before, after, server)),
    holds: (before, _step, after) =>
      servers.every((server) => !endsTransfer(before, after, server) || !isPassive(after, server)),
  }),
  reaches<ThreeParty>('a server has a transfer command', {
    ...cite('FTP-13'),
    when: (state) => servers.some((server) => isTransferring(state, server)),
  }),
]);

/** P36: few sockets are held at once. */
export const bounded = family('bounded', [
  always<ThreeParty>(
    'P36 a server listens on two sockets at most, on one during a transfer, and a socket queues one request at most',
    {
      ...cite('NCP-26', 'R478-03'),
      holds: (state) =>
        servers.every(
          (server) =>
            ends.filter((end) => isListening(state, server, end)).length <= (isEngaged(state, server) ? 1 : 2) &&
            ends.every((end) => socket(state, server, end).context.queue.length <= 1),
        ),
    },
  ),
  reaches<ThreeParty>('a data socket is in use', {
    ...cite('NCP-14'),
    when: (state) => servers.some((server) => !nothingHeld(state, server)),
  }),
]);

/** H7, H35: what was held for a transfer that nobody asks for. */
export const holding = family('holding', [
  leadsTo<ThreeParty>('a server that waits for no transfer command lets go of its sockets', {
    ...cite('H7', 'H35', 'R438-24', 'R478-22'),
    from: (state) => isPassive(state, 'B'),
    to: (state) => nothingHeld(state, 'B'),
  }),
  reaches<ThreeParty>('a server waits for a transfer command', {
    ...cite('R478-06'),
    when: (state) => isPassive(state, 'B') && !isTransferring(state, 'B'),
  }),
]);

/** REIN puts the parameters back. */
export const parameters = family('parameters', [
  everyStep<ThreeParty>('REIN forgets the peers that SOCK named', {
    ...cite('FTP-18', 'FTP-44'),
    given: (_before, { kind, message }) => kind === 'deliver' && message.type === 'REIN',
    holds: (_before, { party }, after) =>
      servers.every((server) => {
        const { peer } = session(after, server);
        return party !== `server.${server}` || (peer.receive === null && peer.send === null);
      }),
  }),
  reaches<ThreeParty>('REIN comes to a server whose peer SOCK has named', {
    ...cite('FTP-44'),
    when: (state) =>
      servers.some(
        (server) =>
          (state.channel[`control.A>${server}`] ?? [])[0]?.type === 'REIN' &&
          ends.some((end) => session(state, server).peer[end] !== null),
      ),
  }),
]);
