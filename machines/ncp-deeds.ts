/**
 * The actions of the chart of a socket: what it says, and what it remembers afterwards.
 */
import { setup } from 'xstate';

import type { Clause } from './clauses.ts';
import {
  blank,
  callerOf,
  including,
  type Memory,
  noConnection,
  type Said,
  same,
  sends,
  type SocketEvent,
  type SocketInput,
  speaker,
  welcome,
  without,
} from './ncp-memory.ts';
import * as say from './ncp-says.ts';

/** What a chart of a socket is made of, before its words. */
export const socketSetup = setup({
  types: {
    context: {} as Memory,
    events: {} as SocketEvent,
    input: {} as SocketInput,
    tags: {} as 'free' | 'listens' | 'connected',
    meta: {} as { readonly cites: readonly Clause[] },
  },
  // Carried by the system that the socket is a party of.
  actions: { send: (_scope, _said: Said) => {} },
});

type Words = (memory: Memory, event: SocketEvent) => readonly Said[];
type Change = (memory: Memory, event: SocketEvent) => Partial<Memory>;

const says = (words: Words) =>
  socketSetup.enqueueActions(({ context, event, enqueue }) => {
    for (const params of words(context, event)) enqueue({ type: 'send', params });
  });
const keeps = (change: Change) => socketSetup.assign(({ context, event }) => change(context, event));

const requests = {
  sendRequest: says(say.request),
  refuse: says(say.answerCls),
  owe: keeps(({ owed }, event) => {
    const refused = speaker(event);
    return refused === null ? {} : { owed: including(owed, refused) };
  }),
  refusePeer: says(say.close),
  owePeer: keeps(({ owed, peer }) => (peer === null ? {} : { owed: including(owed, peer) })),
  reportBadParameters: says(say.error(3)),
  reportRepeated: says(say.error(0)),
  learnLink: keeps((memory, event) => ({ link: callerOf(event)?.offers ?? null, ...ownLink(memory) })),
};

const ownLink = (memory: Memory): Partial<Memory> => (sends(memory) ? {} : { link: memory.self.link });

const queue = {
  queueRequest: keeps(({ queue }, event) => {
    const caller = callerOf(event);
    return caller === null ? {} : { queue: [...queue, caller] };
  }),
  unqueue: keeps(({ queue }, event) => ({ queue: queue.filter(({ from }) => !same(from, speaker(event))) })),
  takeWelcome: keeps((memory) => {
    const caller = welcome(memory);
    if (caller === undefined) return {};
    const queue = memory.queue.filter((each) => each !== caller);
    return { peer: caller.from, filter: null, queue, link: caller.offers, ...ownLink(memory) };
  }),
  takeCalled: keeps((memory, event) => {
    const caller = memory.queue.find(({ from }) => event.type === 'CONNECT' && same(from, event.to));
    if (caller === undefined) return {};
    const queue = memory.queue.filter((each) => each !== caller);
    return { peer: caller.from, queue, link: caller.offers, ...ownLink(memory) };
  }),
  refuseFirst: says((memory) => say.refuse(memory, memory.queue.slice(0, 1))),
  dropFirst: keeps(({ queue, owed }) => ({ queue: queue.slice(1), owed: queue.slice(0, 1).reduce(owing, owed) })),
  refuseLast: says((memory) => say.refuse(memory, memory.queue.slice(-1))),
  dropLast: keeps(({ queue, owed }) => ({ queue: queue.slice(0, -1), owed: queue.slice(-1).reduce(owing, owed) })),
  refuseAll: says((memory) => say.refuse(memory, memory.queue)),
  dropAll: keeps(({ queue, owed }) => ({ queue: [], owed: queue.reduce(owing, owed) })),
  noteTurnedAway: says((memory) => memory.queue.slice(0, 1).flatMap(({ from }) => say.turnedAway(memory, from))),
};

function owing(owed: Memory['owed'], { from }: Memory['queue'][number]): Memory['owed'] {
  return including(owed, from);
}

