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

/** The commands of a variant; any other is answered by rc506. */
export const commandsOf: Readonly<Record<Protocol, readonly CommandName[]>> = {
  V354: base,
  V430: [...base, 'GETS'],
  V438: [...base, 'LSTN'],
  V454: [...base, 'LSTN'],
  V478: [...base, 'PASV'],
  V542: [...base, 'PASV'],
};

/** Secondary replies: the end of a transfer that was reported as begun. */
export const secondary = [252, 257, 452, 453] as const;

/** The code for a finished transfer whose data connection is closed: rc257 was made for it in RFC 542 (FTP-40). */
export const doneCode = (protocol: Protocol): 252 | 257 => (protocol === 'V542' ? 257 : 252);

/** The code for a successful SOCK: RFC 438 wants the server's own socket at once (R438-18). */
export const sockCode = (protocol: Protocol): 200 | 255 => (protocol === 'V438' ? 255 : 200);

/** Every code that a server of the variant may answer a command with (P42). */
export function legalCodes(protocol: Protocol, command: Reply['of']): readonly number[] {
  const bad = [500, 501, 502, 503, 504, 505, 506];
  if (command === 'spontaneous') return [255];
  if (!commandsOf[protocol].includes(command)) return bad;
  switch (command) {
    case 'SOCK':
      return [sockCode(protocol), ...bad];
    case 'LSTN':
    case 'GETS':
      return [255, ...bad];
    case 'PASV':
      return [200, ...bad];
    case 'RETR':
    case 'RTRV':
      return [250, doneCode(protocol), 450, 451, 452, 454, ...bad];
    case 'STOR':
    case 'APPE':
      return [250, doneCode(protocol), 451, 452, 453, 454, ...bad];
    case 'ABOR':
      return [201, 202, ...bad];
    case 'REIN':
      return [233, ...bad];
    case 'BYE':
      return [231, 232, ...bad];
  }
}
