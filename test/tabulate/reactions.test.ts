/** What a chart does in local states that were met elsewhere. */
import { initialTransition, setup, transition } from 'xstate';
import { expect, test } from 'vitest';

import { Reactions } from '../../src/tabulate/index.ts';

type Event = { readonly type: 'GO' | 'OUT' | 'BACK' | 'SAY' | 'ON' };
type Params = { readonly to: string; readonly message: { readonly type: string } };

/** @param word what it sends, which may be changed. */
const chart = (word: string) =>
  setup({
    types: { events: {} as Event, context: {} as { n: number }, input: {} as { n: number } },
    actions: { send: (_scope: unknown, _params: Params) => {}, hum: () => {} },
  }).createMachine({
    id: 'chart',
    context: ({ input }) => ({ n: input.n }),
    initial: 'in',
    states: {
      in: {
        initial: 'first',
        on: { OUT: 'out' },
        states: {
          first: {
            on: {
              GO: 'passing',
              SAY: { actions: ['hum', { type: 'send', params: { to: 'p', message: { type: word } } }] },
            },
          },
          passing: { always: 'second' },
          second: { on: { ON: {} } },
          was: { type: 'history' },
        },
      },
      out: { on: { BACK: '#chart.in.was' } },
    },
  });

const mine = new Reactions(chart('HELLO'), { n: 3 });
const other = new Reactions(chart('GOODBYE'), { n: 3 });

test('the start, with its input', () => {
  const { next, text } = mine.initial();
  expect(next).toEqual({ in: 'first' });
  expect(text).toMatch(/^taken .*"n":3/);
  expect(new Reactions(chart('HELLO'), { n: 4 }).initial().text).not.toBe(text);
  expect(other.initial().text).toBe(text);
});

const machine = chart('HELLO');
const [start] = initialTransition(machine, { n: 3 });
const after = (...types: readonly Event['type'][]) =>
  types.reduce((snapshot, type) => transition(machine, snapshot, { type })[0], start);

test('a step, with what follows at once', () => {
  expect(mine.of(start, { type: 'GO' })).toMatchObject({ microsteps: 2, next: { in: 'second' } });
  expect(mine.of(start, { type: 'OUT' })).toMatchObject({ microsteps: 1, next: 'out' });
});

test('what is sent belongs to it, other actions do not', () => {
  const [said, changed] = [mine.of(start, { type: 'SAY' }), other.of(start, { type: 'SAY' })];
  expect(said.next).toEqual({ in: 'first' });
  expect(said.text).toContain('HELLO');
  expect(said.text).not.toContain('hum');
  expect(changed.text).toBe(said.text.replace('HELLO', 'GOODBYE'));
});

test('nothing written, and nothing done on purpose', () => {
  expect(mine.of(start, { type: 'BACK' })).toEqual({ text: 'unspecified', microsteps: 0, next: { in: 'first' } });
  expect(mine.of(after('GO'), { type: 'ON' })).toMatchObject({ next: { in: 'second' } });
  expect(mine.of(after('GO'), { type: 'ON' }).text).toMatch(/^ignored /);
});

test('remembered history is of the chart that is asked', () => {
  const gone = after('GO', 'OUT');
  expect(mine.of(gone, { type: 'BACK' }).next).toEqual({ in: 'second' });
  expect(other.of(gone, { type: 'BACK' }).text).toBe(mine.of(gone, { type: 'BACK' }).text);
  expect(mine.of(after('OUT'), { type: 'BACK' }).next).toEqual({ in: 'first' });
});
