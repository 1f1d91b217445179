/**
 * A connection and its end: the states of a socket between the matching requests and the second CLS.
 *
 * Source    NIC 8246 pp. 12-16, "Connection Termination", "Flow Control"; RFC 55 fig. 7.1 (OPEN, DATA_WAIT, RFNM_WAIT, CLS_WAIT).
 */
import { cite } from './clauses.ts';
import { socketChart as chart } from './ncp-words.ts';

/** Lost through no fault of the process. */
const lost = {
  RST: {
    guard: 'fromPeer',
    target: 'closed',
    actions: ['answerReset', 'noteLost', 'forgetConnection'],
    meta: cite('NCP-70', 'NCP-76'),
  },
  DEAD: {
    guard: 'fromPeersHost',
    target: 'closed',
    actions: ['forgetHost', 'noteLost', 'forgetConnection'],
    meta: cite('NCP-75', 'NCP-76'),
  },
} as const;

/** A request for the very pair that is connected. */
const repeated = { guard: 'fromPeer', actions: 'reportRepeated', meta: cite('NCP-34', 'H38') } as const;
const restarted = {
  guard: 'repeatedRestarts',
  target: 'closed',
  actions: ['noteLost', 'forgetConnection', 'considerAgain'],
  meta: cite('NCP-34', 'H38'),
} as const;

/** A call that has to wait until the socket is free. */
const later = { actions: 'postponeCall', meta: cite('NCP-15', 'NCP-40') } as const;

/** Established: a sender sends what it has credit for, a receiver takes it. */
export const open = chart.createStateConfig({
  tags: 'connected',
  on: {
    ...lost,
    STR: [restarted, repeated],
    RTS: [restarted, repeated],

    ALL: { guard: 'onLink', actions: ['addCredit', 'noteCredit'], meta: cite('NCP-60') },
    SEND: { guard: 'hasCredit', actions: ['sendData', 'spend'], meta: cite('NCP-60', 'NCP-61') },
    RFNM: { guard: 'dataOutstandingToPeer', actions: 'countRfnm', meta: cite('NCP-44') },
    GVB: { guard: 'onLink', actions: ['giveBack', 'loseCredit', 'noteCredit'], meta: cite('NCP-63') },

    GRANT: { actions: ['allow', 'addCredit'], meta: cite('NCP-60', 'H20') },
    DATA: {
      guard: 'withinCredit',
      actions: ['acknowledge', 'countArrival', 'noteArrived'],
      meta: cite('NCP-61'),
    },
    ASK_BACK: { guard: 'mayAskBack', actions: ['askBack', 'rememberAsking'], meta: cite('NCP-63') },
    RET: { guard: 'onLink', actions: 'takeBack', meta: cite('NCP-63') },

    CLOSE: [
      {
        guard: 'dataOutstanding',
        target: 'draining',
        actions: 'willReportClosed',
        meta: cite('NCP-44'),
      },
      {
        target: 'closing',
        actions: ['sendCls', 'endData', 'willReportClosed'],
        meta: cite('NCP-40', 'NCP-44', 'NCP-45'),
      },
    ],
    CLS: [
      {
        guard: 'dataOutstandingToPeer',
        target: 'awaitingRfnm',
        actions: ['endData', 'willReportPeerClosed'],
        meta: cite('NCP-46'),
      },
      {
        guard: 'fromPeer',
        target: 'closed',
        actions: ['answerCls', 'notePeerClosed', 'forgetConnection'],
        meta: cite('NCP-42', 'NCP-43', 'NCP-44'),
      },
    ],
  },
});

/** The process has closed; messages without RFNM hold the CLS back. */
export const draining = chart.createStateConfig({
  on: {
    ...lost,
    STR: repeated,
    RTS: repeated,
    RFNM: [
      { guard: 'lastRfnm', target: 'closing', actions: ['countRfnm', 'sendCls', 'endData'], meta: cite('NCP-44') },
      { guard: 'dataOutstandingToPeer', actions: 'countRfnm', meta: cite('NCP-44') },
    ],
    // The peer wanted no more before we had said that there is no more: the process is told so.
    CLS: {
      guard: 'fromPeer',
      target: 'awaitingRfnm',
      actions: ['endData', 'willReportPeerClosed'],
      meta: cite('NCP-45', 'NCP-46'),
    },
    ALL: { guard: 'onLink', actions: 'addCredit', meta: cite('NCP-44') },
    GVB: { guard: 'onLink', actions: ['giveBack', 'loseCredit'], meta: cite('NCP-63') },
    LISTEN: later,
    CONNECT: later,
    CLOSE: { actions: 'forgetCall', meta: cite('NCP-44') },
  },
});

/** The peer has closed; messages without RFNM hold the answer back. */
export const awaitingRfnm = chart.createStateConfig({
  on: {
    ...lost,
    RFNM: [
      {
        guard: 'lastRfnm',
        target: 'closed',
        actions: ['countRfnm', 'sendCls', 'report', 'forgetConnection'],
        meta: cite('NCP-42', 'NCP-46'),
      },
      { guard: 'dataOutstandingToPeer', actions: 'countRfnm', meta: cite('NCP-46') },
    ],
    SEND: { meta: cite('NCP-46') },
    LISTEN: later,
    CONNECT: later,
    CLOSE: { actions: ['forgetCall', 'willReportClosed'], meta: cite('NCP-46') },
  },
});

/** CLS is sent. Closing, withdrawing a request and giving up on it all wait here: the wire cannot tell them apart. */
export const closing = chart.createStateConfig({
  on: {
    CLS: {
      guard: 'fromPeer',
      target: 'closed',
      actions: ['report', 'forgetConnection'],
      meta: cite('NCP-40', 'NCP-43', 'NCP-47', 'NCP-48'),
    },
    GIVE_UP_ON_CLS: {
      guard: 'givesUp',
      target: 'closed',
      actions: ['report', 'forgetConnection'],
      meta: cite('NCP-53', 'NCP-54', 'E19'),
    },
    STR: { guard: 'fromPeer', meta: cite('NCP-49') },
    RTS: { guard: 'fromPeer', meta: cite('NCP-49') },
    DATA: { guard: 'fromPeer', actions: 'acknowledge', meta: cite('NCP-45') },
    ALL: { guard: 'fromPeer', meta: cite('NCP-44') },
    GVB: { guard: 'fromPeer', meta: cite('NCP-44') },
    RET: { guard: 'fromPeer', meta: cite('NCP-45') },
    LISTEN: [
      {
        guard: 'reusesAtOnce',
        target: 'closed',
        actions: ['report', 'forgetConnection', 'postponeCall'],
        meta: cite('NCP-15', 'NCP-54'),
      },
      later,
    ],
    CONNECT: [
      {
        guard: 'reusesAtOnce',
        target: 'closed',
        actions: ['report', 'forgetConnection', 'postponeCall'],
        meta: cite('NCP-15', 'NCP-54'),
      },
      later,
    ],
    CLOSE: [
      { guard: 'connectWaits', actions: ['forgetCall', 'willReportClosed'], meta: cite('NCP-40') },
      { actions: 'forgetCall', meta: cite('NCP-40') },
    ],
    RST: {
      guard: 'fromPeer',
      target: 'closed',
      actions: ['answerReset', 'reportLost', 'forgetConnection'],
      meta: cite('NCP-70', 'NCP-76'),
    },
    DEAD: {
      guard: 'fromPeersHost',
      target: 'closed',
      actions: ['forgetHost', 'reportLost', 'forgetConnection'],
      meta: cite('NCP-75', 'NCP-76'),
    },
  },
});
