/**
 * The words in which the FTP server's regions are written: its events, guards and actions.
 *
 * Guards read as facts, actions as verbs; what they mean stands here, what follows from them in the regions.
 */
import { and, assign, not, raise, setup, stateIn } from 'xstate';

import type { Clause } from './clauses.ts';
import { traitsOf } from './ftp-replies.ts';
import {
  type End,
  type ServerInput,
  type Session,
  allowed,
  closeAt,
  connect,
  endFor,
  endOf,
  endUsed,
  grant,
  listenAt,
  newSession,
  otherEnd,
  ownEnd,
  parted,
  replyTo,
  sendNext,
  sockReply,
  withHosts,
} from './ftp-session.ts';
import type { Address, Call, ControlEvent, FtpCommand, Note, Outage, Reply } from './messages.ts';

/** What the server does of itself. */
export type ServerWhim = {
  readonly type: 'FILE_OK' | 'NOT_FOUND' | 'DENIED' | 'NO_STORAGE' | 'TIME_OUT' | 'LISTEN_NOW';
};

/** What one region tells the others. */
type Aside = { readonly type: 'TRANSFER_ENDED'; readonly end: End } | { readonly type: 'PASSIVE_SPENT' };

export type ServerEvent = FtpCommand | ControlEvent | Note | Outage | ServerWhim | Aside;

type Sent =
  { readonly to: 'ncp'; readonly message: Call } | { readonly to: 'user'; readonly message: Reply | ControlEvent };
type Scope = { readonly context: Session; readonly event: ServerEvent };

const tell = (make: (scope: Scope) => Sent) => ({ type: 'send', params: make }) as const;
const call = (make: (scope: Scope) => Call) => tell((scope) => ({ to: 'ncp', message: make(scope) }));

/** Calls on the server's own NCP. */
export const listen = {
  both: [call(({ context }) => listenAt(context, 'receive')), call(({ context }) => listenAt(context, 'send'))],
  receive: call(({ context }) => listenAt(context, 'receive')),
  send: call(({ context }) => listenAt(context, 'send')),
  own: call(({ context }) => listenAt(context, ownEnd(context))),
  noted: call(({ context, event }) => listenAt(context, noted(context, event))),
} as const;

export const close = {
  both: [call(({ context }) => closeAt(context, 'receive')), call(({ context }) => closeAt(context, 'send'))],
  own: call(({ context }) => closeAt(context, ownEnd(context))),
  other: call(({ context }) => closeAt(context, otherEnd(ownEnd(context)))),
  noted: call(({ context, event }) => closeAt(context, noted(context, event))),
} as const;

export const dial = call(({ context }) => connect(context));
export const grantOne = call(({ context }) => grant(context));
export const sendPiece = call(({ context }) => sendNext(context));

/** The own end that SOCK just named a peer for: its filter changes at once (H3). */
export const refilter = call(({ context, event }) => listenAt(context, sockEnd(event)));
export const closeFiltered = call(({ context, event }) => closeAt(context, sockEnd(event)));

/** Replies. `of` is the command at hand, or the transfer under way. */
export const reply = (code: number) =>
  tell(({ context, event }) => ({ to: 'user', message: replyTo(context, code, event.type as FtpCommand['type']) }));
export const report = (code: number) =>
  tell(({ context }) => ({ to: 'user', message: replyTo(context, code, context.command ?? 'spontaneous') }));
