/**
 * The initial connection protocol between a user at host A and a server at host B, each with its NCP.
 *
 * Models    the protocol as RFC 165 left it, and the two mistakes that came before: the pair of connections on the contact
 *           socket itself (RFC 143), and waiting for one connection before asking for the other (RFC 202).
 * Bounds    one attempt; the capacity of the wire.
 */
import type { Channel, Message, Party, System, View } from '../../src/model/index.ts';
import { system } from '../../src/compose/index.ts';
import type { Manner } from '../icp-ends.ts';
import { icpServer, type IcpServerInput, type IcpServerMemory } from '../icp-server.ts';
import { icpUser, type IcpUserInput, type IcpUserMemory } from '../icp-user.ts';
import { type NcpKnobs, ncpDefaults } from '../knobs.ts';
import type { Address, HostName } from '../messages.ts';
import type { Memory } from '../ncp-memory.ts';
import { ncpSocket } from '../ncp-socket.ts';
import { labelOf, nameOf } from './names.ts';

/** A setting of the initial connection; what is not given is as RFC 165 has it. */
export type Icp = {
  readonly name: string;
  readonly knobs?: Partial<NcpKnobs>;
  /** The user's pair of sockets: U and U+1, or U+2 and U+3. */
  readonly pair?: 'U' | 'U+2';
  readonly user?: Manner;
  readonly server?: Manner;
  readonly answersBy?: IcpUserInput['answersBy'];
  readonly asks?: IcpServerInput['asks'];
  /** Whether the receive sockets of a host have links of their own, or all the same one (NCP-08). */
  readonly links?: 'distinct' | 'shared';
};

/** The parties that claims about the initial connection look at. */
export type IcpView = View<{
  readonly user: IcpUserMemory;
  readonly server: IcpServerMemory;
  readonly [socket: `ncp.${string}`]: Memory;
}>;

/** U at the user's host; L and S at the server's. */
export const icpSockets = { user: 10, contact: 3, server: 200 } as const;

const capacity = 6;
const together: Manner = { first: 'send', waits: false };

/** The system of one attempt. */
export function icp(options: Icp): System {
  const offset = options.pair === 'U' ? 0 : 2;
  const { user, contact, server } = icpSockets;
  const sockets: readonly Address[] = [
    ...[...new Set([user, user + offset, user + offset + 1])].map((socket) => ({ host: 'A', socket }) as const),
    ...[contact, server, server + 1].map((socket) => ({ host: 'B', socket }) as const),
  ];
  const socketParty = ({ host, socket }: Address, index: number): Party => ({
    chart: ncpSocket,
    input: {
      host,
      socket,
      knobs: { ...ncpDefaults, ...options.knobs },
      process: true,
      link: options.links === 'shared' ? 2 : 2 + index,
    },
    ports: { A: 'wire.B>A', B: 'wire.A>B', process: `notes.${host}` },
  });
  const parties: Record<string, Party> = {
    user: {
      chart: icpUser,
      input: {
        host: 'A',
        manner: options.user ?? together,
        contact: user,
        offset,
        server: { host: 'B', socket: contact },
        answersBy: options.answersBy ?? 'calling',
      },
      own: [{ event: { type: 'CALL' }, fairness: 'weak' }],
      ports: { ncp: 'calls.A' },
    },
    server: {
      chart: icpServer,
      input: {
        host: 'B',
        manner: options.server ?? together,
        contact,
        base: server,
        offset,
        asks: options.asks ?? 'at once',
      },
      ports: { ncp: 'calls.B' },
    },
    ...Object.fromEntries(sockets.map((address, index) => [nameOf(address), socketParty(address, index)])),
  };
  return system<IcpView>({
    name: options.name,
    parties,
    channels: {
      'wire.A>B': wire,
      'wire.B>A': wire,
      'calls.A': callsOf('A'),
      'calls.B': callsOf('B'),
      'notes.A': { kind: 'direct', to: 'user' },
      'notes.B': { kind: 'direct', to: 'server' },
    },
    ending: (state) => {
      if (state.channel['wire.A>B']!.length + state.channel['wire.B>A']!.length > 0) return undefined;
      const { user: caller, server: called } = state.party;
      if (caller.matches('refused') || called.matches('refused')) return { name: 'refused', fine: false };
      return caller.hasTag('connected') && called.hasTag('connected') ? { name: 'connected', fine: true } : undefined;
    },
    lanes: Object.fromEntries(
      Object.keys(parties).map((name) => [name, name === 'user' ? 'A' : name === 'server' ? 'B' : name.split('.')[1]!]),
    ),
    label: labelOf,
  });
}

const wire: Channel = { kind: 'fifo', to: (message: Message) => nameOf(message.to as Address), capacity };
const callsOf = (host: HostName): Channel => ({
  kind: 'direct',
  to: ({ socket }: Message) => nameOf({ host, socket: socket as number }),
});

const sendFirst: Manner = { first: 'send', waits: true };
const receiveFirst: Manner = { first: 'receive', waits: true };

/** Named settings: the protocol as it was mended, and as it was before. */
export const icpSettings = {
  'rfc-165/R': {},
  'rfc-165/Q': { knobs: { unlistened: 'Q' } },
  'rfc-165-user-listens/R': { answersBy: 'listening' },
  'rfc-165-server-asks-late/R': { asks: 'after closing' },
  'rfc-165-server-asks-late/Q': { asks: 'after closing', knobs: { unlistened: 'Q' } },
  'rfc-165-server-asks-late-user-listens/R': { asks: 'after closing', answersBy: 'listening' },
  'rfc-143/refuse': { pair: 'U' },
  'rfc-143/queue': { pair: 'U', knobs: { unlistened: 'Q', busy: 'queue' } },
  'rfc-143-server-asks-late/R': { pair: 'U', asks: 'after closing' },
  'rfc-202/R': { user: sendFirst, server: sendFirst },
  'rfc-202/Q': { user: sendFirst, server: sendFirst, knobs: { unlistened: 'Q' } },
  'rfc-202-same-order/Q': { user: receiveFirst, server: sendFirst, knobs: { unlistened: 'Q' } },
  'shared-link/R': { links: 'shared' },
} as const satisfies Readonly<Record<string, Omit<Icp, 'name'>>>;

/** The name of a setting. */
export type IcpSetting = keyof typeof icpSettings;
