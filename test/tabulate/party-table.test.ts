/** A table says what XState says. */
import fc from 'fast-check';
import { type AnyMachineSnapshot, createMachine, initialTransition, raise, transition } from 'xstate';
import { expect, test } from 'vitest';

import { type Chart, ModelError } from '../../src/model/index.ts';
import { Messages, PartyTable } from '../../src/tabulate/index.ts';
import { messageTypes, ownTypes, randomChart } from '../reference/random-chart.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 150);
const ports = { left: 'west', right: 'east' };

const tabled = (chart: Chart): { table: PartyTable; messages: Messages } => {
  const messages = new Messages();
  return { messages, table: new PartyTable('it', { chart, ports }, messages) };
};

type Action = { readonly type: string; readonly params?: unknown };
const sent = (actions: readonly Action[]): unknown[] =>
  actions
    .filter(({ type }) => type === 'send')
    .map(({ params }) => params as { to: 'left' | 'right'; message: unknown })
    .map(({ to, message }) => ({ channel: ports[to], message }));

test('on any chart and any events: the same state, the same sends, the same answer to what is possible', () => {
  const event = fc.record({ type: fc.constantFrom(...messageTypes, ...ownTypes), v: fc.nat(1) });
  fc.assert(
    fc.property(randomChart, fc.array(event, { maxLength: 30 }), (machine, events) => {
      const { table, messages } = tabled(machine);
      let local = table.initial.next;
      let [snapshot] = initialTransition(machine) as [AnyMachineSnapshot, Action[]];
      for (const given of events) {
        const { kind, next, sends } = table.react(local, messages.idOf(given, 'the test'));
        const ended = snapshot.status !== 'active';
        expect(kind === 'taken').toBe(!ended && snapshot.can(given));
        expect(kind === 'unspecified').toBe(ended || machine.getTransitionData(snapshot, given).length === 0);
        if (kind === 'unspecified') continue;
        const [after, actions] = transition(machine, snapshot, given) as unknown as [AnyMachineSnapshot, Action[]];
        [snapshot, local] = [after, next];
        const { value, context } = table.view(local);
        expect({ value, context }).toEqual({ value: after.value, context: after.context });
        expect(sends.map(({ channel, message }) => ({ channel, message: messages.at(message) }))).toEqual(
          sent(actions),
        );
      }
      expect(() => table.recheck()).not.toThrow();
    }),
    { numRuns },
  );
});

const named = createMachine({
  id: 'lamp',
  initial: 'off',
  states: {
    off: {
      on: {
        PRESS: [
          { guard: ({ event }) => event['hard'] === true, target: 'broken' },
          { target: 'warm', actions: raise({ type: 'GLOW' }) },
        ],
      },
    },
    warm: { on: { GLOW: 'glowing', PRESS: {} } },
    glowing: { always: 'on' },
    on: { on: { PRESS: 'off' } },
    broken: { type: 'final' },
  },
});

test('transitions have names that say where, when and whereto; raised and eventless ones count as taken', () => {
  const { table, messages } = tabled(named);
  table.react(table.initial.next, messages.idOf({ type: 'PRESS' }, 'the test'));
  expect({ all: table.transitions.names, taken: [...table.taken] }).toMatchInlineSnapshot(`
    {
      "all": [
        "lamp.off on PRESS#1 -> lamp.broken",
        "lamp.off on PRESS#2 -> lamp.warm",
        "lamp.warm on GLOW -> lamp.glowing",
        "lamp.warm on PRESS",
        "lamp.glowing always -> lamp.on",
        "lamp.on on PRESS -> lamp.off",
      ],
      "taken": [
        "lamp.off on PRESS#2 -> lamp.warm",
        "lamp.warm on GLOW -> lamp.glowing",
        "lamp.glowing always -> lamp.on",
      ],
    }
  `);
});

test('a local state remembers history, and a macrostep is asked for once', () => {
  const chart = createMachine({
    id: 'chart',
    initial: 'in',
    states: {
      in: { initial: 'a', on: { OUT: 'out' }, states: { a: { on: { GO: 'b' } }, b: {}, last: { type: 'history' } } },
      out: { on: { BACK: 'in.last' } },
    },
  });
  const { table, messages } = tabled(chart);
  const after = (...types: string[]): number =>
    types.reduce((local, type) => table.react(local, messages.idOf({ type }, 'the test')).next, table.initial.next);
  expect(after('GO', 'OUT')).not.toBe(after('OUT'));
  expect(table.view(after('GO', 'OUT', 'BACK')).matches('in.b')).toBe(true);
  const { calls } = table;
  after('GO', 'OUT', 'BACK');
  expect(table.calls).toBe(calls);
});

test('what charts say and remember cannot be changed afterwards', () => {
  const { table } = tabled(createMachine({ id: 'chart', context: { list: [1] } }));
  const { context } = table.view(0) as { context: { list: number[] } };
  expect(() => context.list.push(2)).toThrow(TypeError);
});

test('a chart that is no machine is refused', () => {
  expect(() => tabled({ id: 'chart' })).toThrow(ModelError);
});
