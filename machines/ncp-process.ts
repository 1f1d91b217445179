/**
 * A process that uses one socket of its NCP in whatever way it likes, a bounded number of times.
 *
 * Source    RFC 55 pp. 3-5 (the calls), NIC 8246 pp. 11-15; faults E2 to E4 for the crash of its host.
 * Models    any user of an NCP that keeps to the calls: it sends only with credit, and knows what it was told.
 * Omits     what the data means.
 */
import { assign, setup } from 'xstate';

import { type Clause, cite } from './clauses.ts';
import type { Address, Call, Filter, HostName, Note, Outage } from './messages.ts';

/** What the process may take into its head. */
export type Whim =
  | 'CONNECT'
  | 'LISTEN'
  | 'LISTEN_FOR_PEER'
  | 'LISTEN_FOR_OTHER'
  | 'ACCEPT'
  | 'CLOSE'
  | 'SEND'
  | 'GRANT'
  | 'CRASH'
  | 'RESTART';

/** What a process is made for, and its bounds. */
export type ProcessInput = {
  readonly host: HostName;
  readonly socket: number;
  /** Whom it calls, and for whom it listens when it names somebody. */
  readonly peer: Address;
  /** How often it calls CONNECT or LISTEN in all. */
  readonly calls: number;
  /** How many messages it sends, or allows, in all. */
  readonly pieces: number;
  /** Whether its NCP stops listening when it turns somebody away (H1). */
  readonly failsOnMismatch: boolean;
  /** How often its host goes down. */
  readonly crashes: number;
  /** Whether its host resets the others when it comes back. */
  readonly resets: boolean;
};

/** What it remembers of its calls. */
export type ProcessMemory = ProcessInput & {
  /** Whom it listens for. */
  readonly filter: Filter;
  readonly credit: number;
};

type Scope = { readonly context: ProcessMemory };
type Spoken = Call | Outage;
const tell = (make: (memory: ProcessMemory) => Spoken) =>
  ({ type: 'send', params: ({ context }: Scope) => ({ to: 'ncp', message: make(context) }) as const }) as const;

const connect = tell(({ socket, peer }) => ({ type: 'CONNECT', socket, to: peer }));
const listen = tell(({ socket, filter }) => ({ type: 'LISTEN', socket, filter }));
const accept = tell(({ socket }) => ({ type: 'ACCEPT', socket }));
const close = tell(({ socket }) => ({ type: 'CLOSE', socket }));
const grant = tell(({ socket }) => ({ type: 'GRANT', socket, messages: 1 }));
const send = tell(({ socket, host, pieces }) => ({ type: 'SEND', socket, bytes: { of: host, piece: pieces } }));
const crash = tell(() => ({ type: 'CRASH' }));
const restart = tell(({ resets }) => ({ type: 'RESTART', reset: resets }));

const listens = (target: string) =>
  ({
    LISTEN: { guard: 'callsLeft', target, actions: ['countCall', 'forAnybody', listen], meta: cite('NCP-28') },
    LISTEN_FOR_PEER: { guard: 'callsLeft', target, actions: ['countCall', 'forPeer', listen], meta: cite('NCP-28') },
    LISTEN_FOR_OTHER: { guard: 'callsLeft', target, actions: ['countCall', 'forOther', listen], meta: cite('NCP-28') },
  }) as const;
const connects = (target: string) =>
  ({ guard: 'callsLeft', target, actions: ['countCall', connect], meta: cite('NCP-13') }) as const;
/** Whoever waits may think again of whom it waits for. */
const relisten = {
  guard: 'mayNarrow',
  target: 'listening',
  actions: ['countCall', 'forPeer', listen],
  meta: cite('NCP-28'),
} as const;
const over = { target: 'idle', actions: 'forget' } as const;

