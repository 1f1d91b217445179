/**
 * How the two ends of the initial connection protocol go about their pair of connections.
 *
 * Source    RFC 165 pp. 2-5; RFC 143 (which sockets), RFC 202 (in which order).
 */
import type { Address, Call, HostName } from './messages.ts';

/** The two connections of one end: by the direction in which its own socket works. */
export type Direction = 'receive' | 'send';

/** In which way an end asks for its pair. */
export type Manner = {
  /** Which connection is asked for first. */
  readonly first: Direction;
  /** Whether the second is asked for only when the first is open (RFC 202 says: do not). */
  readonly waits: boolean;
};

/** What both ends remember: the sockets they use, and what has become of them. */
export type IcpMemory = {
  readonly host: HostName;
  readonly manner: Manner;
  /** One's own end of the contact connection. */
  readonly contact: number;
  /** Own sockets for the pair of connections. */
  readonly own: Readonly<Record<Direction, number>>;
  /** The sockets at the other end; null until they are known. */
  readonly foreign: Readonly<Record<Direction, Address>> | null;
  readonly opened: Readonly<Record<Direction, boolean>>;
};

/** The opposite direction. */
export const other = (direction: Direction): Direction => (direction === 'send' ? 'receive' : 'send');

/** The direction in which a socket of one's own works for the pair; undefined for one that is not of the pair. */
export const directionOf = ({ own }: IcpMemory, socket: number): Direction | undefined => {
  if (own.receive === socket) return 'receive';
  return own.send === socket ? 'send' : undefined;
};

/** The directions in the order in which they are asked for. */
export const inOrder = ({ manner }: IcpMemory): readonly Direction[] => [manner.first, other(manner.first)];

/** Asks for connections: one's own sender meets the foreign receiver, and the other way round. */
export const asking = ({ own, foreign }: IcpMemory, directions: readonly Direction[]): readonly Call[] =>
  foreign === null
    ? []
    : directions.map((direction) => ({ type: 'CONNECT', socket: own[direction], to: foreign[other(direction)] }));
