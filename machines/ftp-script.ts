/**
 * What user A means to say, line by line, and what it has heard.
 *
 * Source    RFC 354 p. 22; RFC 438 d (a socket number told by one server is passed on to the other).
 */
import type { Address, FtpCommand, HostName } from './messages.ts';

/** The two servers that user A talks to: B is the one told to wait, C the one that calls. */
export type Server = 'B' | 'C';

/** A SOCK whose number a server told in rc255: its number of that parity, or one off it by mistake. */
export type ToldSock = {
  readonly type: 'SOCK';
  readonly told: { readonly by: Server; readonly parity: 'odd' | 'even' | 'any' };
  readonly host: HostName;
  /** Added to the number: 0 for the right one. */
  readonly off: number;
};

export type Line = {
  readonly say: FtpCommand | ToldSock;
  /** What must have come before, from either server: so many good primary replies, so many ended transfers. */
  readonly after?: readonly { readonly server: Server; readonly answered?: number; readonly done?: number }[];
  /** Said without waiting for the reply. */
  readonly hurry?: boolean;
  /** Said although the reply to the last command is still out. */
  readonly interrupt?: boolean;
  /** A transfer command. */
  readonly transfer?: boolean;
};

export type Script = Readonly<Record<Server, readonly Line[]>>;

export type UserInput = {
  readonly script: Script;
  /** May send ABOR once to each server after the transfer command, at any time. */
  readonly mayAbort: boolean;
  /** H34: sends ABOR to the other server when one has failed. */
  readonly cleansUp: boolean;
};

/** What user A knows of one conversation. */
export type Talk = {
  /** The line to be said next. */
  readonly at: number;
  /** Good primary replies so far. */
  readonly answered: number;
  /** Primary replies so far, good or bad (P41). */
  readonly primaries: number;
  /** Whether rc250 has been heard for the transfer under way: an rc454 is then its end, not its primary reply. */
  readonly begun: boolean;
  /** Ended transfers reported so far (rc252, rc257). */
  readonly done: number;
  /** The command whose primary reply is awaited. */
  readonly awaiting: FtpCommand['type'] | null;
  /** The socket numbers that the last rc255 named. */
  readonly told: readonly number[];
  /** Codes of 400 and more, each once. */
  readonly errors: readonly number[];
  readonly aborted: boolean;
};

export type UserMemory = UserInput & Readonly<Record<Server, Talk>>;

export const newTalk: Talk = {
  at: 0,
  answered: 0,
  primaries: 0,
  begun: false,
  done: 0,
  awaiting: null,
  told: [],
  errors: [],
  aborted: false,
};

/** The command that a line comes to, once the numbers it passes on are known. */
export function commandOf(user: UserMemory, line: Line | undefined): FtpCommand {
  if (line === undefined) throw new Error('the script has no further line: the guard mayGoOn should have said so');
  const { say } = line;
  if (!('told' in say)) return say;
  const { by, parity } = say.told;
  const fits = (number: number): boolean => parity === 'any' || number % 2 === (parity === 'odd' ? 1 : 0);
  const number = user[by].told.find(fits);
  if (number === undefined) throw new Error(`server ${by} has told no ${parity} socket: the line needs \`after\``);
  const address: Address = { host: say.host, socket: number + say.off };
  return { type: 'SOCK', address };
}