const calls = {
  setFilter: keeps((_memory, event) => (event.type === 'LISTEN' ? { filter: event.filter } : {})),
  setPeer: keeps(({ owed }, event) =>
    event.type === 'CONNECT' ? { peer: event.to, owed: without(owed, event.to) } : {},
  ),
  postponeCall: keeps((_memory, event) =>
    event.type === 'LISTEN' || event.type === 'CONNECT' ? { wanted: event } : {},
  ),
  resumeCall: socketSetup.raise(({ context }) => context.wanted ?? { type: 'CLOSE', socket: context.self.socket }),
  forgetCall: keeps(() => ({ wanted: null })),
  considerAgain: socketSetup.raise(({ event }) => event),
  noteCalled: says(say.called),
  noteOpened: says(say.opened),
  noteRefused: says(say.note('REFUSED')),
  noteLost: says(say.note('LOST')),
  notePeerClosed: says(say.note('PEER_CLOSED')),
  noteClosed: says(say.note('CLOSED')),
};

const closing = {
  sendCls: says(say.close),
  answerCls: says(say.answerCls),
  reportUnknown: says(say.error(4)),
  settle: keeps(({ owed }, event) => {
    const settled = speaker(event);
    return settled === null ? {} : { owed: without(owed, settled) };
  }),
  forgetRefused: keeps(() => ({ owed: [] })),
  willReportClosed: keeps(() => ({ report: 'CLOSED' })),
  willReportPeerClosed: keeps(() => ({ report: 'PEER_CLOSED' })),
  report: says((memory) => (memory.report === null ? [] : say.note(memory.report)(memory))),
  reportLost: says((memory) => (memory.report === null ? [] : say.note('LOST')(memory))),
  forgetConnection: keeps(() => noConnection),
  endData: keeps(() => ({ credit: 0, link: null, asked: false })),
};

const data = {
  allowOnOpen: says((memory) => (opensWithCredit(memory) ? say.allow(memory, memory.self.window) : [])),
  creditOnOpen: keeps((memory) => (opensWithCredit(memory) ? { credit: memory.self.window } : {})),
  allow: says((memory, event) => (event.type === 'GRANT' ? say.allow(memory, event.messages) : [])),
  addCredit: keeps(({ credit }, event) =>
    event.type === 'GRANT' || event.type === 'ALL' ? { credit: credit + event.messages } : {},
  ),
  noteCredit: says(say.credit),
  sendData: says((memory, event) => (event.type === 'SEND' ? say.data(memory, event.bytes) : [])),
  spend: keeps(({ credit, unacknowledged }) => ({ credit: credit - 1, unacknowledged: unacknowledged + 1 })),
  countRfnm: keeps(({ unacknowledged }) => ({ unacknowledged: unacknowledged - 1 })),
  acknowledge: says(say.rfnm),
  countArrival: keeps(({ credit }) => ({ credit: credit - 1 })),
  noteArrived: says((memory, event) => (event.type === 'DATA' ? say.arrived(memory, event.bytes) : [])),
  askBack: says(say.askBack),
  rememberAsking: keeps(() => ({ asked: true })),
  giveBack: says(say.giveBack),
  loseCredit: keeps(() => ({ credit: 0 })),
  takeBack: keeps(({ credit }, event) =>
    event.type === 'RET' ? { credit: credit - event.messages, asked: false } : {},
  ),
  reportNotEstablished: says(say.error(5)),
};

const opensWithCredit = (memory: Memory): boolean => !sends(memory) && memory.self.knobs.allOnOpen === 'automatic';

const reset = {
  forgetEverything: keeps(({ self }) => blank(self)),
  sendResets: says(say.resets),
  awaitAnswers: keeps(({ self }) => ({ resetting: self.resets.reduce(including, []) })),
  countAnswer: keeps(({ resetting }, event) => {
    const answering = speaker(event);
    return answering === null ? {} : { resetting: without(resetting, answering) };
  }),
  answerReset: says(say.answerReset),
  answerDead: says(say.dead),
  forgetPair: keeps(({ queue, owed }, event) => ({
    queue: queue.filter(({ from }) => !same(from, speaker(event))),
    owed: owed.filter((each) => !same(each, speaker(event))),
  })),
  forgetHost: keeps(({ queue, owed }, event) => ({
    queue: queue.filter(({ from }) => from.host !== speaker(event)?.host),
    owed: owed.filter(({ host }) => host !== speaker(event)?.host),
  })),
};

/** Every action by its name, but `send`. */
export const deeds = { ...requests, ...queue, ...calls, ...closing, ...data, ...reset };
