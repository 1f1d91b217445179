/**
 * One socket of an NCP: requested or listened on, opened by a matching pair of requests, closed by a matched pair of CLS.
 *
 * Source    NIC 8246, Host/Host Protocol for the ARPA Network, January 1972, pp. 9-18, 21-26; RFC 55 fig. 7.1 for the states.
 * Models    one local socket. Its parity says whether it sends or receives, and so whether its requests are STR or RTS.
 * Omits     NOP, ECO, INR, INS, bit credit. Loss and delay belong to the network, time to whoever takes the own steps.
 * Ports     the foreign host's name for the wire; `process` for notes.
 * Decides   RST and RRP are for one pair of sockets, since one chart is one socket. A pair that was refused is kept in
 *           `owed` until its CLS comes, so that the socket goes on meanwhile; a close of one's own waits in `closing`.
 */
import { cite } from './clauses.ts';
import { abandoned, called, closed, listening, pending, requesting } from './ncp-establishment.ts';
import { blank } from './ncp-memory.ts';
import { down, resetting } from './ncp-outage.ts';
import { awaitingRfnm, closing, draining, open } from './ncp-termination.ts';
import { socketChart } from './ncp-words.ts';

/** Requests that the state has no use for. */
const strangers = [
  { guard: 'fromQueued', meta: cite('NCP-34') },
  { guard: 'genderWrong', actions: 'reportBadParameters', meta: cite('NCP-03', 'NCP-04', 'NCP-06') },
  { guard: 'pairStillClosing', meta: cite('NCP-49') },
  { guard: 'busyQueued', actions: 'queueRequest', meta: cite('NCP-14', 'NCP-33', 'H32') },
  { actions: ['refuse', 'owe'], meta: cite('NCP-14', 'NCP-32', 'NCP-33', 'NCP-41', 'H32') },
] as const;

/** The chart of one socket. Input: `SocketInput`; own steps: `Initiative`. */
export const ncpSocket = socketChart.createMachine({
  id: 'ncpSocket',
  context: ({ input }) => blank(input),
  initial: 'closed',

  // What a socket does wherever its state says nothing else: strangers, leftovers, and the machine room.
  on: {
    CRASH: { target: '.down', actions: 'forgetEverything', meta: cite('E2', 'E3') },
    STR: strangers,
    RTS: strangers,
    CLS: [
      { guard: 'fromRefused', actions: 'settle', meta: cite('NCP-41', 'NCP-47', 'NCP-48') },
      { guard: 'fromQueued', actions: ['answerCls', 'unqueue'], meta: cite('NCP-42', 'NCP-50') },
      { guard: 'unknownIsError', actions: 'reportUnknown', meta: cite('NCP-51', 'H37') },
      { guard: 'unknownIsAnswered', actions: 'answerCls', meta: cite('NCP-51', 'H37') },
      { meta: cite('NCP-51', 'NCP-52', 'H37') },
    ],
    ALL: { actions: 'reportNotEstablished', meta: cite('E5') },
    GVB: { actions: 'reportNotEstablished', meta: cite('E5') },
    RET: { actions: 'reportNotEstablished', meta: cite('E5') },
    DATA: { actions: ['acknowledge', 'reportNotEstablished'], meta: cite('NCP-56', 'E5') },
    RFNM: { meta: cite('NCP-44') },
    ERR: { meta: cite('NCP-51') },
    RST: { actions: ['answerReset', 'forgetPair'], meta: cite('NCP-70', 'NCP-71', 'H36', 'E6') },
    RRP: { meta: cite('NCP-73') },
    DEAD: { actions: 'forgetHost', meta: cite('NCP-75') },
    GRANT: { meta: cite('NCP-55') },
    PENDING_TIMES_OUT: {
      guard: 'queuedMayTimeOut',
      actions: ['refuseFirst', 'dropFirst'],
      meta: cite('NCP-20', 'NCP-23'),
    },
    GIVE_UP_ON_CLS: { guard: 'givesUpOnRefused', actions: 'forgetRefused', meta: cite('NCP-53') },
  },

  states: {
    closed,
    pending,
    listening,
    called,
    abandoned,
    requesting,
    open,
    draining,
    awaitingRfnm,
    closing,
    down,
    resetting,
  },
});
