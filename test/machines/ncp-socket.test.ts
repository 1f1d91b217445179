import { initialTransition, transition } from 'xstate';
import { describe, expect, test } from 'vitest';

import { ncpDefaults, type NcpKnobs } from '../../machines/knobs.ts';
import type { Address } from '../../machines/messages.ts';
import type { Said, SocketEvent, SocketInput } from '../../machines/ncp-memory.ts';
import { ncpSocket } from '../../machines/ncp-socket.ts';

const B202: Address = { host: 'B', socket: 202 };
const C303: Address = { host: 'C', socket: 303 };
const X5: Address = { host: 'X', socket: 5 };

/** A receive socket of host B, whose events and answers are written as a dialogue. */
const receiver = (knobs: Partial<NcpKnobs> = {}, input: Partial<SocketInput> = {}) => {
  const at = { ...input, host: 'B', socket: 202, process: true, knobs: { ...ncpDefaults, ...knobs } } as const;
  let [state] = initialTransition(ncpSocket, at);
  const hear = (event: SocketEvent): string[] => {
    const [next, actions] = transition(ncpSocket, state, event);
    state = next;
    return actions.flatMap((action) => (action.type === 'send' ? [spoken(action.params as Said)] : []));
  };
  return { hear, state: () => state.value, memory: () => state.context };
};

const spoken = ({ to, message }: Said): string =>
  to === 'process' ? message.type : `${message.type} to ${to}.${'to' in message ? message.to.socket : ''}`;

const str = (from: Address): SocketEvent => ({ type: 'STR', from, to: B202, size: 8 });
const cls = (from: Address): SocketEvent => ({ type: 'CLS', from, to: B202 });
const data = (piece: number): SocketEvent => ({
  type: 'DATA',
  from: C303,
  to: B202,
  link: 2,
  bytes: { of: 'C', piece },
});
const listen = (filter: Address | null = null): SocketEvent => ({ type: 'LISTEN', socket: 202, filter });
const connect = (to: Address = C303): SocketEvent => ({ type: 'CONNECT', socket: 202, to });
const closeIt: SocketEvent = { type: 'CLOSE', socket: 202 };

describe('a request for a socket on which nobody waits', () => {
  test('is refused under R, and the CLS of the caller is awaited', () => {
    const { hear, state, memory } = receiver();
    expect(hear(str(C303))).toEqual(['CLS to C.303']);
    expect(memory().owed).toEqual([C303]);
    expect(hear(cls(C303))).toEqual([]);
    expect([state(), memory().owed]).toEqual(['closed', []]);
  });

  test('waits under Q until somebody listens', () => {
    const { hear, state } = receiver({ unlistened: 'Q' });
    expect(hear(str(C303))).toEqual([]);
    expect(state()).toBe('pending');
    expect(hear(listen())).toEqual(['RTS to C.303', 'OPENED']);
    expect(state()).toBe('open');
  });

  test('is refused under Q when the queue is full', () => {
    const { hear } = receiver({ unlistened: 'Q', queueBound: 1 });
    expect([...hear(str(C303)), ...hear(str(X5))]).toEqual(['CLS to X.5']);
  });

  test('times out under QT', () => {
    const { hear, state } = receiver({ unlistened: 'QT', timeouts: true });
    hear(str(C303));
    expect(hear({ type: 'PENDING_TIMES_OUT' })).toEqual(['CLS to C.303']);
    expect(state()).toBe('closed');
  });

  test('vanishes under D', () => expect(receiver({ unlistened: 'D' }).hear(str(C303))).toEqual([]));

  test('of the wrong gender is an error and nothing else', () => {
    const { hear, memory } = receiver();
    expect(hear(str({ host: 'C', socket: 302 }))).toEqual(['ERR to C.302']);
    expect(memory().owed).toEqual([]);
  });

  test('is answered by CONNECT, which refuses the other callers', () => {
    const { hear, state } = receiver({ unlistened: 'Q' });
    hear(str(X5));
    hear(str(C303));
    expect(hear(connect())).toEqual(['CLS to X.5', 'RTS to C.303', 'OPENED']);
    expect(state()).toBe('open');
  });
});

describe('a caller that the filter does not allow', () => {
  test.for([
    ['refuse-keep', ['TURNED_AWAY', 'CLS to X.5'], 'listening'],
    ['refuse-fail', ['TURNED_AWAY', 'CLS to X.5'], 'closed'],
    ['queue', [], 'listening'],
    ['accept-check', ['RTS to X.5', 'OPENED'], 'open'],
  ] as const)('%s', ([mismatch, said, state]) => {
    const socket = receiver({ mismatch });
    socket.hear(listen(C303));
    expect(socket.hear(str(X5))).toEqual(said);
    expect(socket.state()).toBe(state);
  });

  test('is overtaken in the queue by the one that is', () => {
    const { hear, memory } = receiver({ mismatch: 'queue' });
    hear(listen(C303));
    hear(str(X5));
    expect(hear(str(C303))).toEqual(['RTS to C.303', 'OPENED']);
    expect(memory().queue).toEqual([{ from: X5, offers: 8 }]);
  });
});