export const reportDone = tell(({ context }) => ({
  to: 'user',
  message: replyTo(context, traitsOf[context.knobs.protocol].done, context.command ?? 'spontaneous'),
}));
export const reportClosedEarly = tell(({ context }) => {
  const code = context.knobs.closedBeforeData;
  return {
    to: 'user',
    message: replyTo(context, code === 'end of file' ? 452 : code, context.command ?? 'spontaneous'),
  };
});
export const replySock = tell(({ context, event }) => ({
  to: 'user',
  message: sockReply(context, event as Extract<ServerEvent, { type: 'SOCK' }>),
}));
export const replyAllocated = tell(({ context, event }) => ({
  to: 'user',
  message: replyTo(context, 255, 'LSTN', [context.sockets[lstnEnd(event)]]),
}));
export const replyPair = tell(({ context }) => ({
  to: 'user',
  message: replyTo(context, 255, 'GETS', [context.sockets.send, context.sockets.receive]),
}));
export const announce = tell(({ context, event }) => ({
  to: 'user',
  message: replyTo(context, 255, 'spontaneous', [context.sockets[endUsed(event.type as FtpCommand['type'])]]),
}));
export const hangUp = tell(({ context }) => ({ to: 'user', message: { type: 'CONTROL_LOST', from: context.host } }));

const noted = (session: Session, event: ServerEvent): End => endOf(session, (event as Note).socket);
const sockEnd = (event: ServerEvent): End => endFor((event as Extract<ServerEvent, { type: 'SOCK' }>).address);
const lstnEnd = (event: ServerEvent): End =>
  (event as Extract<ServerEvent, { type: 'LSTN' }>).direction === 'S' ? 'send' : 'receive';
const caller = (event: ServerEvent) => (event as Extract<ServerEvent, { type: 'OPENED' }>).peer;
const busy = ({ context }: { readonly context: Session }): boolean => context.command !== null;
const contradicts = (known: Address | null, event: ServerEvent): boolean => {
  const { address } = event as Extract<ServerEvent, { type: 'SOCK' }>;
  return known !== null && (known.host !== address.host || known.socket !== address.socket);
};
const commandEnd = (event: ServerEvent): End => endUsed(event.type as FtpCommand['type']);
const isOpen = (session: Session): boolean => session.opened.receive !== null || session.opened.send !== null;

