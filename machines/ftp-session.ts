/**
 * What an FTP server remembers of one session: its data sockets, the peers that SOCK named, the transfer under way.
 *
 * Source    RFC 354 pp. 6-7, 14; RFC 438 a-d; RFC 478; RFC 542 pp. 14, 24 (two data sockets, one for each direction).
 * Omits     login, accounts, byte size, type, structure and mode (held constant: H29, H30 are out of scope here).
 */
import type { ServerKnobs } from './knobs.ts';
import type { Address, Bytes, Call, Filter, FtpCommand, HostName, Reply } from './messages.ts';
import { traitsOf } from './ftp-replies.ts';

/** The two ends a server has for data: by the direction in which its own socket works. */
export type End = 'receive' | 'send';

export type ServerInput = {
  readonly host: HostName;
  readonly knobs: ServerKnobs;
  /** Its data sockets: an even one that receives, an odd one that sends. */
  readonly sockets: Readonly<Record<End, number>>;
  /** User A's own data sockets for this session (FTP-10): used where no SOCK names another. */
  readonly userSockets: Readonly<Record<End, Address>>;
  /** How many pieces the file has that it would send. */
  readonly pieces: number;
  /** H1: what its NCP does with a caller that the filter does not allow: the server must know what it is left to check. */
  readonly checksCaller: boolean;
  /** H1 (b): a caller that was turned away spoils the transfer. */
  readonly failsOnMismatch: boolean;
  /** H20: whether its NCP grants credit by itself. */
  readonly grantsItself: boolean;
};

export type Session = ServerInput & {
  /** The foreign socket for each of its own ends, as SOCK named it. */
  readonly peer: Readonly<Record<End, Address | null>>;
  /** The ends that LSTN allocated. */
  readonly allocated: Readonly<Record<End, boolean>>;
  /** Who is connected to each end. */
  readonly opened: Readonly<Record<End, Address | null>>;
  /** The transfer command under way. */
  readonly command: 'RETR' | 'STOR' | 'APPE' | null;
  /** Whether rc250 has been sent for it. */
  readonly started: boolean;
  readonly credit: number;
  readonly sent: number;
  readonly tries: number;
  /** What came in before the transfer command did (P44). */
  readonly early: readonly Bytes[];
  /** What the transfer under way has stored. */
  readonly storing: readonly Bytes[];
  /** What the last finished transfer stored. */
  readonly file: readonly Bytes[] | null;
  /** The hosts with which bytes of a file were exchanged, each once. */
  readonly exchangedWith: readonly HostName[];
  /** H1 (b): a caller was turned away before the transfer command came. */
  readonly spoiled: boolean;
};

const nothing = { receive: null, send: null } as const;

export const newSession = (input: ServerInput): Session => ({
  host: input.host,
  knobs: input.knobs,
  sockets: input.sockets,
  userSockets: input.userSockets,
  pieces: input.pieces,
  checksCaller: input.checksCaller,
  failsOnMismatch: input.failsOnMismatch,
  grantsItself: input.grantsItself,
  peer: nothing,
  allocated: { receive: false, send: false },
  opened: nothing,
  command: null,
  started: false,
  credit: 0,
  sent: 0,
  tries: 0,
  early: [],
  storing: [],
  file: null,
  exchangedWith: [],
  spoiled: false,
});

/** The hosts with which bytes were exchanged, with one more. */
export const withHosts = (session: Session, hosts: readonly (HostName | undefined)[]): readonly HostName[] =>
  [...new Set([...session.exchangedWith, ...hosts.filter((host) => host !== undefined)])].sort();

/** The own end that works with a foreign socket: odd ones send, so we receive (FTP-16). */
export const endFor = (foreign: Address): End => (foreign.socket % 2 === 1 ? 'receive' : 'send');

/** The own end that a socket number of ours names. */
export const endOf = (session: Session, socket: number): End =>
  socket === session.sockets.receive ? 'receive' : 'send';

/** The end that a transfer command uses: RETR sends, STOR and APPE receive (FTP-13). */
export const endUsed = (command: FtpCommand['type'] | null): End =>
  command === 'RETR' || command === 'RTRV' ? 'send' : 'receive';

export const otherEnd = (end: End): End => (end === 'send' ? 'receive' : 'send');

/** The end that the transfer under way uses. */
export const ownEnd = (session: Session): End => endUsed(session.command);

/** Whom an active server calls: the socket that SOCK named, else user A's own (FTP-15, FTP-17). */
export const target = (session: Session): Address =>
  session.peer[ownEnd(session)] ?? session.userSockets[otherEnd(ownEnd(session))];

/** Whether a caller is consistent with the earlier SOCK, if there was one (R478-10). */
export const allowed = (session: Session, end: End, caller: Address): boolean => {
  const peer = session.peer[end];
  return peer === null || (peer.host === caller.host && peer.socket === caller.socket);
};

/** What the NCP is told to accept at an end: the socket that SOCK named, or anybody. */
const filterFor = (session: Session, end: End): Filter => session.peer[end];

/** What a session forgets with the connection of an end: who it was with, what it brought, what it may still take. */
export const parted = (session: Session, end: End): Pick<Session, 'opened' | 'early' | 'credit'> => ({
  opened: { ...session.opened, [end]: null },
  early: end === 'receive' ? [] : session.early,
  credit: end === 'send' ? 0 : session.credit,
});

export const listenAt = (session: Session, end: End): Call => ({
  type: 'LISTEN',
  socket: session.sockets[end],
  filter: filterFor(session, end),
});

export const connect = (session: Session): Call => ({
  type: 'CONNECT',
  socket: session.sockets[ownEnd(session)],
  to: target(session),
});

export const closeAt = (session: Session, end: End): Call => ({ type: 'CLOSE', socket: session.sockets[end] });

export const grant = (session: Session): Call => ({ type: 'GRANT', socket: session.sockets.receive, messages: 1 });

export const sendNext = (session: Session): Call => ({
  type: 'SEND',
  socket: session.sockets.send,
  bytes: { of: session.host, piece: session.sent + 1 },
});

/** The reply to SOCK: rc200, or in RFC 438 rc255 with the own socket that fits (R438-18, R438-25, H18, H19). */
export const sockReply = (session: Session, command: { readonly address: Address }): Reply => {
  const code = traitsOf[session.knobs.protocol].sock;
  const reply = { type: 'REPLY', from: session.host, code, of: 'SOCK' } as const;
  const own = session.sockets[endFor(command.address)];
  const told = session.knobs.sockTells === 'own' ? own : command.address.socket;
  return code === 255 ? { ...reply, sockets: [told] } : reply;
};

export const replyTo = (session: Session, code: number, of: Reply['of'], sockets?: readonly number[]): Reply => ({
  type: 'REPLY',
  from: session.host,
  code,
  of,
  ...(sockets && { sockets }),
});