describe('closing', () => {
  test('a refusal crosses an abort: each takes the other CLS for the answer', () => {
    const { hear, state } = receiver();
    hear(connect());
    expect(hear(closeIt)).toEqual(['CLS to C.303']);
    expect(hear(cls(C303))).toEqual(['CLOSED']);
    expect(state()).toBe('closed');
  });

  test('an acceptance that crosses an abort is discarded', () => {
    const { hear, state } = receiver();
    hear(connect());
    hear(closeIt);
    expect(hear(str(C303))).toEqual([]);
    expect(state()).toBe('closing');
    expect(hear(cls(C303))).toEqual(['CLOSED']);
  });

  test('strict reuse postpones a call, sloppy reuse does not', () => {
    const strict = receiver();
    const sloppy = receiver({ reuse: 'sloppy' });
    for (const { hear } of [strict, sloppy]) {
      hear(connect());
      hear(closeIt);
    }
    expect(strict.hear(connect())).toEqual([]);
    expect(strict.hear(cls(C303))).toEqual(['CLOSED', 'RTS to C.303']);
    expect(sloppy.hear(connect())).toEqual(['CLOSED', 'RTS to C.303']);
  });

  test('a CLS that nobody knows is discarded, reported, or answered', () => {
    expect(receiver().hear(cls(C303))).toEqual([]);
    expect(receiver({ unknownCls: 'ERR' }).hear(cls(C303))).toEqual(['ERR to C.303']);
    expect(receiver({ unknownCls: 'CLS' }).hear(cls(C303))).toEqual(['CLS to C.303']);
  });
});

describe('data', () => {
  const open = (knobs: Partial<NcpKnobs> = {}) => {
    const socket = receiver(knobs);
    socket.hear(connect());
    return { ...socket, opened: socket.hear(str(C303)) };
  };

  test('comes only for credit that was allowed', () => {
    const { hear, memory } = open();
    expect(hear({ type: 'GRANT', socket: 202, messages: 1 })).toEqual(['ALL to C.303']);
    expect(hear(data(1))).toEqual(['RFNM to C.303', 'ARRIVED']);
    expect(memory().credit).toBe(0);
    expect(hear(data(2))).toEqual(['RFNM to C.303', 'ERR to C.303']);
  });

  test('is allowed at once where the NCP does so by itself', () => {
    expect(open({ allOnOpen: 'automatic' }).opened).toEqual(['OPENED', 'ALL to C.303']);
  });

  test('that comes after the receiver has closed is discarded', () => {
    const { hear } = open();
    hear({ type: 'GRANT', socket: 202, messages: 1 });
    hear(closeIt);
    expect(hear(data(1))).toEqual(['RFNM to C.303']);
  });

  test('ends with the CLS of the sender', () => {
    const { hear, state } = open();
    expect(hear(cls(C303))).toEqual(['CLS to C.303', 'PEER_CLOSED']);
    expect(state()).toBe('closed');
  });
});

describe('a sender', () => {
  const open = () => {
    const input = { host: 'C', socket: 303, process: true, knobs: ncpDefaults } as const;
    let [state] = initialTransition(ncpSocket, input);
    const hear = (event: SocketEvent): string[] => {
      const [next, actions] = transition(ncpSocket, state, event);
      state = next;
      return actions.flatMap((action) => (action.type === 'send' ? [spoken(action.params as Said)] : []));
    };
    hear({ type: 'CONNECT', socket: 303, to: B202 });
    hear({ type: 'RTS', from: B202, to: C303, link: 7 });
    hear({ type: 'ALL', from: B202, to: C303, link: 7, messages: 2 });
    hear({ type: 'SEND', socket: 303, bytes: { of: 'C', piece: 1 } });
    return { hear, state: () => state.value };
  };
  const rfnm = { type: 'RFNM', from: B202, to: C303 } as const;

  test('holds its CLS back until the last RFNM', () => {
    const { hear, state } = open();
    expect(hear({ type: 'CLOSE', socket: 303 })).toEqual([]);
    expect(state()).toBe('draining');
    expect(hear(rfnm)).toEqual(['CLS to B.202']);
    expect(state()).toBe('closing');
  });

  test('holds its answer to a CLS back until the last RFNM', () => {
    const { hear, state } = open();
    expect(hear({ type: 'CLS', from: B202, to: C303 })).toEqual([]);
    expect(state()).toBe('awaitingRfnm');
    expect(hear(rfnm)).toEqual(['CLS to B.202', 'PEER_CLOSED']);
    expect(state()).toBe('closed');
  });

  test('gives its credit back when it is asked', () => {
    expect(open().hear({ type: 'GVB', from: B202, to: C303, link: 7 })).toEqual(['RET to B.202', 'CREDIT']);
  });
});

describe('outage', () => {
  test('a host that is down is answered for by the subnet', () => {
    const { hear } = receiver();
    hear({ type: 'CRASH' });
    expect(hear(str(C303))).toEqual(['DEAD to C.303']);
  });

  test('a host that resets listens to nothing until the answer is there', () => {
    const { hear, state } = receiver({}, { resets: [C303] });
    hear({ type: 'CRASH' });
    expect(hear({ type: 'RESTART', reset: true })).toEqual(['RST to C.303']);
    expect(hear(str(C303))).toEqual([]);
    hear({ type: 'RRP', from: C303, to: B202 });
    expect(state()).toBe('closed');
  });

  test('a reset loses the connection and leaves the listener', () => {
    const { hear, state } = receiver();
    hear(connect());
    hear(str(C303));
    expect(hear({ type: 'RST', from: C303, to: B202 })).toEqual(['RRP to C.303', 'LOST']);
    hear(listen(C303));
    expect(hear({ type: 'RST', from: C303, to: B202 })).toEqual(['RRP to C.303']);
    expect(state()).toBe('listening');
  });
});
