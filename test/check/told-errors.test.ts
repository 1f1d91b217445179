/** What the author of a system is told of its protocol errors, and that the path shown ends where it is said to. */
import { expect, test } from 'vitest';
import { setup } from 'xstate';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import type { System } from '../../src/model/index.ts';
import { deadlock, livelock, overflow, unspecified } from '../toys/errors.ts';

/** Each error with its steps and its words. */
const told = (checked: System): readonly string[] =>
  check(checked, { families: [] })
    .verdicts.filter(({ verdict }) => verdict === 'violated')
    .map(
      ({ claim, path, detail }) => `${path!.steps.map(({ message }) => message.type).join(' ')} | ${claim}: ${detail}`,
    );

test('each error by itself', () => {
  expect([deadlock, livelock(), overflow, unspecified].flatMap(told)).toMatchInlineSnapshot(`
    [
      "SPEAK HELLO | deadlock: nothing must happen any more, and no ending is declared for: speaker spoken, listener greeted",
      "TICK TICK | livelock: a run goes on for ever without progress, and no ending is declared for: spinner even",
      "SPEAK SPEAK SPEAK | bound hit: channel "air" is full: it holds 2",
      "SPEAK HELLO | unspecified reception: no transition is written for {"type":"HELLO"} at "listener" in {}",
    ]
  `);
});

type Word = { type: `W${1 | 2 | 3 | 4 | 5 | 6}` };
const says = (number: 1 | 2 | 3 | 4 | 5 | 6) =>
  ({ target: 'done', actions: { type: 'send', params: { to: 'out', message: { type: `W${number}` } } } }) as const;

const chatty = setup({
  types: { events: {} as { type: `SAY${1 | 2 | 3 | 4 | 5 | 6}` } },
  actions: { send: (_scope: unknown, _sending: { to: 'out'; message: Word }) => {} },
}).createMachine({
  id: 'chatty',
  initial: 'calm',
  states: {
    calm: { on: { SAY1: says(1), SAY2: says(2), SAY3: says(3), SAY4: says(4), SAY5: says(5), SAY6: says(6) } },
    done: {},
  },
});
const deaf = setup({ types: { events: {} as Word } }).createMachine({ id: 'deaf' });

/** One of so many words to somebody who knows none. */
const words = (many: number): System =>
  system({
    name: 'words',
    parties: {
      speaker: {
        chart: chatty,
        own: ([1, 2, 3, 4, 5, 6] as const)
          .slice(0, many)
          .map((number) => ({ event: { type: `SAY${number}` }, fairness: 'weak' }) as const),
        ports: { out: 'air' },
      },
      listener: { chart: deaf },
    },
    channels: { air: { kind: 'fifo', to: 'listener', capacity: 1 } },
    ending: () => ({ name: 'said', fine: true }),
  });

test('several unspecified receptions: the first four by name, then how many more', () => {
  expect([2, 4, 5, 6].flatMap((many) => told(words(many)))).toMatchInlineSnapshot(`
    [
      "SAY1 W1 | unspecified reception: no transition is written for {"type":"W1"} at "listener" in {}; {"type":"W2"} at "listener" in {}",
      "SAY1 W1 | unspecified reception: no transition is written for {"type":"W1"} at "listener" in {}; {"type":"W2"} at "listener" in {}; {"type":"W3"} at "listener" in {}; {"type":"W4"} at "listener" in {}",
      "SAY1 W1 | unspecified reception: no transition is written for {"type":"W1"} at "listener" in {}; {"type":"W2"} at "listener" in {}; {"type":"W3"} at "listener" in {}; {"type":"W4"} at "listener" in {}; and 1 more",
      "SAY1 W1 | unspecified reception: no transition is written for {"type":"W1"} at "listener" in {}; {"type":"W2"} at "listener" in {}; {"type":"W3"} at "listener" in {}; {"type":"W4"} at "listener" in {}; and 2 more",
    ]
  `);
});

const fork = setup({ types: { events: {} as { type: 'LEFT' | 'RIGHT' | 'ON' } } }).createMachine({
  id: 'fork',
  initial: 'crossing',
  states: { crossing: { on: { LEFT: 'home', RIGHT: 'ditch', ON: 'away' } }, home: {}, ditch: {}, away: {} },
});

test('ends that are equally far are told apart', () => {
  const report = check(
    system({
      name: 'fork',
      parties: {
        walker: {
          chart: fork,
          own: (['LEFT', 'RIGHT', 'ON'] as const).map((type) => ({ event: { type }, fairness: 'weak' }) as const),
        },
      },
      channels: {},
      ending: ({ party }) => {
        if (party['walker']!.matches('home')) return { name: 'home', fine: true };
        return party['walker']!.matches('away') ? { name: 'away', fine: true } : undefined;
      },
    }),
    { families: [] },
  );
  const ways = report.outcomes.map(({ name, fine, path }) => [name, fine, path.steps[0]!.message.type]);
  expect(ways).toEqual([
    ['home', true, 'LEFT'],
    ['deadlock', false, 'RIGHT'],
    ['away', true, 'ON'],
  ]);
});
