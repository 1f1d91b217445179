/**
 * Which commands a variant has, and the codes it answers them with.
 *
 * Source    RFC 354 p. 19 and RFC 385 (V354, V438, V478), RFC 454 pp. 21-27 (V454), RFC 542 pp. 31-34 (V542).
 * Omits     access control (331, 433), site information (000-050), codes for other file-system errors (455, 550).
 */
import type { FtpCommand, Reply } from './messages.ts';
import type { ServerKnobs } from './knobs.ts';

type Protocol = ServerKnobs['protocol'];
type CommandName = FtpCommand['type'];

const transfers: readonly CommandName[] = ['RETR', 'RTRV', 'STOR', 'APPE'];
const base: readonly CommandName[] = ['SOCK', ...transfers, 'ABOR', 'REIN', 'BYE'];

/** What tells one variant from another: everything that charts and scripts ask of its name. */
export type Traits = {
  /** Its commands; any other is answered by rc506. */
  readonly commands: readonly CommandName[];
  /** The command that tells a server to wait, where there is one. */
  readonly waitsBy: 'LSTN' | 'PASV' | null;
  /** Whether data sockets are fixed by the protocol (S+2, S+3: FTP-12), or allocated and told. */
  readonly sockets: 'fixed' | 'told';
  /** The code for a successful SOCK: RFC 438 wants the server's own socket at once (R438-18). */
  readonly sock: 200 | 255;
  /** Whether a calling server names its socket in rc255 when it gets the transfer command (FTP-11). */
  readonly announces: boolean;
  /** The code for a finished transfer whose data connection is closed: rc257 was made for it in RFC 542 (FTP-40). */
  readonly done: 252 | 257;
};

/** The variants. A new one is a new line here, and does not compile without. */
export const traitsOf: Readonly<Record<Protocol, Traits>> = {
  V354: { commands: base, waitsBy: null, sockets: 'told', sock: 200, announces: true, done: 252 },
  V430: { commands: [...base, 'GETS'], waitsBy: null, sockets: 'told', sock: 200, announces: false, done: 252 },
  V438: { commands: [...base, 'LSTN'], waitsBy: 'LSTN', sockets: 'told', sock: 255, announces: false, done: 252 },
  V454: { commands: [...base, 'LSTN'], waitsBy: 'LSTN', sockets: 'told', sock: 200, announces: true, done: 252 },
  V478: { commands: [...base, 'PASV'], waitsBy: 'PASV', sockets: 'fixed', sock: 200, announces: false, done: 252 },
  V542: { commands: [...base, 'PASV'], waitsBy: 'PASV', sockets: 'fixed', sock: 200, announces: false, done: 257 },
};

/** Secondary replies: the end of a transfer that was reported as begun. */
export const secondary = [252, 257, 452, 453] as const;

/** Every code that a server of the variant may answer a command with (P42). */
export function legalCodes(protocol: Protocol, command: Reply['of']): readonly number[] {
  const bad = [500, 501, 502, 503, 504, 505, 506];
  if (command === 'spontaneous') return [255];
  const { commands, sock, done } = traitsOf[protocol];
  if (!commands.includes(command)) return bad;
  switch (command) {
    case 'SOCK':
      return [sock, ...bad];
    case 'LSTN':
    case 'GETS':
      return [255, ...bad];
    case 'PASV':
      return [200, ...bad];
    case 'RETR':
    case 'RTRV':
      return [250, done, 450, 451, 452, 454, ...bad];
    case 'STOR':
    case 'APPE':
      return [250, done, 451, 452, 453, 454, ...bad];
    case 'ABOR':
      return [201, 202, ...bad];
    case 'REIN':
      return [233, ...bad];
    case 'BYE':
      return [231, 232, ...bad];
  }
}
