/**
 * A send socket at host B and a receive socket at host C, each with a process that does as it likes: the NCP alone.
 *
 * Models    every order of calls on both sides, from which both roles follow: who asks and who listens is not given.
 * Variants  a rival at host X that calls C's socket too; crash with and without reset; loss, duplication, order per link.
 * Bounds    calls, pieces and crashes of each process; the capacity of the wire.
 */
import type { Channel, Message, OwnStep, Party, System, View } from '../../src/model/index.ts';
import { system } from '../../src/compose/index.ts';
import { type NcpKnobs, ncpDefaults } from '../knobs.ts';
import type { Address, Command, FromImp, HostName } from '../messages.ts';
import type { Memory } from '../ncp-memory.ts';
import { ncpProcess, type ProcessMemory, type Whim } from '../ncp-process.ts';
import { ncpSocket } from '../ncp-socket.ts';
import { labelOf, nameOf } from './names.ts';
import { twoSocketsEnding } from './two-sockets-endings.ts';

/** One socket and the process behind it. */
export type Side = {
  readonly knobs?: Partial<NcpKnobs>;
  /** What the process may do. Default: everything but LISTEN_FOR_OTHER and ACCEPT. */
  readonly may?: readonly Whim[];
  readonly calls?: number;
  readonly pieces?: number;
  readonly crash?: 'with reset' | 'without reset';
  /** Whether a receiver may ask its credit back. */
  readonly asksBack?: boolean;
  /** The byte size that a sender offers, and the only one that a receiver takes. */
  readonly size?: number;
};

/** A setting of the system; what is not given is the default of the knobs. */
export type TwoSockets = {
  readonly name: string;
  /** Knobs of every NCP. */
  readonly knobs?: Partial<NcpKnobs>;
  readonly sender?: Side;
  readonly receiver?: Side;
  readonly rival?: Side;
  /** Messages that may be lost, by ordered pair of hosts (`B>C`). */
  readonly loses?: Readonly<Record<string, number>>;
  /** Messages that may come twice. */
  readonly duplicates?: Readonly<Record<string, number>>;
  /** What keeps messages in order. Default: the pair of hosts. */
  readonly order?: 'host pair' | 'link';
};

/** The send socket. */
export const senderEnd: Address = { host: 'B', socket: 3 };
/** The receive socket. */
export const receiverEnd: Address = { host: 'C', socket: 2 };
/** The send socket of the rival. */
export const rivalEnd: Address = { host: 'X', socket: 5 };

/** The parties and messages that claims about sockets look at. */
export type Sockets = View<
  { readonly [socket: `ncp.${string}`]: Memory; readonly [process: `process.${string}`]: ProcessMemory },
  (Command | FromImp) & Message
>;

const capacity = 8;
const usual = ['CONNECT', 'LISTEN', 'LISTEN_FOR_PEER', 'CLOSE', 'SEND', 'GRANT'] as const satisfies readonly Whim[];
const always = (type: string): OwnStep => ({ event: { type }, fairness: 'weak' });
const maybe = (type: string): OwnStep => ({ event: { type }, fairness: 'none' });

function socketParty({ host, socket }: Address, side: Side, knobs: NcpKnobs, others: readonly Address[]): Party {
  return {
    chart: ncpSocket,
    input: {
      host,
      socket,
      knobs,
      process: true,
      resets: others,
      ...(side.size !== undefined && { size: side.size, acceptsSize: side.size }),
    },
    own: [
      ...(knobs.unlistened === 'QT' && knobs.timeouts ? [always('PENDING_TIMES_OUT')] : []),
      ...(knobs.timeouts ? [always('REQUEST_TIMES_OUT')] : []),
      ...(knobs.givesUpOnCls ? [always('GIVE_UP_ON_CLS')] : []),
      ...(side.asksBack ? [maybe('ASK_BACK')] : []),
    ],
    ports: {
      process: `notes.${host}`,
      ...Object.fromEntries(others.map((other) => [other.host, `wire.${host}>${other.host}`])),
    },
  };
}

function processParty({ host, socket }: Address, side: Side, knobs: NcpKnobs, peer: Address): Party {
  const sends = socket % 2 === 1;
  const may = (side.may ?? usual).filter((whim) => whim !== (sends ? 'GRANT' : 'SEND'));
  return {
    chart: ncpProcess,
    input: {
      host,
      socket,
      peer,
      calls: side.calls ?? 2,
      pieces: side.pieces ?? 1,
      failsOnMismatch: knobs.mismatch === 'refuse-fail',
      crashes: side.crash ? 1 : 0,
      resets: side.crash === 'with reset',
    },
    own: [...may.map(maybe), ...(side.crash ? [maybe('CRASH'), always('RESTART')] : [])],
    ports: { ncp: `calls.${host}` },
  };
}

/** The system of two sockets, or of three with a rival. */
export function twoSockets(options: TwoSockets): System {
  const { sender = {}, receiver = {}, rival } = options;
  const ends: { at: Address; side: Side; peer: Address; others: readonly Address[] }[] = [
    { at: senderEnd, side: sender, peer: receiverEnd, others: [receiverEnd] },
    { at: receiverEnd, side: receiver, peer: senderEnd, others: rival ? [senderEnd, rivalEnd] : [senderEnd] },
    ...(rival ? [{ at: rivalEnd, side: rival, peer: receiverEnd, others: [receiverEnd] }] : []),
  ];
  const parties: Record<string, Party> = {};
  const channels: Record<string, Channel> = {};
  for (const { at, side, peer, others } of ends) {
    const knobs = { ...ncpDefaults, ...options.knobs, ...side.knobs };
    parties[`process.${at.host}`] = processParty(at, side, knobs, peer);
    parties[nameOf(at)] = socketParty(at, side, knobs, others);
    channels[`calls.${at.host}`] = { kind: 'direct', to: nameOf(at) };
    channels[`notes.${at.host}`] = { kind: 'direct', to: `process.${at.host}` };
    for (const other of others) channels[`wire.${at.host}>${other.host}`] = wire(options, at.host, other);
  }
  return system<Sockets>({
    name: options.name,
    parties,
    channels,
    ending: twoSocketsEnding(
      ends.map(({ at }) => nameOf(at)),
      Object.keys(channels).filter((name) => name.startsWith('wire.')),
    ),
    lanes: Object.fromEntries(Object.keys(parties).map((party) => [party, party.split('.')[1]!])),
    label: labelOf,
  });
}

function wire({ loses, duplicates, order }: TwoSockets, from: HostName, to: Address): Channel {
  const pair = `${from}>${to.host}`;
  return {
    kind: 'fifo',
    to: nameOf(to),
    capacity,
    ...(loses?.[pair] && { loses: loses[pair] }),
    ...(duplicates?.[pair] && { duplicates: duplicates[pair] }),
    ...(order === 'link' && { lane: ({ type }: Message) => (type === 'DATA' ? 'data' : 'control') }),
  };
}