/** The chart of a process. Input: `ProcessInput`; own steps: every `Whim` that the system allows. */
export const ncpProcess = setup({
  types: {
    input: {} as ProcessInput,
    context: {} as ProcessMemory,
    events: {} as { readonly type: Whim } | Note,
    meta: {} as { readonly cites: readonly Clause[] },
  },
  guards: {
    crashesLeft: ({ context }) => context.crashes > 0,
    callsLeft: ({ context }) => context.calls > 0,
    mayNarrow: ({ context }) => context.calls > 0 && context.filter === null,
    piecesLeft: ({ context }) => context.pieces > 0 && context.socket % 2 === 0,
    maySend: ({ context }) => context.pieces > 0 && context.credit > 0,
    unexpected: ({ context: { filter }, event }) =>
      event.type === 'OPENED' &&
      filter !== null &&
      (event.peer.host !== filter.host || event.peer.socket !== filter.socket),
    listensNoMore: ({ context }) => context.failsOnMismatch,
  },
  actions: {
    // Carried by the system that the process is a party of.
    send: (_scope, _sent: { readonly to: 'ncp'; readonly message: Spoken }) => {},
    countCall: assign(({ context }) => ({ calls: context.calls - 1 })),
    countCrash: assign(({ context }) => ({ crashes: context.crashes - 1 })),
    countPiece: assign(({ context }) => ({ pieces: context.pieces - 1 })),
    spend: assign(({ context }) => ({ credit: context.credit - 1 })),
    learnCredit: assign(({ event }) => (event.type === 'CREDIT' ? { credit: event.messages } : {})),
    forAnybody: assign({ filter: null }),
    forPeer: assign(({ context }) => ({ filter: context.peer })),
    forOther: assign(({ context }) => ({ filter: { host: context.peer.host, socket: context.peer.socket + 2 } })),
    forget: assign({ filter: null, credit: 0 }),
  },
}).createMachine({
  id: 'ncpProcess',
  context: ({ input }) => ({ ...input, filter: null, credit: 0 }),
  initial: 'idle',
  on: {
    CRASH: {
      guard: 'crashesLeft',
      target: '.down',
      actions: ['countCrash', 'forget', crash],
      meta: cite('E2', 'E3', 'E4'),
    },
  },
  states: {
    idle: { on: { CONNECT: connects('requesting'), ...listens('listening') } },

    listening: {
      on: {
        CALLED: { target: 'asked', meta: cite('NCP-36') },
        OPENED: [
          { guard: 'unexpected', target: 'leaving', actions: close, meta: cite('NCP-35', 'H1') },
          { target: 'connected', actions: 'forget', meta: cite('NCP-12') },
        ],
        TURNED_AWAY: [{ guard: 'listensNoMore', ...over, meta: cite('NCP-35', 'H1') }, { meta: cite('NCP-35', 'H1') }],
        CLOSE: { ...over, actions: ['forget', close], meta: cite('NCP-28') },
        LISTEN_FOR_PEER: relisten,
      },
    },

    asked: {
      on: {
        LISTEN_FOR_PEER: relisten,
        ACCEPT: { target: 'requesting', actions: ['forget', accept], meta: cite('NCP-36') },
        CLOSE: { target: 'idle', actions: ['forget', close], meta: cite('NCP-36') },
      },
    },

    requesting: {
      on: {
        OPENED: { target: 'connected', meta: cite('NCP-12') },
        REFUSED: { target: 'idle', meta: cite('NCP-41') },
        CLOSE: { target: 'leaving', actions: close, meta: cite('NCP-41') },
      },
    },

    connected: {
      on: {
        CREDIT: { actions: 'learnCredit', meta: cite('NCP-60') },
        SEND: { guard: 'maySend', actions: [send, 'countPiece', 'spend'], meta: cite('NCP-61') },
        GRANT: { guard: 'piecesLeft', actions: [grant, 'countPiece'], meta: cite('NCP-60') },
        ARRIVED: { meta: cite('NCP-61') },
        CLOSE: { target: 'leaving', actions: ['forget', close], meta: cite('NCP-40') },
        PEER_CLOSED: { ...over, meta: cite('NCP-42') },
        LOST: { ...over, meta: cite('NCP-76') },
      },
    },

    // The socket is not free yet; the process may use it again all the same, and its NCP must see to it.
    leaving: {
      on: {
        CLOSED: { ...over, meta: cite('NCP-40') },
        PEER_CLOSED: { ...over, meta: cite('NCP-46') },
        LOST: { ...over, meta: cite('NCP-76') },
        CONNECT: connects('requestingAgain'),
        ...listens('listeningAgain'),
      },
    },

    requestingAgain: {
      on: {
        CLOSED: { target: 'requesting', meta: cite('NCP-15') },
        PEER_CLOSED: { target: 'requesting', meta: cite('NCP-46') },
        LOST: { target: 'requesting', meta: cite('NCP-76') },
        CLOSE: { target: 'leaving', actions: close, meta: cite('NCP-40') },
      },
    },

    listeningAgain: {
      on: {
        CLOSED: { target: 'listening', meta: cite('NCP-15') },
        PEER_CLOSED: { target: 'listening', meta: cite('NCP-46') },
        LOST: { target: 'listening', meta: cite('NCP-76') },
        CLOSE: { target: 'leaving', actions: ['forget', close], meta: cite('NCP-40') },
      },
    },

    down: {
      on: {
        RESTART: { target: 'idle', actions: restart, meta: cite('NCP-70', 'NCP-74') },
        CRASH: { meta: cite('E2') },
      },
    },
  },
});
