/**
 * What parties are called in a composed system, and how messages are written in drawings.
 */
import type { Message } from '../../src/model/index.ts';
import type { Address, Bytes, HostName } from '../messages.ts';

/** The party that stands for a socket. */
export const nameOf = ({ host, socket }: Address): string => `ncp.${host}.${socket}`;

/** The hosts of a three-party system. */
export const hosts = ['A', 'B', 'C', 'X'] as const satisfies readonly HostName[];

/** The queue from one host's NCP to another's. */
export const wireName = (from: HostName, to: HostName): string => `wire.${from}>${to}`;

/** All of them. */
export const wires: readonly string[] = hosts.flatMap((from) =>
  hosts.filter((to) => to !== from).map((to) => wireName(from, to)),
);

const short = ({ host, socket }: Address): string => `${host}${socket}`;
const isAddress = (value: unknown): value is Address =>
  typeof value === 'object' && value !== null && 'host' in value && 'socket' in value;

/** A message in a few words, as the sources write it: `STR 303→202`, `250 STOR`, `SOCK C,303`. */
export function labelOf(message: Message): string {
  const { type, from, to, address, peer, caller } = message;
  if (type === 'REPLY') {
    const sockets = message.sockets as readonly number[] | undefined;
    const of = message.of === 'spontaneous' ? '' : ` ${String(message.of)}`;
    return `${String(message.code)}${of}${sockets ? ` SOCK ${sockets.join(',')}` : ''}`;
  }
  if (isAddress(from) && isAddress(to)) {
    const link = message.link === undefined ? '' : ` link ${String(message.link)}`;
    const bytes = message.bytes as Bytes | undefined;
    return `${type} ${from.socket}→${to.socket}${link}${bytes ? ` ${bytes.of}#${bytes.piece}` : ''}`;
  }
  if (isAddress(address)) return `${type} ${address.host},${address.socket}`;
  const who = [peer, caller, to].find(isAddress);
  const socket = message.socket === undefined ? '' : ` ${String(message.socket)}`;
  const direction = message.direction === undefined ? '' : ` ${String(message.direction)}`;
  return `${type}${direction}${socket}${who ? ` ${short(who)}` : ''}`;
}
