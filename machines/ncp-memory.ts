/**
 * What an NCP remembers of one local socket, and the facts that it reads from it.
 *
 * Source    NIC 8246 pp. 9-15; RFC 55 pp. 9-22 (the tables of a socket).
 * Omits     bit credit (credit counts messages), resources other than the bound of the queue.
 */
import type { NcpKnobs } from './knobs.ts';
import type { Address, Call, Command, Filter, FromImp, HostName, Note, Outage } from './messages.ts';

/** What an NCP does of its own accord, when the system lists it among the party's own steps. */
export type Initiative =
  /** Refuses the request that has been queued longest (policy QT). */
  | { readonly type: 'PENDING_TIMES_OUT' }
  /** Withdraws a request that nobody answered. */
  | { readonly type: 'REQUEST_TIMES_OUT' }
  /** Forgets that it waits for a CLS. */
  | { readonly type: 'GIVE_UP_ON_CLS' }
  /** A receiver asks its credit back. */
  | { readonly type: 'ASK_BACK' };

/** Whatever the chart of a socket hears. */
export type SocketEvent = Command | FromImp | Call | Outage | Initiative;

/** What a socket says, and through which port: a foreign host's name for the wire, `process` for notes. */
export type Said = { readonly to: HostName | 'process'; readonly message: Command | FromImp | Note };

/** What a socket is made for. */
export type SocketInput = {
  readonly host: HostName;
  /** Odd sends, even receives. */
  readonly socket: number;
  readonly knobs: NcpKnobs;
  /** Whether anybody lives behind the socket; without a process it gives no notes. */
  readonly process: boolean;
  /** The byte size that a sender offers in STR. Default 8. */
  readonly size?: number;
  /** The only byte size that a receiver takes; null takes any (H29). Default null. */
  readonly acceptsSize?: number | null;
  /** The link that a receiver assigns in RTS, 2 to 71. Default 2. */
  readonly link?: number;
  /** How many messages a receiver allows by itself on opening, where `allOnOpen` is automatic. Default 1. */
  readonly window?: number;
  /** The foreign sockets that are sent RST after a restart with reset. Default none. */
  readonly resets?: readonly Address[];
};

/** A request that came in: from where, and the byte size (of an STR) or link (of an RTS) that it offers. */
export type Caller = { readonly from: Address; readonly offers: number };

/** What an NCP knows of a socket; nothing that is over is kept, so that equal situations are equal memories. */
export type Memory = {
  readonly self: Required<SocketInput>;
  /** The foreign end of the call, request or connection under way. */
  readonly peer: Address | null;
  /** Whom the listener accepts. */
  readonly filter: Filter;
  /** Requests that wait for a LISTEN or CONNECT, oldest first. */
  readonly queue: readonly Caller[];
  /** Callers that were refused and have not yet sent their CLS (NCP-41). */
  readonly owed: readonly Address[];
  /** Messages that a sender may still send; that a receiver has allowed and not yet seen. */
  readonly credit: number;
  /** Messages of data without RFNM. */
  readonly unacknowledged: number;
  /** The link of the connection, as the receiver chose it. */
  readonly link: number | null;
  /** Whether a GVB is unanswered. */
  readonly asked: boolean;
  /** A LISTEN or CONNECT that waits until the socket is free (NCP-15). */
  readonly wanted: Extract<Call, { type: 'LISTEN' | 'CONNECT' }> | null;
  /** What the process is to be told when the exchange of CLS is over; null when it knows already. */
  readonly report: 'CLOSED' | 'PEER_CLOSED' | null;
  /** Where an RST has no RRP yet. */
  readonly resetting: readonly Address[];
};

/** What a connection leaves behind: nothing. */
export const noConnection = {
  peer: null,
  filter: null,
  credit: 0,
  unacknowledged: 0,
  link: null,
  asked: false,
  report: null,
} as const satisfies Partial<Memory>;

/** The memory of a socket that nobody has used. */
export const blank = (input: SocketInput): Memory => ({
  ...noConnection,
  self: { size: 8, acceptsSize: null, link: 2, window: 1, resets: [], ...input },
  queue: [],
  owed: [],
  wanted: null,
  resetting: [],
});

/** Whether both are the same socket; nothing is the same as no socket. */
export const same = (one: Address | null, other: Address | null): boolean =>
  one !== null && other !== null && one.host === other.host && one.socket === other.socket;

/** The list without one address. */
export const without = (list: readonly Address[], gone: Address): readonly Address[] =>
  list.filter((each) => !same(each, gone));

/** A set of addresses in one order, so that equal sets are equal memories. */
export const including = (list: readonly Address[], extra: Address): readonly Address[] =>
  [...without(list, extra), extra].sort((a, b) => (a.host === b.host ? a.socket - b.socket : a.host < b.host ? -1 : 1));

/** The socket itself. */
export const ownAddress = ({ self }: Memory): Address => ({ host: self.host, socket: self.socket });

/** Whether it is a send socket: its number is odd (NCP-03). */
export const sends = ({ self }: Memory): boolean => self.socket % 2 === 1;

/** The foreign end that a message from the wire speaks for. */
export const speaker = (event: SocketEvent): Address | null => ('from' in event ? event.from : null);

/** Whether the message comes from the foreign end of what is under way. */
export const fromPeer = (memory: Memory, event: SocketEvent): boolean => same(memory.peer, speaker(event));

/** Whether the message comes from that end's host. */
export const fromPeersHost = (memory: Memory, event: SocketEvent): boolean =>
  memory.peer !== null && memory.peer.host === speaker(event)?.host;

/** Whether that end was refused and has not yet sent its CLS. */
export const owes = (memory: Memory, address: Address | null): boolean =>
  memory.owed.some((each) => same(each, address));

/** The request in the message; null when it is none. */
export const callerOf = (event: SocketEvent): Caller | null => {
  if (event.type === 'STR') return { from: event.from, offers: event.size };
  if (event.type === 'RTS') return { from: event.from, offers: event.link };
  return null;
};

/** An STR goes from an odd socket to an even one, an RTS from an even socket to an odd one (NCP-03, NCP-04, NCP-06). */
export const genderRight = (memory: Memory, event: SocketEvent): boolean => {
  const foreignEnd = speaker(event);
  if (foreignEnd === null) return false;
  return event.type === (sends(memory) ? 'RTS' : 'STR') && (foreignEnd.socket % 2 === 1) !== sends(memory);
};

/** Whether the byte size that an STR offers is one that the receiver takes (NCP-10, H29). */
export const sizeRight = ({ self }: Memory, event: SocketEvent): boolean =>
  event.type !== 'STR' || self.acceptsSize === null || self.acceptsSize === event.size;

/** A request that may be considered: its gender and size are right, and the caller has no earlier one to close. */
export const proper = (memory: Memory, event: SocketEvent): boolean =>
  genderRight(memory, event) && sizeRight(memory, event) && !owes(memory, speaker(event));

/** Whether the filter lets that socket in (NCP-28). */
export const allows = (filter: Filter, { host, socket }: Address): boolean =>
  filter === null || (filter.host === host && (filter.socket === null || filter.socket === socket));

/** The first queued caller that the listener takes: under `accept-check` the process looks at the caller, not the NCP. */
export const welcome = ({ queue, filter, self }: Memory): Caller | undefined =>
  queue.find(({ from }) => self.knobs.mismatch === 'accept-check' || allows(filter, from));

/** Whether one more request may be queued (NCP-26). */
export const hasRoom = ({ queue, self }: Memory): boolean => queue.length < self.knobs.queueBound;
