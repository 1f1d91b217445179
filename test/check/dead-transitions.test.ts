import { and, setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/check.ts';
import { joined } from '../../src/check/dead-evidence.ts';
import { whyDead } from '../../src/check/dead-reasons.ts';
import type { System, Untaken } from '../../src/model/index.ts';

const gate = setup({
  types: { events: {} as { readonly type: string } },
  guards: { never: () => false, always: () => true, both: and([() => true, 'never']) },
  actions: { send: (_scope, _sent: { readonly to: string; readonly message: { readonly type: string } }) => {} },
}).createMachine({
  id: 'gate',
  initial: 'shut',
  states: {
    shut: {
      on: {
        OPEN: [{ target: 'open' }, { target: 'shut' }],
        FORCE: { guard: 'never', target: 'forced' },
        PICK: { guard: 'both', target: 'forced' },
        RING: { actions: { type: 'send', params: { to: 'bell', message: { type: 'RINGING' } } } },
      },
    },
    open: {
      initial: 'wide',
      on: { CLOSE: { target: 'shut' }, KNOCK: { target: 'shut' } },
      states: { wide: { on: { CLOSE: { target: '#gate.shut' } } } },
    },
    forced: { on: { CLOSE: { target: 'broken' } } },
    broken: { on: { MEND: { target: 'shut' } } },
  },
});

const bell = setup({ types: { events: {} as { readonly type: string } } }).createMachine({
  id: 'bell',
  initial: 'idle',
  states: {
    idle: { on: { RINGING: { target: 'rung' } } },
    rung: { always: { target: 'resting' }, on: { RINGING: { target: 'idle' } } },
    resting: { on: { RINGING: {}, OIL: { target: 'idle' } } },
    rusty: { on: { RINGING: { target: 'idle' } } },
  },
});

const system: System = {
  name: 'gate',
  parties: {
    gate: {
      chart: gate,
      own: ['OPEN', 'FORCE', 'PICK', 'CLOSE', 'MEND', 'RING'].map((type) => ({ event: { type }, fairness: 'none' })),
      ports: { bell: 'wire' },
    },
    bell: { chart: bell },
  },
  channels: { wire: { kind: 'fifo', to: 'bell', capacity: 1 } },
  ending: () => ({ name: 'any', fine: true }),
};

const { untaken, arrivals } = check(system, { doubts: true });
const reasons = (chart: string): Record<string, string> => {
  const dead = new Map(Object.entries(untaken![chart]!));
  return Object.fromEntries([...dead.keys()].map((id) => [id, whyDead(id, dead)]));
};

test('guards by name, what stands before, states behind dead transitions', () => {
  expect(reasons('gate')).toEqual({
    'gate.shut on OPEN#2 -> gate.shut': 'always pre-empted by `gate.shut on OPEN#1 -> gate.open`',
    'gate.shut on FORCE -> gate.forced': 'never is never true there',
    'gate.shut on PICK -> gate.forced': 'never is never true there',
    'gate.open on CLOSE -> gate.shut': 'always pre-empted by `gate.open.wide on CLOSE -> gate.shut`',
    'gate.open on KNOCK -> gate.shut': "nobody sends KNOCK, and it is no party's own step",
    'gate.forced on CLOSE -> gate.broken': 'gate.forced is never entered: behind `gate.shut on FORCE -> gate.forced`',
    'gate.broken on MEND -> gate.shut': 'gate.broken is never entered: behind `gate.shut on FORCE -> gate.forced`',
  });
});

test('states that are only passed, and states that nothing leads to', () => {
  expect(reasons('bell')).toEqual({
    'bell.rung on RINGING -> bell.idle': 'bell.rung is left again within the step that enters it',
    'bell.resting on OIL -> bell.idle': "nobody sends OIL, and it is no party's own step",
    'bell.rusty on RINGING -> bell.idle': 'bell.rusty is never entered: no transition leads there',
  });
});

test('what runs show is joined: the nearest that any of them comes counts', () => {
  const one = untaken!['gate']!['gate.open on KNOCK -> gate.shut']!;
  const other: Untaken = { ...one, met: 'never', senders: ['bell'] };
  const dead = new Map([['k', joined(other, one)]]);
  expect(whyDead('k', dead)).toBe('KNOCK never comes there; bell sends it elsewhere');
});

test('what came where, and what became of it, by the innermost states', () => {
  const lines = Object.entries(arrivals!).flatMap(([chart, states]) =>
    Object.entries(states).flatMap(([state, events]) =>
      Object.entries(events).map(([event, fates]) => `${chart} ${state}: ${event} ${fates.join(', ')}`),
    ),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "gate shut: OPEN taken",
      "gate shut: RING taken",
      "gate open.wide: CLOSE taken",
      "bell idle: RINGING taken",
      "bell resting: RINGING ignored",
    ]
  `);
});
