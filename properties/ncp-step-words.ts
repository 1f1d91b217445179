/**
 * The words of the claims about what an NCP says in one step: what the step brings, who says what, what is owed.
 */
import type { Address } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import { nameOf } from '../machines/systems/names.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import type { Message, Sending, Step } from '../src/model/index.ts';

/** A message that a step brings to a socket from a wire. */
export type Brought = {
  /** The party that is the socket. */
  readonly receiver: string;
  /** For whom the message speaks. */
  readonly speaker: Address;
  readonly message: Message;
};

/** What the step brings to a socket, if it is of these types, or of any without. */
export function brought(
  { kind, party, channel = '', message }: Step,
  ...types: readonly string[]
): Brought | undefined {
  if ((kind !== 'deliver' && kind !== 'duplicate') || !channel.startsWith('wire.')) return undefined;
  if (types.length > 0 && !types.includes(message.type)) return undefined;
  return { receiver: party, speaker: message.from as Address, message };
}

/** The party that stands for an address. */
export const ownOf = (address: Address): string => nameOf(address);

/** What the step puts on wires. */
export const onWires = ({ sends }: Step): readonly Sending[] =>
  sends.filter(({ channel }) => channel.startsWith('wire.'));

/** What the step puts on wires of one type. */
export const said = (step: Step, type: string): readonly Sending[] =>
  onWires(step).filter(({ message }) => message.type === type);

/** The sockets that a step can move. */
export const touched = ({ party, sends }: Step): readonly string[] => [
  ...new Set(
    [
      party,
      ...sends
        .filter(({ channel }) => channel.startsWith('calls.') || channel.startsWith('outage.'))
        .map(({ to }) => to),
    ].filter((name) => name.startsWith('ncp.')),
  ),
];

/** How often a socket says something of a type to an address in the step. */
export const sentTo = (step: Step, socket: string, type: string, to: Address): number =>
  said(step, type).filter(({ from, message }) => from === socket && same(message.to as Address, to)).length;

/** How often a socket tells its process this in the step. */
export const told = ({ sends }: Step, socket: string, note: string): number =>
  sends.filter(({ from, channel, message }) => from === socket && channel.startsWith('notes.') && message.type === note)
    .length;

/** Whether somebody gives the same message to the same queue twice. */
export function saidTwice(sends: readonly Sending[]): boolean {
  const texts = sends.map(({ channel, message }) => `${channel} ${JSON.stringify(message)}`);
  return new Set(texts).size < texts.length;
}

/** A socket by the name of its party. */
export const socketAt = (state: Sockets, name: string) => state.party[name as `ncp.${string}`]!;

/** Whether a socket is in a state. */
export const isIn = (state: Sockets, name: string, path: string): boolean => socketAt(state, name).matches(path);

/** Whether a message comes from the foreign end of what is under way at a socket. */
export const fromPeer = (before: Sockets, { receiver, speaker }: Brought): boolean =>
  same(socketAt(before, receiver).context.peer, speaker);

/** The ERR that a message asks for; `optional` where the documents leave it open. */
export type ErrorDue = 'none' | { readonly code: number; readonly optional: boolean };

const due = (code: number): ErrorDue => ({ code, optional: false });

/** What is wrong with a message, by the codes of NIC 8246 p. 25. */
export function errorsDue(before: Sockets, given: Brought): ErrorDue {
  const { matches } = socketAt(before, given.receiver);
  if (matches('down') || matches('resetting')) return 'none';
  switch (given.message.type) {
    case 'STR':
    case 'RTS':
      return errorOfRequest(before, given);
    case 'CLS':
      return errorOfCls(before, given);
    case 'ALL':
    case 'GVB':
    case 'RET':
    case 'DATA':
      return errorOfConnection(before, given);
    default:
      return 'none';
  }
}

/** 0: a request for the very pair that is open; 3: a socket of the wrong gender. */
function errorOfRequest(before: Sockets, given: Brought): ErrorDue {
  const { receiver, speaker, message } = given;
  const { context, matches } = socketAt(before, receiver);
  const { self, queue } = context;
  if (fromPeer(before, given)) {
    if (matches('draining')) return due(0);
    if (matches('open')) return self.knobs.repeatedRequest === 'restart' ? 'none' : due(0);
    if (['requesting', 'called', 'closing'].some(matches)) return 'none';
  }
  if (queue.some(({ from }) => same(from, speaker))) return 'none';
  const odd = self.socket % 2;
  const right = message.type === (odd === 1 ? 'RTS' : 'STR') && speaker.socket % 2 !== odd;
  return right ? 'none' : due(3);
}

/** 4: a CLS for a pair that nobody knows, where that is an error. */
function errorOfCls(before: Sockets, given: Brought): ErrorDue {
  const { context, matches } = socketAt(before, given.receiver);
  const { self, queue, owed } = context;
  if (fromPeer(before, given) && !['awaitingRfnm', 'abandoned'].some(matches)) return 'none';
  if (owed.some((each) => same(each, given.speaker))) return 'none';
  if (queue.some(({ from }) => same(from, given.speaker))) return 'none';
  return self.knobs.unknownCls === 'ERR' ? due(4) : 'none';
}

/** 5: what belongs to a connection, where there is none. */
function errorOfConnection(before: Sockets, given: Brought): ErrorDue {
  const { matches } = socketAt(before, given.receiver);
  if (fromPeer(before, given)) {
    if (matches('closing')) return 'none';
    // Until CLS is sent the connection is established, whatever the process has said.
    if (['open', 'draining'].some(matches)) return isWanted(before, given) ? 'none' : due(5);
    if (matches('awaitingRfnm')) return { code: 5, optional: true };
  }
  return due(5);
}

/** Whether what belongs to a connection is on its link, and data was allowed. */
export function isWanted(before: Sockets, given: Brought): boolean {
  const { context } = socketAt(before, given.receiver);
  const onLink = fromPeer(before, given) && given.message.link === context.link;
  return onLink && (given.message.type !== 'DATA' || context.credit > 0);
}

/** The sockets that a step has come back to life with RST, and whether each resets every other end once. */
export function resetsAll(step: Step, after: Sockets): boolean {
  const woken = step.sends.filter(
    ({ to, message }) => to.startsWith('ncp.') && message.type === 'RESTART' && message.reset === true,
  );
  return woken.every(({ to: name }) => {
    const { resets } = socketAt(after, name).context.self;
    const sent = said(step, 'RST').filter(({ from }) => from === name);
    return (
      sent.length === resets.length &&
      resets.every((address) => sent.some(({ message }) => same(message.to as Address, address)))
    );
  });
}
