/**
 * The initial connection: both connections come about, between the sockets that were agreed on.
 *
 * Source  RFC 165 pp. 2-5; RFC 143 and RFC 202 for the two ways in which it went wrong. P45, P05.
 */
import { cite } from '../machines/clauses.ts';
import type { Direction } from '../machines/icp-ends.ts';
import { type IcpView, icpSockets } from '../machines/systems/icp.ts';
import { nameOf } from '../machines/systems/names.ts';
import { always, type Family, family, leadsTo, outcomes, reaches } from '../src/model/index.ts';

const { user, contact } = icpSockets;

const socket = (state: IcpView, host: 'A' | 'B', number: number) =>
  state.party[nameOf({ host, socket: number }) as `ncp.${string}`]!;

const connected = (state: IcpView): boolean =>
  state.party.user.hasTag('connected') && state.party.server.hasTag('connected');

/** U is still taken up with the contact connection. */
const contactInUse = (state: IcpView): boolean => socket(state, 'A', user).context.peer?.socket === contact;

/** The peer of the socket of the pair, once the contact connection is out of its way. */
const peerOf = (state: IcpView, direction: Direction): number | undefined => {
  const near = socket(state, 'A', state.party.user.context.own[direction]);
  const peer = near.context.peer?.socket;
  return near.matches('open') && peer !== contact ? peer : undefined;
};

/** The socket of the pair is connected, if at all, with the one at the other host that goes with it. */
const paired = (state: IcpView, direction: Direction): boolean => {
  const { receive, send } = state.party.server.context.own;
  const peer = peerOf(state, direction);
  return peer === undefined || peer === (direction === 'send' ? receive : send);
};

const shared: Family['claims'] = [
  leadsTo<IcpView>('P45 whoever calls gets both connections', {
    ...cite('NCP-80', 'NCP-81', 'NCP-82', 'NCP-83', 'FTP-01'),
    from: (state) => !state.party.user.matches('idle'),
    to: connected,
  }),
  outcomes('every end is a pair of connections', { ...cite('NCP-81'), only: ['connected'] }),
  always<IcpView>('a connection of the pair joins S with the second socket of the user, or S+1 with the first', {
    ...cite('NCP-81'),
    given: (state) => peerOf(state, 'receive') !== undefined || peerOf(state, 'send') !== undefined,
    holds: (state) => paired(state, 'receive') && paired(state, 'send'),
  }),
  reaches<IcpView>('the number is on its way', {
    ...cite('NCP-80'),
    when: (state) => state.channel['wire.B>A']!.some(({ type }) => type === 'DATA'),
  }),
];

/** For every setting in which the protocol works out. */
export const icpConnects: Family = family('initial connection', [
  ...shared,
  reaches<IcpView>('both connections are open', { ...cite('NCP-81'), when: connected }),
]);

/** For the settings in which it goes wrong. */
export const icpFails: Family = family('initial connection, before it was mended', [...shared]);

/** For a server that asks for the pair only after it has closed the contact connection, where early calls are refused. */
export const icpTooLate: Family = family('initial connection, too late', [
  outcomes('as long as calls keep their order, whoever calls a server that asks late is refused', {
    ...cite('NCP-81', 'NCP-83'),
    only: ['refused'],
  }),
  reaches<IcpView>('a call of the user is refused', {
    ...cite('NCP-22'),
    when: (state) => state.party.user.matches('refused'),
  }),
]);

/** The receive sockets of the user that the server's host feeds. */
const fedByOne = (state: IcpView) => [user, user + 2].map((number) => socket(state, 'A', number));

/** Where the contact socket has other business than the pair. */
export const icpLinks: Family = family('links of one host', [
  always<IcpView>('P05 two open receive sockets fed by one host have different links', {
    ...cite('NCP-08'),
    given: (state) => fedByOne(state).every((each) => each.matches('open')),
    holds: (state) => {
      const [one, other] = fedByOne(state);
      return one!.context.self.link !== other!.context.self.link;
    },
  }),
  reaches<IcpView>('two receive sockets fed by one host are open at once', {
    ...cite('NCP-08'),
    when: (state) => fedByOne(state).every((each) => each.matches('open')),
  }),
]);

/** The race of RFC 143: the call for the pair is there before the contact socket is free. */
export const icpContactReused: Family = family('the contact socket reused', [
  always<IcpView>('no call for the pair reaches the contact socket before it is free', {
    ...cite('NCP-15', 'NCP-83'),
    given: (state) => {
      const [next] = state.channel['wire.B>A']!;
      return next?.type === 'STR' && (next.from as { readonly socket: number }).socket !== contact;
    },
    holds: (state) => !contactInUse(state),
  }),
  reaches<IcpView>('the contact connection is open', {
    ...cite('NCP-80'),
    when: (state) => socket(state, 'A', user).matches('open'),
  }),
]);
