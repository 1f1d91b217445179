/**
 * What an NCP says about one socket: each function gives the messages of one named action, in order.
 *
 * Source    NIC 8246 pp. 10-18, 21-26; RFC 33 p. 4 (RFNM), RFC 381 (destination dead).
 */
import type { Address, Bytes, Command, FromImp, HostName, Note } from './messages.ts';
import { type Caller, type Memory, ownAddress, type Said, sends, type SocketEvent, speaker } from './ncp-memory.ts';

const onWire = (to: HostName, message: Command | FromImp): readonly Said[] => [{ to, message }];
const toProcess = ({ self }: Memory, message: Note): readonly Said[] =>
  self.process ? [{ to: 'process', message }] : [];
const toPeer = (memory: Memory, message: (from: Address, to: Address) => Command): readonly Said[] =>
  memory.peer === null ? [] : onWire(memory.peer.host, message(ownAddress(memory), memory.peer));
const back = (memory: Memory, event: SocketEvent, message: (from: Address, to: Address) => Command | FromImp) => {
  const to = speaker(event);
  return to === null ? [] : onWire(to.host, message(ownAddress(memory), to));
};

const cls = (from: Address, to: Address): Command => ({ type: 'CLS', from, to });
const err =
  (code: number) =>
  (from: Address, to: Address): Command => ({ type: 'ERR', from, to, code });

/** Asking and accepting are one and the same command: STR from a sender, RTS from a receiver (NCP-06, NCP-13). */
export const request = (memory: Memory): readonly Said[] =>
  toPeer(memory, (from, to) =>
    sends(memory)
      ? { type: 'STR', from, to, size: memory.self.size }
      : { type: 'RTS', from, to, link: memory.self.link },
  );

/** CLS to the peer: refuses, withdraws or closes (NCP-41). */
export const close = (memory: Memory): readonly Said[] => toPeer(memory, cls);
/** CLS back to whoever sent the message. */
export const answerCls = (memory: Memory, event: SocketEvent): readonly Said[] => back(memory, event, cls);
/** CLS to each of these callers. */
export const refuse = (memory: Memory, callers: readonly Caller[]): readonly Said[] =>
  callers.flatMap(({ from }) => onWire(from.host, cls(ownAddress(memory), from)));

/** ERR with a code of NIC 8246 p. 25, to whoever sent the message. */
export const error =
  (code: number) =>
  (memory: Memory, event: SocketEvent): readonly Said[] =>
    back(memory, event, err(code));

/** ALL: so many more messages. */
export const allow = (memory: Memory, messages: number): readonly Said[] =>
  toPeer(memory, (from, to) => ({ type: 'ALL', from, to, link: memory.self.link, messages }));
/** GVB: the receiver asks its credit back. */
export const askBack = (memory: Memory): readonly Said[] =>
  toPeer(memory, (from, to) => ({ type: 'GVB', from, to, link: memory.self.link }));
/** RET with the whole credit, which is at least the fraction that was asked. */
export const giveBack = (memory: Memory): readonly Said[] =>
  toPeer(memory, (from, to) => ({ type: 'RET', from, to, link: memory.link ?? 0, messages: memory.credit }));
/** A message of data on the link that the receiver chose. */
export const data = (memory: Memory, bytes: Bytes): readonly Said[] =>
  toPeer(memory, (from, to) => ({ type: 'DATA', from, to, link: memory.link ?? 0, bytes }));

/** The subnet's answer to a message of data; the receiving end stands in for the IMP. */
export const rfnm = (memory: Memory, event: SocketEvent): readonly Said[] =>
  back(memory, event, (from, to) => ({ type: 'RFNM', from, to }));
/** The subnet's answer for a host that is down. */
export const dead = (memory: Memory, event: SocketEvent): readonly Said[] =>
  back(memory, event, (from, to) => ({ type: 'DEAD', from, to }));

/** RST to every socket that may remember this one. */
export const resets = (memory: Memory): readonly Said[] =>
  memory.self.resets.flatMap((to) => onWire(to.host, { type: 'RST', from: ownAddress(memory), to }));
/** RRP to whoever reset. */
export const answerReset = (memory: Memory, event: SocketEvent): readonly Said[] =>
  back(memory, event, (from, to) => ({ type: 'RRP', from, to }));

/** A note that says no more than that it happened. */
export const note =
  (type: 'REFUSED' | 'PEER_CLOSED' | 'CLOSED' | 'LOST') =>
  (memory: Memory): readonly Said[] =>
    toProcess(memory, { type, socket: memory.self.socket });
/** Shows the caller to the process (NCP-36). */
export const called = (memory: Memory): readonly Said[] =>
  memory.peer === null ? [] : toProcess(memory, { type: 'CALLED', socket: memory.self.socket, caller: memory.peer });
/** Tells the process that, and with whom, it is connected. */
export const opened = (memory: Memory): readonly Said[] =>
  memory.peer === null ? [] : toProcess(memory, { type: 'OPENED', socket: memory.self.socket, peer: memory.peer });
/** Tells the process whom its listener has turned away. */
export const turnedAway = (memory: Memory, caller: Address): readonly Said[] =>
  toProcess(memory, { type: 'TURNED_AWAY', socket: memory.self.socket, caller });
/** Tells a sending process how much it may send now. */
export const credit = (memory: Memory): readonly Said[] =>
  toProcess(memory, { type: 'CREDIT', socket: memory.self.socket, messages: memory.credit });
/** Hands data to a receiving process. */
export const arrived = (memory: Memory, bytes: Bytes): readonly Said[] =>
  toProcess(memory, { type: 'ARRIVED', socket: memory.self.socket, bytes });