export const words = setup({
  types: {
    input: {} as ServerInput,
    context: {} as Session,
    events: {} as ServerEvent,
    tags: {} as 'readsControl',
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    busy,
    idle: ({ context }) => !busy({ context }),
    unknown: ({ context, event }) =>
      !traitsOf[context.knobs.protocol].commands.includes(event.type as FtpCommand['type']),
    passive: stateIn('#passive'),
    // The transfer command at hand
    againstLstn: ({ context, event }) =>
      context.knobs.againstLstn === 'rc505' &&
      (context.allocated.send || context.allocated.receive) &&
      !context.allocated[commandEnd(event)],
    announces: and([
      not(stateIn('#passive')),
      ({ context, event }) =>
        traitsOf[context.knobs.protocol].announces && !context.allocated[commandEnd(event as ServerEvent)],
    ]),
    retrieving: ({ context }) => context.command === 'RETR',
    allocatedFor: ({ context }) => context.allocated[ownEnd(context)],
    closesOnFailure: ({ context }) => context.knobs.failedAfterOpen === 'close' && isOpen(context),
    retrievingWhileOpen: ({ context }) =>
      context.command === 'RETR' && context.knobs.failedAfterOpen === 'close' && isOpen(context),
    premature: and([stateIn('#passive'), ({ context }) => context.opened[ownEnd(context)] !== null]),
    wrongEndOpen: and([
      stateIn('#passive'),
      ({ context }) => context.knobs.wrongEndOpen === 'rc505' && context.opened[otherEnd(ownEnd(context))] !== null,
    ]),
    promised: stateIn('#promised'),
    promisedEarly: and([stateIn('#promised'), ({ context }) => context.knobs.replyTiming === 'early']),
    passiveEarly: and([stateIn('#passive'), ({ context }) => context.knobs.replyTiming === 'early']),
    allocatedEarly: ({ context }) => context.allocated[ownEnd(context)] && context.knobs.replyTiming === 'early',
    allocatedEarlyFirst: ({ context }) =>
      context.allocated[ownEnd(context)] &&
      context.knobs.replyTiming === 'early' &&
      context.knobs.repliesBeforeListening,
    early: ({ context }) => context.knobs.replyTiming === 'early',
    spoiled: ({ context }) => context.spoiled,
    // Callers
    callerUnfit: ({ context, event }) =>
      context.checksCaller && !allowed(context, noted(context, event), caller(event)),
    failsOnMismatch: ({ context }) => context.failsOnMismatch,
    // SOCK, PASV, LSTN
    sockTooLate: and([stateIn('#passive'), ({ context }) => context.knobs.lateSock === 'rc504']),
    sockAtOnce: and([
      stateIn('#passive'),
      ({ context, event }) => context.knobs.lateSock === 'at once' && context.opened[sockEnd(event)] === null,
    ]),
    sockContradicts: ({ context, event }) =>
      context.knobs.contradictingSock === 'rc505' && contradicts(context.peer[sockEnd(event)], event),
    sockAgainstOpenRefused: and([
      stateIn('#passive'),
      ({ context, event }) =>
        context.knobs.sockAgainstOpen === 'rc505' && contradicts(context.opened[sockEnd(event)], event),
    ]),
    sockAgainstOpen: and([
      stateIn('#passive'),
      ({ context, event }) =>
        context.knobs.lateSock === 'at once' &&
        context.knobs.sockAgainstOpen === 'close' &&
        contradicts(context.opened[sockEnd(event)], event),
    ]),
    sockMissing: ({ context }) =>
      context.knobs.pasvNeedsSock && context.peer.receive === null && context.peer.send === null,
    opensReceive: ({ context }) =>
      context.knobs.pasvOpens === 'as SOCK' && context.peer.receive !== null && context.peer.send === null,
    opensSend: ({ context }) =>
      context.knobs.pasvOpens === 'as SOCK' && context.peer.send !== null && context.peer.receive === null,
    repliesFirst: ({ context }) => context.knobs.repliesBeforeListening,
    refusesSecondLstn: ({ context, event }) =>
      context.knobs.secondLstn === 'rc505' && context.allocated[lstnEnd(event)],
    refusesBothLstn: ({ context, event }) =>
      context.knobs.bothLstn === 'rc505' && context.allocated[otherEnd(lstnEnd(event))],
    refusesSecondPasv: ({ context }) => context.knobs.secondPasv === 'rc504',
    listensAnew: ({ context }) => context.knobs.secondPasv === 'listen anew',
    isOpen: ({ context }) => isOpen(context),
    // Ends of the passive role
    aborCancels: ({ context }) => busy({ context }) || context.knobs.aborWhileListening === 'cancel',
    listensOn: and([stateIn('#passive'), ({ context }) => context.knobs.aborWhileListening === 'nothing to abort']),
    holdsSockets: ({ context }) => context.allocated.send || context.allocated.receive,
    reinCancels: ({ context }) => context.knobs.reinCancels && !busy({ context }),
    oneTransfer: ({ context }) => context.knobs.passiveFor === 'one transfer',
    lastAllocated: ({ context, event }) =>
      context.knobs.passiveFor === 'one transfer' &&
      !context.allocated[otherEnd((event as Extract<ServerEvent, { type: 'TRANSFER_ENDED' }>).end)],
    listensAgain: and([stateIn('#passive'), ({ context }) => context.knobs.closedBeforeCommand === 'listen again']),
    keepsListening: ({ context }) => context.knobs.controlLoss === 'keep listening',
    // Moving data
    notStarted: ({ context }) => !context.started,
    sends: ({ context }) => context.command === 'RETR',
    grantsItself: ({ context }) => context.grantsItself,
    maySend: ({ context }) => context.credit > 0 && context.sent < context.pieces,
    allSent: ({ context }) => context.sent === context.pieces,
    nothingSent: ({ context }) => context.sent === 0,
    closedBeforeData: ({ context }) => context.storing.length === 0 && context.knobs.closedBeforeData !== 'end of file',
    retries: ({ context }) => context.knobs.retries === 'unbounded' || context.tries < context.knobs.retries,
    listeningTimesOutIdle: ({ context }) => context.knobs.listeningTimesOut && !busy({ context }) && !isOpen(context),
    timesOut: ({ context }) => context.knobs.timeouts,
    deaf: ({ context }) => context.knobs.deafWhileWaiting,
    reportsAbort: ({ context }) => context.knobs.aborReportsTransfer,
  },
  actions: {
    // Carried by the system that the server is part of.
    send: (_scope, _sent: Sent) => {},
    // What was stored to the end stays on the disk.
    startOver: assign(({ context }) => ({
      ...newSession(context),
      file: context.file,
      exchangedWith: context.exchangedWith,
    })),
    nameSock: assign(({ context, event }) => {
      const { address } = event as Extract<ServerEvent, { type: 'SOCK' }>;
      return { peer: { ...context.peer, [endFor(address)]: address } };
    }),
    dropPeers: assign({ peer: { receive: null, send: null } }),
    allocate: assign(({ context, event }) => ({ allocated: { ...context.allocated, [lstnEnd(event)]: true } })),
    release: assign({ allocated: { receive: false, send: false } }),
    releaseUsed: assign(({ context, event }) => ({
      allocated: { ...context.allocated, [(event as Extract<ServerEvent, { type: 'TRANSFER_ENDED' }>).end]: false },
    })),
    takeCommand: assign(({ event }) => ({
      command: event.type === 'RTRV' ? ('RETR' as const) : (event.type as 'RETR' | 'STOR' | 'APPE'),
    })),
    endCommand: assign(({ context }) => ({
      ...newSession(context),
      peer: context.peer,
      allocated: context.allocated,
      file: context.file,
      exchangedWith: context.exchangedWith,
      opened: { ...context.opened, [ownEnd(context)]: null },
    })),
    refuseCommand: assign({ command: null }),
    sayEnded: raise(({ context }) => ({ type: 'TRANSFER_ENDED', end: ownEnd(context) }) as const),
    saySpent: raise({ type: 'PASSIVE_SPENT' } as const),
    meet: assign(({ context, event }) => ({ opened: { ...context.opened, [noted(context, event)]: caller(event) } })),
    part: assign(({ context, event }) => parted(context, noted(context, event))),
    // What the server closes of itself it forgets at once: nothing goes through it any more.
    partBoth: assign({ opened: { receive: null, send: null }, early: [], credit: 0 }),
    partOwn: assign(({ context }) => parted(context, ownEnd(context))),
    partOther: assign(({ context }) => parted(context, otherEnd(ownEnd(context)))),
    partFiltered: assign(({ context, event }) => parted(context, sockEnd(event))),
    begin: assign({ started: true }),
    spoil: assign({ spoiled: true }),
    countCredit: assign(({ event }) => ({ credit: (event as Extract<ServerEvent, { type: 'CREDIT' }>).messages })),
    keepEarly: assign(({ context, event }) => ({
      early: [...context.early, (event as Extract<ServerEvent, { type: 'ARRIVED' }>).bytes],
    })),
    start: assign(({ context }) => ({
      storing: context.early,
      early: [],
      exchangedWith: withHosts(context, context.early.length > 0 ? [context.opened.receive?.host] : []),
    })),
    countSent: assign(({ context }) => ({
      sent: context.sent + 1,
      credit: context.credit - 1,
      exchangedWith: withHosts(context, [context.opened.send?.host]),
    })),
    store: assign(({ context, event }) => ({
      storing: [...context.storing, (event as Extract<ServerEvent, { type: 'ARRIVED' }>).bytes],
      exchangedWith: withHosts(context, [context.opened.receive?.host]),
    })),
    keepFile: assign(({ context }) => ({ file: context.storing })),
    countTry: assign(({ context }) => ({
      tries: context.knobs.retries === 'unbounded' ? 0 : context.tries + 1,
    })),
  },
});
