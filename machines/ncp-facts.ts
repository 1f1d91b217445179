/**
 * The guards of the chart of a socket: facts about its memory, its knobs and the event at hand.
 */
import type { Address } from './messages.ts';
import {
  allows,
  fromPeer,
  fromPeersHost,
  genderRight,
  hasRoom,
  type Memory,
  owes,
  proper,
  same,
  sends,
  sizeRight,
  type SocketEvent,
  speaker,
  welcome,
  without,
} from './ncp-memory.ts';

type Scope = { readonly context: Memory; readonly event: SocketEvent };
const fact =
  (holds: (memory: Memory, event: SocketEvent) => boolean) =>
  ({ context, event }: Scope): boolean =>
    holds(context, event);

const called = (event: SocketEvent): Address | null => (event.type === 'CONNECT' ? event.to : null);
const queued = ({ queue }: Memory, address: Address | null): boolean => queue.some(({ from }) => same(from, address));
const unwelcome = (memory: Memory): boolean => memory.queue.length > 0 && welcome(memory) === undefined;
const onLink = (memory: Memory, event: SocketEvent): boolean =>
  fromPeer(memory, event) && 'link' in event && event.link === memory.link;

const requests = {
  genderWrong: fact((memory, event) => !genderRight(memory, event)),
  pairStillClosing: fact((memory, event) => owes(memory, speaker(event))),
  proper: fact(proper),
  unlistenedQueued: fact(
    (memory, event) => proper(memory, event) && memory.self.knobs.unlistened.startsWith('Q') && hasRoom(memory),
  ),
  unlistenedDropped: fact((memory, event) => proper(memory, event) && memory.self.knobs.unlistened === 'D'),
  busyQueued: fact(
    (memory, event) => memory.self.knobs.busy === 'queue' && sizeRight(memory, event) && hasRoom(memory),
  ),
  matches: fact((memory, event) => fromPeer(memory, event) && proper(memory, event)),
  repeatedRestarts: fact((memory, event) => fromPeer(memory, event) && memory.self.knobs.repeatedRequest === 'restart'),
  fromPeer: fact(fromPeer),
  fromPeersHost: fact(fromPeersHost),
};

const queue = {
  somebodyQueued: fact((memory) => memory.queue.length > 0),
  nobodyQueued: fact((memory) => memory.queue.length === 0),
  queueOverfull: fact((memory) => memory.queue.length > memory.self.knobs.queueBound),
  queuedMayTimeOut: fact(
    ({ queue, self }) => queue.length > 0 && self.knobs.unlistened === 'QT' && self.knobs.timeouts,
  ),
  welcomeTaken: fact((memory) => welcome(memory) !== undefined && memory.self.knobs.acceptance === 'automatic'),
  welcomeShown: fact((memory) => welcome(memory) !== undefined && memory.self.knobs.acceptance === 'by process'),
  unwelcomeRefused: fact((memory) => unwelcome(memory) && memory.self.knobs.mismatch === 'refuse-keep'),
  unwelcomeEndsListening: fact((memory) => unwelcome(memory) && memory.self.knobs.mismatch === 'refuse-fail'),
  callerUnwelcome: fact(({ peer }, event) => event.type === 'LISTEN' && peer !== null && !allows(event.filter, peer)),
};

const calls = {
  callsOwnGender: fact(
    (memory, event) => memory.self.knobs.checksGender && (called(event)?.socket ?? 0) % 2 === memory.self.socket % 2,
  ),
  calledStillClosing: fact((memory, event) => memory.self.knobs.reuse === 'strict' && owes(memory, called(event))),
  calledIsQueued: fact((memory, event) => queued(memory, called(event))),
  callWaits: fact(({ wanted }) => wanted !== null),
  connectWaits: fact(({ wanted }) => wanted?.type === 'CONNECT'),
  reusesAtOnce: fact(({ self }) => self.knobs.reuse === 'sloppy'),
  requestMayTimeOut: fact(({ self }) => self.knobs.timeouts),
};

const closing = {
  fromRefused: fact((memory, event) => owes(memory, speaker(event))),
  fromQueued: fact((memory, event) => queued(memory, speaker(event))),
  unknownIsError: fact(({ self }) => self.knobs.unknownCls === 'ERR'),
  unknownIsAnswered: fact(({ self }) => self.knobs.unknownCls === 'CLS'),
  givesUp: fact(({ self }) => self.knobs.givesUpOnCls),
  givesUpOnRefused: fact(({ self, owed }) => self.knobs.givesUpOnCls && owed.length > 0),
};

const data = {
  hasCredit: fact(({ credit }) => credit > 0),
  onLink: fact(onLink),
  withinCredit: fact((memory, event) => onLink(memory, event) && memory.credit > 0),
  dataOutstanding: fact(({ unacknowledged }) => unacknowledged > 0),
  dataOutstandingToPeer: fact((memory, event) => fromPeer(memory, event) && memory.unacknowledged > 0),
  lastRfnm: fact((memory, event) => fromPeer(memory, event) && memory.unacknowledged === 1),
  mayAskBack: fact((memory) => !sends(memory) && memory.credit > 0 && !memory.asked),
};

const reset = {
  resetsOthers: fact(({ self }, event) => event.type === 'RESTART' && event.reset && self.resets.length > 0),
  lastResetAnswered: fact(({ resetting }, event) => {
    const answering = speaker(event);
    return answering !== null && without(resetting, answering).length === 0;
  }),
};

/** Every guard by its name. */
export const facts = { ...requests, ...queue, ...calls, ...closing, ...data, ...reset };
