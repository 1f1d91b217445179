/**
 * Before a connection: the states of a socket in which somebody asks, listens, or has been asked.
 *
 * Source    NIC 8246 pp. 10-12, "Connection Establishment"; RFC 55 fig. 7.1 (CLOSED, PENDING, LISTENING, RFC_RCVD, ABORT, RFC_SENT).
 */
import { cite } from './clauses.ts';
import { socketChart as chart } from './ncp-words.ts';

const opening = ['sendRequest', 'noteOpened', 'allowOnOpen', 'creditOnOpen'] as const;

/** A request from somebody who is in the queue already: nothing new. */
const asksAgain = { guard: 'fromQueued', meta: cite('NCP-34') } as const;

/** What becomes of a request for a socket on which nobody waits. */
const unlistened = [
  asksAgain,
  { guard: 'unlistenedQueued', actions: 'queueRequest', meta: cite('NCP-21') },
  { guard: 'unlistenedDropped', meta: cite('NCP-24') },
  { guard: 'proper', actions: ['refuse', 'owe'], meta: cite('NCP-22', 'NCP-37', 'NCP-41') },
] as const;

/** Nobody wants the socket, and nobody has called it. */
export const closed = chart.createStateConfig({
  tags: 'free',
  always: [
    { guard: 'callWaits', actions: ['resumeCall', 'forgetCall'], meta: cite('NCP-15', 'NCP-40') },
    { guard: 'somebodyQueued', target: 'pending', meta: cite('NCP-21') },
  ],
  on: {
    LISTEN: { target: 'listening', actions: 'setFilter', meta: cite('NCP-28') },
    CONNECT: [
      { guard: 'callsOwnGender', actions: 'noteRefused', meta: cite('NCP-04') },
      { guard: 'calledStillClosing', target: 'closing', actions: ['setPeer', 'postponeCall'], meta: cite('NCP-15') },
      { target: 'requesting', actions: ['setPeer', 'sendRequest'], meta: cite('NCP-06', 'NCP-13') },
    ],
    CLOSE: { meta: cite('NCP-40') },
    STR: unlistened,
    RTS: unlistened,
  },
});

/** Requests wait for somebody to want the socket. */
export const pending = chart.createStateConfig({
  always: { guard: 'nobodyQueued', target: 'closed', meta: cite('NCP-50') },
  on: {
    LISTEN: { target: 'listening', actions: 'setFilter', meta: cite('NCP-30') },
    CONNECT: [
      { guard: 'callsOwnGender', actions: 'noteRefused', meta: cite('NCP-04') },
      {
        guard: 'calledIsQueued',
        target: 'open',
        actions: ['takeCalled', 'refuseAll', 'dropAll', ...opening],
        meta: cite('NCP-12', 'NCP-31'),
      },
      {
        guard: 'calledStillClosing',
        target: 'closing',
        actions: ['refuseAll', 'dropAll', 'setPeer', 'postponeCall'],
        meta: cite('NCP-15', 'NCP-31'),
      },
      {
        target: 'requesting',
        actions: ['refuseAll', 'dropAll', 'setPeer', 'sendRequest'],
        meta: cite('NCP-31'),
      },
    ],
    CLOSE: { meta: cite('NCP-21') },
    STR: unlistened,
    RTS: unlistened,
  },
});

/** Every caller joins the queue, and the queue is looked at: whom the filter allows first, then the others. */
export const listening = chart.createStateConfig({
  tags: 'listens',
  always: [
    {
      guard: 'welcomeTaken',
      target: 'open',
      actions: ['takeWelcome', ...opening],
      meta: cite('NCP-11', 'NCP-12', 'NCP-28', 'NCP-30', 'NCP-36'),
    },
    { guard: 'welcomeShown', target: 'called', actions: ['takeWelcome', 'noteCalled'], meta: cite('NCP-36') },
    {
      guard: 'unwelcomeRefused',
      actions: ['noteTurnedAway', 'refuseFirst', 'dropFirst'],
      meta: cite('NCP-28', 'NCP-35', 'H1'),
    },
    {
      guard: 'unwelcomeEndsListening',
      target: 'closed',
      actions: ['noteTurnedAway', 'refuseFirst', 'dropFirst', 'forgetConnection'],
      meta: cite('NCP-35', 'H1'),
    },
    { guard: 'queueOverfull', actions: ['refuseLast', 'dropLast'], meta: cite('NCP-37', 'E16') },
  ],
  on: {
    LISTEN: { actions: 'setFilter', meta: cite('NCP-28') },
    CLOSE: { target: 'closed', actions: 'forgetConnection', meta: cite('NCP-28') },
    STR: [asksAgain, { guard: 'proper', actions: 'queueRequest', meta: cite('NCP-28') }],
    RTS: [asksAgain, { guard: 'proper', actions: 'queueRequest', meta: cite('NCP-28') }],
  },
});

