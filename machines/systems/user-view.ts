/**
 * What the user sees of a three-party system: commands given, replies heard, pieces of a file that reach a server.
 *
 * Hidden is all else: what the NCPs say to each other, when a command reaches its server, who listens.
 */
import type { Message, Step } from '../../src/model/index.ts';
import type { Bytes } from '../messages.ts';
import type { Seen } from '../service.ts';

/** RTRV is another spelling of RETR. */
const spelt = (command: string): string => (command === 'RTRV' ? 'RETR' : command);
const hostOf = (party: string): string => party.split('.').at(-1)!;

const saysText = (to: string, command: string): string => `A to ${to}: ${spelt(command)}`;
const hearsText = (from: string, code: number, of: string): string => `${from} to A: ${code} ${spelt(of)}`;
const pieceText = (of: string, piece: number, at: string): string => `piece ${piece} of ${of} reaches ${at}`;

/** A step of a three-party system as the user sees it. */
export function userSees({ kind, party, message, sends }: Step): string | undefined {
  if (party === 'user') {
    const said = sends.map(({ to, message: { type } }) => saysText(hostOf(to), type));
    if (said.length > 0) return said.join(', ');
    if (kind !== 'deliver' && kind !== 'duplicate') return undefined;
    return message.type === 'REPLY'
      ? hearsText(String(message.from), message.code as number, String(message.of))
      : `${String(message.from)} to A: ${message.type}`;
  }
  const arrived = sends.filter((sent) => sent.message.type === 'ARRIVED' && sent.to.startsWith('server.'));
  if (arrived.length === 0) return undefined;
  return arrived.map(({ to, message: { bytes } }) => reaches(bytes as Bytes, hostOf(to))).join(', ');
}

const reaches = ({ of, piece }: Bytes, at: string): string => pieceText(of, piece, at);

/** A step of the service in the same words. */
export function serviceShows({ message }: Step): string {
  const seen = message as Message & Seen;
  switch (seen.type) {
    case 'COMMAND':
      return saysText(seen.to, seen.command);
    case 'ANSWER':
      return hearsText(seen.from, seen.code, seen.of);
    case 'PIECE':
      return pieceText(seen.of, seen.piece, seen.at);
  }
}
