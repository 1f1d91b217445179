/**
 * What SOCK to the waiting server buys: nobody but the announced peer gets or gives a byte.
 *
 * Source  RFC 438 c; RFC 478 (last remark); RFC 2577 for what became of it. P22-P25, P40, P43, P44.
 */
import { cite } from '../machines/clauses.ts';
import type { Server } from '../machines/ftp-script.ts';
import type { End } from '../machines/ftp-session.ts';
import { wasRobbed, type ThreeParty } from '../machines/systems/three-party-endings.ts';
import type { Address, Filter } from '../machines/messages.ts';
import type { Step, View } from '../src/model/index.ts';
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

/** An end of a server is connected, and SOCK has named a peer for it. */
const isSpokenFor = (state: ThreeParty, server: Server, end: End): boolean =>
  isOpen(state, server, end) && session(state, server).peer[end] !== null;

/** Whom a request that is delivered in a step comes from and goes to. */
const requestIn = ({ kind, message }: Step): { readonly from: Address; readonly to: Address } | undefined =>
  kind === 'deliver' && (message.type === 'STR' || message.type === 'RTS') ? (message as never) : undefined;

/** The server's socket that a request goes to listens, and not for its sender. */
const isUnwanted = (before: ThreeParty, step: Step, server: Server, end: End): boolean => {
  const request = requestIn(step);
  const at = socket(before, server, end);
  return (
    request !== undefined &&
    request.to.host === server &&
    request.to.socket === at.context.self.socket &&
    at.matches('listening') &&
    !fits(at.context.filter, request.from)
  );
};

/** A server accepts SOCK in the step. */
const acceptsSock = ({ kind, party, message, sends }: Step, server: Server): boolean =>
  kind === 'deliver' &&
  party === `server.${server}` &&
  message.type === 'SOCK' &&
  sends.some((sent) => sent.message.type === 'REPLY' && (sent.message.code as number) < 300);

/** What servers ask their NCPs to connect in the step. */
const callsIn = ({ sends }: Step) =>
  sends.flatMap(({ from, message }) => {
    const server = servers.find((name) => from === `server.${name}`);
    const { socket: number, to } = message as unknown as { readonly socket: number; readonly to: Address };
    return server !== undefined && message.type === 'CONNECT' ? [{ server, number, to }] : [];
  });

/** By PASV for either end, by LSTN for one. */
const wasToldToWait = (state: ThreeParty, server: Server, end: End): boolean =>
  isPassive(state, server) || session(state, server).allocated[end];

export const security = family('security', [
  always<ThreeParty>('P22 a connection that SOCK speaks of is with the socket that SOCK named', {
    ...cite('R438-17', 'R438-20', 'R478-10', 'R478-20'),
    given: (state) => servers.some((server) => ends.some((end) => isSpokenFor(state, server, end))),
    holds: (state) =>
      servers.every((server) =>
        ends.every(
          (end) =>
            !isSpokenFor(state, server, end) ||
            sameAddress(socket(state, server, end).context.peer, session(state, server).peer[end]),
        ),
      ),
  }),
  always<ThreeParty>('P23 no byte goes to a stranger or comes from one', {
    ...cite('R478-20', 'R438-17', 'R438-04'),
    holds: (state) => servers.every((server) => !wasRobbed(state, server)),
  }),
  everyStep<ThreeParty>('P24 a listener that turns a caller away goes on listening', {
    ...cite('H1', 'NCP-35', 'R478-11'),
    given: (before, step) => servers.some((server) => ends.some((end) => isUnwanted(before, step, server, end))),
    holds: (before, step, after) =>
      servers.every((server) =>
        ends.every((end) => !isUnwanted(before, step, server, end) || isListening(after, server, end)),
      ),
  }),
  everyStep<ThreeParty>('a server that was told to wait does not call', {
    ...cite('R478-07', 'R438-14', 'H14'),
    given: (before) => servers.some((server) => ends.some((end) => wasToldToWait(before, server, end))),
    holds: (before, step) =>
      callsIn(step).every(({ server, number }) =>
        ends.every((end) => session(before, server).sockets[end] !== number || !wasToldToWait(before, server, end)),
      ),
  }),
  everyStep<ThreeParty>('P43 SOCK that is accepted names the peer of its parity', {
    ...cite('FTP-16', 'FTP-17', 'R478-05'),
    given: (_before, step) => servers.some((server) => acceptsSock(step, server)),
    holds: (_before, step, after) =>
      servers.every((server) => {
        if (!acceptsSock(step, server)) return true;
        const address = step.message.address as unknown as Address;
        return sameAddress(session(after, server).peer[address.socket % 2 === 1 ? 'receive' : 'send'], address);
      }),
  }),
  everyStep<ThreeParty>('P43 an active server calls the socket that SOCK named, or else the user', {
    ...cite('FTP-15', 'FTP-31', 'R478-05', 'R478-21', 'E10'),
    given: (_before, step) => callsIn(step).length > 0,
    holds: (_before, step, after) =>
      callsIn(step).every(({ server, to }) => {
        const { command, peer } = session(after, server);
        const named = command === 'RETR' ? peer.send : peer.receive;
        return sameAddress(to, named ?? usersOwn[server][command === 'RETR' ? 'even' : 'odd']);
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
    given: (state) => servers.some((server) => ends.some((end) => isOpen(state, server, end))),
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
