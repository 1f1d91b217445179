/**
 * The alternating bit protocol: each item is sent again and again until its bit comes back.
 *
 * Source    K. A. Bartlett, R. A. Scantlebury, P. T. Wilkinson, "A note on reliable full-duplex transmission over
 *           half-duplex links", Communications of the ACM 12 (1969), pp. 260-261.
 * Models    items counted modulo 3, so that one lost, doubled or out of order shows.
 */
import { assign, setup } from 'xstate';

import { system } from '../../src/compose/index.ts';
import { always, type Fairness, family, leadsTo, reaches, type System, type View } from '../../src/model/index.ts';

type Data = { type: 'DATA'; bit: number; item: number };
type Ack = { type: 'ACK'; bit: number };
type SendData = { to: 'wire'; message: Data };
type SendAck = { to: 'wire'; message: Ack };

const sender = setup({
  types: {
    context: {} as { bit: number; item: number; resent: number; resends: number | null },
    /** How often an item may be sent again; `null` for no limit. */
    input: {} as { resends: number | null },
    events: {} as { type: 'SUBMIT' } | { type: 'RESEND' } | Ack,
  },
  actions: {
    send: (_scope, _sending: SendData) => {},
    turn: assign(({ context: { bit, item } }) => ({ bit: 1 - bit, item: (item + 1) % 3, resent: 0 })),
    countResend: assign(({ context: { resent, resends } }) => ({ resent: resends === null ? 0 : resent + 1 })),
  },
  guards: {
    confirms: ({ context, event }) => event.type === 'ACK' && event.bit === context.bit,
    mayResend: ({ context }) => context.resends === null || context.resent < context.resends,
  },
}).createMachine({
  id: 'sender',
  context: ({ input }) => ({ bit: 0, item: 0, resent: 0, resends: input.resends }),
  initial: 'idle',
  states: {
    idle: { on: { SUBMIT: 'sending', ACK: {} } },
    sending: {
      entry: {
        type: 'send',
        params: ({ context: { bit, item } }) => ({ to: 'wire', message: { type: 'DATA', bit, item } }),
      },
      on: {
        ACK: [{ guard: 'confirms', target: 'idle', actions: 'turn' }, {}],
        RESEND: { guard: 'mayResend', target: 'sending', reenter: true, actions: 'countResend' },
      },
    },
  },
});

const receiver = setup({
  types: {
    context: {} as { bit: number; item: number },
    events: {} as Data,
  },
  actions: {
    send: (_scope, _sending: SendAck) => {},
    take: assign(({ event }) => ({ bit: 1 - event.bit, item: (event.item + 1) % 3 })),
  },
  guards: { isNew: ({ context, event }) => event.bit === context.bit },
}).createMachine({
  id: 'receiver',
  context: { bit: 0, item: 0 },
  initial: 'receiving',
  states: {
    receiving: {
      on: {
        DATA: [
          { guard: 'isNew', actions: [{ type: 'send', params: ({ event: { bit } }) => acknowledge(bit) }, 'take'] },
          { actions: { type: 'send', params: ({ event: { bit } }) => acknowledge(bit) } },
        ],
      },
    },
  },
});

/** A wire that holds one message, which a newer one replaces, and which may be lost at any time. */
const wire = setup({
  types: {
    context: {} as { carried: Data | Ack | null },
    events: {} as Data | Ack | { type: 'PASS' } | { type: 'LOSE' },
  },
  actions: {
    send: (_scope, _sending: { to: 'end'; message: Data | Ack | null }) => {},
    carry: assign(({ event }) => (event.type === 'DATA' || event.type === 'ACK' ? { carried: event } : {})),
    clear: assign({ carried: null }),
  },
}).createMachine({
  id: 'wire',
  context: { carried: null },
  initial: 'empty',
  states: {
    empty: {
      on: { DATA: { target: 'carrying', actions: 'carry' }, ACK: { target: 'carrying', actions: 'carry' } },
    },
    carrying: {
      on: {
        DATA: { actions: 'carry' },
        ACK: { actions: 'carry' },
        LOSE: { target: 'empty', actions: 'clear' },
        PASS: {
          target: 'empty',
          actions: [{ type: 'send', params: ({ context }) => ({ to: 'end', message: context.carried }) }, 'clear'],
        },
      },
    },
  },
});

const acknowledge = (bit: number): SendAck => ({ to: 'wire', message: { type: 'ACK', bit } });
const own = (type: string, fairness: Fairness) => ({ event: { type }, fairness });

/**
 * The ends joined by two queues that lose and double a limited number of messages.
 *
 * Each item is sent again once for every message that the two queues may lose, so that one copy comes through.
 */
export const overQueues = (faults: { loses: number; duplicates: number }): System => {
  const copies = 2 * faults.loses + 1;
  const capacity = 2 * copies + faults.duplicates;
  return system({
    name: 'alternating bit over queues',
    parties: {
      sender: {
        chart: sender,
        input: { resends: copies - 1 },
        own: [own('SUBMIT', 'none'), own('RESEND', 'weak')],
        ports: { wire: 'data' },
      },
      receiver: { chart: receiver, ports: { wire: 'acks' } },
    },
    channels: {
      data: { kind: 'fifo', to: 'receiver', capacity, ...faults },
      acks: { kind: 'fifo', to: 'sender', capacity, ...faults },
    },
    ending: ({ party }) => (party.sender!.matches('idle') ? { name: 'all confirmed', fine: true } : undefined),
    progress: ['sender.SUBMIT'],
  });
};

/** The ends joined by two wires that may lose for ever: only a wire that is strongly fair carries something at last. */
export const overWires = (passing: Fairness): System => {
  const lossy = (to: string) => ({ chart: wire, own: [own('PASS', passing), own('LOSE', 'none')], ports: { end: to } });
  return system({
    name: `alternating bit over wires, passing ${passing}`,
    parties: {
      sender: {
        chart: sender,
        input: { resends: null },
        own: [own('SUBMIT', 'none'), own('RESEND', 'weak')],
        ports: { wire: 'toDataWire' },
      },
      receiver: { chart: receiver, ports: { wire: 'toAckWire' } },
      dataWire: lossy('toReceiver'),
      ackWire: lossy('toSender'),
    },
    channels: {
      toDataWire: { kind: 'direct', to: 'dataWire' },
      toAckWire: { kind: 'direct', to: 'ackWire' },
      toReceiver: { kind: 'direct', to: 'receiver' },
      toSender: { kind: 'direct', to: 'sender' },
    },
    ending: ({ party }) => (party.sender!.matches('idle') ? { name: 'all confirmed', fine: true } : undefined),
    progress: ['sender.SUBMIT'],
  });
};

type Counted = { item: number };
type Ends = View<{ sender: Counted; receiver: Counted }>;

const idle = ({ party }: Ends): boolean => party.sender.matches('idle');
const ahead = ({ party }: Ends): number => (party.receiver.context.item - party.sender.context.item + 3) % 3;

/** What the protocol is for. `confirms` holds where nothing is lost for ever. */
export const transmission = family('transmission', [
  always<Ends>('the receiver has all items that are confirmed, and at most one more', {
    cites: [],
    holds: (state) => ahead(state) <= (idle(state) ? 0 : 1),
  }),
  reaches<Ends>('an item is received before its confirmation', { cites: [], when: (state) => ahead(state) === 1 }),
  reaches<Ends>('all items come round', {
    cites: [],
    when: (state) => idle(state) && state.party.sender.context.item === 2,
  }),
  leadsTo<Ends>('an item that is sent is confirmed', { cites: [], from: (state) => !idle(state), to: idle }),
]);