/** The process decides about the caller it was shown. */
export const called = chart.createStateConfig({
  tags: 'listens',
  on: {
    STR: { guard: 'fromPeer', meta: cite('NCP-34') },
    RTS: { guard: 'fromPeer', meta: cite('NCP-34') },
    ACCEPT: { target: 'open', actions: [...opening], meta: cite('NCP-12', 'NCP-36') },
    CLOSE: { target: 'closed', actions: ['refusePeer', 'owePeer', 'forgetConnection'], meta: cite('NCP-36', 'NCP-41') },
    LISTEN: [
      {
        guard: 'callerUnwelcome',
        target: 'listening',
        actions: ['refusePeer', 'owePeer', 'forgetConnection', 'setFilter'],
        meta: cite('NCP-28', 'NCP-41'),
      },
      { actions: 'noteCalled', meta: cite('NCP-36') },
    ],
    CLS: { guard: 'fromPeer', target: 'abandoned', actions: ['answerCls', 'forgetConnection'], meta: cite('NCP-42') },
    RST: { guard: 'fromPeer', target: 'abandoned', actions: ['answerReset', 'forgetConnection'], meta: cite('NCP-70') },
    DEAD: {
      guard: 'fromPeersHost',
      target: 'abandoned',
      actions: ['forgetHost', 'forgetConnection'],
      meta: cite('NCP-75'),
    },
  },
});

/** The caller has withdrawn; the process, which was shown it, has still to say something (RFC 55: ABORT). */
export const abandoned = chart.createStateConfig({
  on: {
    ACCEPT: { target: 'closed', actions: 'noteRefused', meta: cite('NCP-36') },
    CLOSE: { target: 'closed', meta: cite('NCP-36') },
    LISTEN: { target: 'listening', actions: 'setFilter', meta: cite('NCP-28') },
  },
});

/** The process has called, and no answer has come. */
export const requesting = chart.createStateConfig({
  on: {
    STR: [
      {
        guard: 'matches',
        target: 'open',
        actions: ['learnLink', 'noteOpened', 'allowOnOpen', 'creditOnOpen'],
        meta: cite('NCP-11', 'NCP-12', 'NCP-13'),
      },
      {
        guard: 'fromPeer',
        target: 'closing',
        actions: ['sendCls', 'noteRefused'],
        meta: cite('NCP-09', 'NCP-10', 'H29', 'E17'),
      },
    ],
    RTS: {
      guard: 'matches',
      target: 'open',
      actions: ['learnLink', 'noteOpened'],
      meta: cite('NCP-07', 'NCP-11', 'NCP-12', 'NCP-13'),
    },
    CLS: {
      guard: 'fromPeer',
      target: 'closed',
      actions: ['answerCls', 'noteRefused', 'forgetConnection'],
      meta: cite('NCP-41', 'NCP-42', 'NCP-43'),
    },
    CLOSE: { target: 'closing', actions: ['sendCls', 'willReportClosed'], meta: cite('NCP-41') },
    REQUEST_TIMES_OUT: {
      guard: 'requestMayTimeOut',
      target: 'closing',
      actions: ['sendCls', 'noteRefused'],
      meta: cite('NCP-20', 'NCP-41', 'H25'),
    },
    RST: {
      guard: 'fromPeer',
      target: 'closed',
      actions: ['answerReset', 'noteRefused', 'forgetConnection'],
      meta: cite('NCP-70', 'NCP-76'),
    },
    DEAD: {
      guard: 'fromPeersHost',
      target: 'closed',
      actions: ['forgetHost', 'noteRefused', 'forgetConnection'],
      meta: cite('NCP-75', 'NCP-76'),
    },
  },
});
