/** Charts that cannot be tabulated, and what their authors are told. */
import { StateMachine, assign, createMachine, emit, fromPromise, raise, sendTo, setup, spawnChild } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import type { Chart } from '../../src/model/index.ts';

const knows = (chart: Chart, type: string): boolean => chart instanceof StateMachine && chart.events.includes(type);

/** What is said of a system of one party, `it`, whose chart takes GO and ON of itself where it knows them, and has the port `out`. */
function told(chart: Chart, options: Parameters<typeof check>[1] = {}): string {
  const alone = system({
    name: 'alone',
    parties: {
      it: {
        chart,
        own: ['GO', 'ON'].filter((type) => knows(chart, type)).map((type) => ({ event: { type }, fairness: 'weak' })),
        ports: { out: 'air' },
      },
      ear: { chart: createMachine({ id: 'ear', on: { HELLO: {} } }) },
    },
    channels: { air: { kind: 'fifo', to: 'ear', capacity: 1 } },
    ending: () => ({ name: 'end', fine: true }),
  });
  try {
    check(alone, options);
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

const doing = (action: unknown): Chart =>
  createMachine({
    id: 'chart',
    initial: 's',
    states: { s: { on: { GO: { target: 's', actions: action as never } } } },
  });

test('a clock: after', () => {
  const chart = createMachine({ id: 'chart', initial: 's', states: { s: { after: { 1000: 's' } } } });
  expect(told(chart)).toMatchInlineSnapshot(
    `"ModelError: chart of "it", state "chart.s": \`after\` needs a clock; make the time-out an event of the chart and list it among the party's own steps"`,
  );
});

test('another actor: invoke', () => {
  const chart = createMachine({
    id: 'chart',
    initial: 's',
    states: { s: { invoke: { src: fromPromise(async () => 1) } } },
  });
  expect(told(chart)).toMatchInlineSnapshot(
    `"ModelError: chart of "it", state "chart.s": \`invoke\` starts another actor; make it a party of the system"`,
  );
});

test('another actor: spawn as an action', () => {
  expect(told(doing(spawnChild(createMachine({}))))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: action "xstate.spawnChild": \`spawn\` starts another actor; make it a party of the system
      Met in the initial state."
  `);
});

test('another actor: spawn in assign', () => {
  const spawning = assign(({ spawn }) => ({ child: spawn(createMachine({})) }));
  expect(told(doing(spawning))).toMatchInlineSnapshot(`
    "ModelError: party "it": the chart starts other actors; make each a party of the system
      Met in the initial state."
  `);
});

test('a message past the channels: sendTo', () => {
  expect(told(doing(sendTo('peer', { type: 'HELLO' })))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: a guard or action throws: Unable to send event to actor 'peer' from machine 'chart'.
      A chart talks to others only by the action \`send\` with params { to: port, message }.
      Met in the initial state."
  `);
});

test('a message past the channels: emit', () => {
  expect(told(doing(emit({ type: 'HELLO' })))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: action "xstate.emit": \`emit\` has no listener here; use the action \`send\` with params { to: port, message }
      Met in the initial state."
  `);
});

test('a delayed raise', () => {
  expect(told(doing(raise({ type: 'ON' }, { delay: 10 })))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: a delayed \`raise\` needs a clock; make the time-out an own step of the party
      Met in the initial state."
  `);
});

test('an action that nobody carries out', () => {
  expect(told(doing({ type: 'sned', params: {} }))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: action "sned": nothing carries it out; a chart has \`assign\`, \`raise\`, \`log\` and \`send\`
      Met in the initial state."
  `);
});

test('a port that the party has not got', () => {
  expect(told(doing({ type: 'send', params: { to: 'oout', message: { type: 'HELLO' } } }))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: sends to the port "oout", which it has not got; did you mean "out"?
      Met in the initial state."
  `);
});

test('a send without a port, and a message without a type', () => {
  expect(told(doing({ type: 'send', params: { message: { type: 'HELLO' } } }))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: \`send\` without a port; its params are { to: port, message }
      Met in the initial state."
  `);
  expect(told(doing({ type: 'send', params: { to: 'out', message: {} } }))).toMatchInlineSnapshot(`
    "ModelError: a message of party "it" to "out" has no type: a message is an object like { type: 'ASK' }
      Met in the initial state."
  `);
});

test('what is not plain data, in the context and in a message', () => {
  expect(told(createMachine({ id: 'chart', context: { seen: { by: new Map() } } }))).toMatchInlineSnapshot(
    `"ModelError: party "it": context.seen.by is a Map, which is not plain data"`,
  );
  const unfit = { type: 'send', params: { to: 'out', message: { type: 'HELLO', at: new Date(0) } } };
  expect(told(doing(unfit))).toMatchInlineSnapshot(`
    "ModelError: a message of party "it" to "out": message.at is a Date, which is not plain data
      Met in the initial state."
  `);
});

test('a context that grows for ever', () => {
  const chart = createMachine({
    id: 'chart',
    context: { mode: 'a', log: { entries: [] as number[], sum: 0 } },
    on: {
      GO: { actions: assign({ log: ({ context: { log } }) => ({ ...log, entries: [...log.entries, 0] }) }) },
      ON: { actions: assign({ mode: ({ context }) => (context.mode === 'a' ? 'b' : 'a') }) },
    },
  });
  expect(told(chart, { maxLocals: 50 })).toMatchInlineSnapshot(`
    "ModelError: party "it" has 51 local states: context.log.entries.length has taken 26 values and may grow for ever; first changed by {"type":"GO"}. Bound it by a guard, or keep it out of the context; if it is bounded, raise the limit (maxLocals)
      Met after 24 steps: ..., it GO, it GO, it GO, it GO, it GO, it GO, it GO, it GO, it GO, it GO, it GO, it GO."
  `);
});

test.for([
  ['a number', (n: number) => n + 1, 0],
  ['a number that falls', (n: number) => n - 1, 0],
  ['a text', (text: string) => `${text}x`, ''],
  ['a list', (list: readonly number[]) => [...list, 0], []],
] as const)('without a limit %s that grows for ever is told early', ([, more, first]) => {
  const chart = createMachine({
    id: 'chart',
    context: { seen: first as unknown },
    on: { GO: { actions: assign({ seen: ({ context: { seen } }) => (more as (value: unknown) => unknown)(seen) }) } },
  });
  expect(told(chart)).toContain('party "it" has 1024 local states: context.seen');
});

test('an object that grows by new fields is named, and so are a list and an object that grow inwards', () => {
  const growing = (first: unknown, more: (seen: object) => unknown): Chart =>
    createMachine({
      id: 'chart',
      context: { seen: first },
      on: { GO: { actions: assign({ seen: ({ context: { seen } }) => more(seen as object) }) } },
    });
  const wide = growing({}, (seen) => ({ ...seen, [`of${Object.keys(seen).length}`]: true }));
  expect(told(wide)).toContain('1024 local states: the number of fields of context.seen has taken 1024 values');
  expect(told(growing([], (seen) => [seen]))).toContain('party "it": context.seen[0][0][0]');
  expect(told(growing({}, (seen) => ({ seen })))).toMatch(
    /context\.seen\.seen.* is nested too deep, or refers to itself/,
  );
});

test('a large chart that does not grow is tabulated, and one that counts far is with a limit of its own', () => {
  const turning = createMachine({
    id: 'chart',
    context: { tens: 0, ones: 0 },
    on: {
      GO: { actions: assign({ ones: ({ context: { ones } }) => (ones + 1) % 50 }) },
      ON: { actions: assign({ tens: ({ context: { tens } }) => (tens + 1) % 50 }) },
    },
  });
  expect(told(turning)).toBe('nothing');
  const counting = createMachine({
    id: 'chart',
    context: { count: 0 },
    on: {
      GO: {
        guard: ({ context: { count } }) => count < 1500,
        actions: assign({ count: ({ context: { count } }) => count + 1 }),
      },
    },
  });
  expect(told(counting)).toContain('if it is bounded, raise the limit (maxLocals)');
  expect(told(counting, { maxLocals: 2000 })).toBe('nothing');
});

test('a guard that throws, an action that throws, a first context that throws', () => {
  const guarded = setup({ guards: { bad: (): boolean => JSON.parse('{') as boolean } }).createMachine({
    id: 'chart',
    on: { GO: { guard: 'bad', actions: () => {} } },
  });
  expect(told(guarded)).toMatchInlineSnapshot(`
    "ModelError: party "it", state {}, event {"type":"GO"}: a guard or action throws: Unable to evaluate guard 'bad' in transition for event 'GO' in state node 'chart':
    Expected property name or '}' in JSON at position 1
      Met in the initial state."
  `);
  const throwing = assign(() => {
    throw new Error('no such file');
  });
  expect(told(doing(throwing))).toMatchInlineSnapshot(`
    "ModelError: party "it", state "s", event {"type":"GO"}: a guard or action throws: no such file
      Met in the initial state."
  `);
  const unborn = createMachine({
    id: 'chart',
    context: () => {
      throw new Error('no input');
    },
  });
  expect(told(unborn)).toMatchInlineSnapshot(
    `"ModelError: party "it", its initial state: a guard or action throws: no input"`,
  );
});

test('a context that is changed in place', () => {
  const chart = createMachine({
    id: 'chart',
    context: { list: [0] },
    on: { GO: { actions: assign({ list: ({ context }) => (context.list.push(1), context.list) }) } },
  });
  expect(told(chart)).toMatchInlineSnapshot(`
    "ModelError: party "it", state {}, event {"type":"GO"}: a guard or action throws: Cannot add property 1, object is not extensible
      A context is never changed in place: let \`assign\` return the new value.
      Met in the initial state."
  `);
});

test('an action that counts on the side', () => {
  let calls = 0;
  const chart = createMachine({
    id: 'chart',
    context: { call: 0 },
    on: { GO: { actions: assign({ call: () => calls++ % 3 }) } },
  });
  expect(told(chart)).toMatchInlineSnapshot(`
    "ModelError: party "it", state {}, event {"type":"GO"}: asked twice, the chart answers differently
      first:  taken, state {}, context {"call":0}, sends []
      second: taken, state {}, context {"call":1}, sends []
      A guard or action depends on something outside the chart (a clock, chance, a variable that changes).
      Met in the initial state."
  `);
});

test('a guard that asks the weather', () => {
  let sunny = true;
  const chart = setup({ guards: { sunny: () => (sunny = !sunny) } }).createMachine({
    id: 'chart',
    initial: 'in',
    states: { in: { on: { GO: [{ guard: 'sunny', target: 'out' }, { target: 'in' }] } }, out: {} },
  });
  expect(told(chart)).toMatchInlineSnapshot(`
    "ModelError: party "it", state "in", event {"type":"GO"}: asked twice, the chart answers differently
      first:  chart.in on GO#2 -> chart.in
      second: chart.in on GO#1 -> chart.out
      A guard or action depends on something outside the chart (a clock, chance, a variable that changes).
      Met in the initial state."
  `);
});

test('no machine at all', () => {
  expect(told({ id: 'chart' })).toMatchInlineSnapshot(
    `"ModelError: the chart of "it" is not an XState machine; make it with setup(...).createMachine(...)"`,
  );
});

test('a machine of another copy of XState', () => {
  const { id, root, config, transition } = createMachine({ id: 'chart' });
  expect(told({ id, root, config, transition } as Chart)).toMatchInlineSnapshot(
    `"ModelError: the chart of "it" is a machine of another copy of XState than the one used here; keep one copy: \`npm ls xstate\` shows them, \`npm dedupe\` makes them one"`,
  );
});
