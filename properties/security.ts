/**
 * What SOCK to the waiting server buys: nobody but the announced peer gets or gives a byte.
 *
 * Source  RFC 438 c; RFC 478 (last remark); RFC 2577 for what became of it. P22-P25, P40, P43, P44.
 */
import { cite } from '../machines/clauses.ts';
import { wasRobbed, type ThreeParty } from '../machines/systems/three-party-endings.ts';
import type { Address, Filter } from '../machines/messages.ts';
import type { View } from '../src/model/index.ts';
import { always, everyStep, family, leadsTo, reaches } from '../src/model/index.ts';
import {
  atStart,
  completed,
  ends,
  isFree,
  isListening,
  isOpen,
  isPassive,
  isRequest,
  isTransferring,
  sameAddress,
  servers,
  session,
  socket,
  wire,
} from './three-party-facts.ts';

const fits = (filter: Filter, from: Address): boolean =>
  filter === null || (filter.host === from.host && (filter.socket === null || filter.socket === from.socket));

/** U+4 and U+5 of each session of the user, where U is 10 and 20 (FTP-10). */
const usersOwn = {
  B: { even: { host: 'A', socket: 14 }, odd: { host: 'A', socket: 15 } },
  C: { even: { host: 'A', socket: 24 }, odd: { host: 'A', socket: 25 } },
} as const;

export const security = family('security', [
  always<ThreeParty>('P22 a connection that SOCK speaks of is with the socket that SOCK named', {
    ...cite('R438-17', 'R438-20', 'R478-10', 'R478-20'),
    holds: (state) =>
      servers.every((server) =>
        ends.every((end) => {
          const peer = session(state, server).peer[end];
          return (
            !isOpen(state, server, end) || peer === null || sameAddress(socket(state, server, end).context.peer, peer)
          );
        }),
      ),
  }),
  always<ThreeParty>('P23 no byte goes to a stranger or comes from one', {
    ...cite('R478-20', 'R438-17', 'R438-04'),
    holds: (state) => servers.every((server) => !wasRobbed(state, server)),
  }),
  everyStep<ThreeParty>('P24 a listener that turns a caller away goes on listening', {
    ...cite('H1', 'NCP-35', 'R478-11'),
    holds: (before, { kind, message }, after) => {
      if (kind !== 'deliver' || (message.type !== 'STR' && message.type !== 'RTS')) return true;
      const { from, to } = message as unknown as { readonly from: Address; readonly to: Address };
      return servers.every((server) =>
        ends.every((end) => {
          const at = socket(before, server, end);
          const meant = to.host === server && at.context.self.socket === to.socket && at.matches('listening');
          return !meant || fits(at.context.filter, from) || isListening(after, server, end);
        }),
      );
    },
  }),
  everyStep<ThreeParty>('a server that was told to wait does not call', {
    ...cite('R478-07', 'R438-14', 'H14'),
    holds: (before, { sends }) =>
      sends.every(({ from, message }) => {
        const server = servers.find((name) => from === `server.${name}`);
        return server === undefined || message.type !== 'CONNECT' || !isPassive(before, server);
      }),
  }),
  everyStep<ThreeParty>('P43 SOCK that is accepted names the peer of its parity', {
    ...cite('FTP-16', 'FTP-17', 'R478-05'),
    holds: (_before, { kind, party, message, sends }, after) => {
      const server = servers.find((name) => party === `server.${name}`);
      if (server === undefined || kind !== 'deliver' || message.type !== 'SOCK') return true;
      const accepted = sends.some((sent) => sent.message.type === 'REPLY' && (sent.message.code as number) < 300);
      const address = message.address as unknown as Address;
      const named = session(after, server).peer[address.socket % 2 === 1 ? 'receive' : 'send'];
      return !accepted || sameAddress(named, address);
    },
  }),
  everyStep<ThreeParty>('P43 an active server calls the socket that SOCK named, or else the user', {
    ...cite('FTP-15', 'FTP-31', 'R478-05', 'R478-21', 'E10'),
    holds: (_before, { sends }, after) =>
      sends.every(({ from, message }) => {
        const server = servers.find((name) => from === `server.${name}`);
        if (server === undefined || message.type !== 'CONNECT') return true;
        const { command, peer } = session(after, server);
        const called = command === 'RETR' ? peer.send : peer.receive;
        return sameAddress(
          message.to as unknown as Address,
          called ?? usersOwn[server][command === 'RETR' ? 'even' : 'odd'],
        );
      }),
  }),
  always<ThreeParty>('P44 what came before the transfer command is in no file', {
    ...cite('H20', 'R438-15'),
    holds: (state) =>
      servers.every((server) => isTransferring(state, server) || session(state, server).storing.length === 0),
  }),
  reaches<ThreeParty>('SOCK has named a peer', {
    ...cite('FTP-15', 'R478-12'),
    when: (state) => servers.some((server) => ends.some((end) => session(state, server).peer[end] !== null)),
  }),
]);

/** P40: the user can protect the waiting server before the other one calls. */
export const configurable = family('configurable', [
  reaches<ThreeParty>('P40 the waiting server is told whom to accept before the other one calls', {
    ...cite('R438-19', 'R438-20', 'R478-12', 'R478-20', 'FTP-11'),
    when: (state) =>
      ends.some((end) => {
        const { peer } = session(state, 'B');
        const other = end === 'receive' ? 'send' : 'receive';
        const calling = { host: 'C', socket: session(state, 'C').sockets[other] } as const;
        return sameAddress(peer[end], calling) && isFree(state, 'C', other) && !wire(state, 'C').some(isRequest);
      }),
  }),
]);

/** With an intruder about. */
export const intrusion = family('intrusion', [
  leadsTo<ThreeParty>('P25 a few calls from a stranger do not prevent the transfer', {
    ...cite('R478-20', 'E7', 'H1'),
    from: atStart,
    to: completed,
  }),
  reaches<ThreeParty>('a stranger calls while the waiting server listens', {
    ...cite('E7', 'R478-20'),
    when: (state) =>
      ends.some((end) => isListening(state, 'B', end)) &&
      (state as unknown as View).channel['wire.X>B']?.[0]?.type !== undefined,
  }),
]);

/** P01: whoever is connected is connected with the other gender. */
export const gender = family('gender', [
  always<ThreeParty>('P01 an open data socket of a server is connected with one of the other gender', {
    ...cite('NCP-03', 'NCP-04', 'NCP-06'),
    holds: (state) =>
      servers.every((server) =>
        ends.every((end) => {
          const { peer, self } = socket(state, server, end).context;
          return !isOpen(state, server, end) || peer === null || peer.socket % 2 !== self.socket % 2;
        }),
      ),
  }),
  reaches<ThreeParty>('a stranger means to call a socket of its own gender', {
    ...cite('NCP-04'),
    when: (state) => state.party.intruder.context.calls === 0,
  }),
]);
