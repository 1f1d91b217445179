/**
 * Two states that a guard can tell apart are two: what a key would merge is kept, or refused.
 *
 * `xstate/graph` has one key for states that differ in their history alone, and so loses states.
 */
import { type AnyStateMachine, assign, setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { always, family, type Report, type System } from '../../src/model/index.ts';
import { naiveCheck } from '../reference/naive.ts';

/** Changes `x` by CHANGE; HERE leads to `there` once a guard sees that it was changed. */
const changing = (change: () => unknown, seen: (context: { x?: unknown }) => boolean, context = {}): AnyStateMachine =>
  setup({
    types: { context: {} as { x?: unknown } },
    actions: { send: () => {}, change: assign({ x: change }) },
    guards: { seen: ({ context: now }) => seen(now) },
  }).createMachine({
    context,
    initial: 'here',
    states: { here: { on: { CHANGE: { actions: 'change' }, LEAVE: { guard: 'seen', target: 'there' } } }, there: {} },
  });

const alone = (chart: AnyStateMachine): System => ({
  name: 'alone',
  parties: { it: { chart, own: ['CHANGE', 'LEAVE'].map((type) => ({ event: { type }, fairness: 'none' })) } },
  channels: {},
  ending: () => ({ name: 'end', fine: true }),
});
const stays = family('stays', [
  always('never there', { cites: [], holds: ({ party }) => party['it']!.matches('here') }),
]);
const checked = (chart: AnyStateMachine): Report => check(alone(chart), { families: [stays] });

test('a field that is undefined is not one that is missing', () => {
  const chart = changing(
    () => undefined,
    (context) => 'x' in context,
  );
  expect(checked(chart)).toMatchObject({ states: 3, verdicts: [{ verdict: 'violated' }, {}, {}, {}, {}] });
  expect(naiveCheck(alone(chart))).toMatchObject({ states: 3 });
});

test('minus zero is refused', () => {
  const chart = changing(
    () => -0,
    ({ x }) => Object.is(x, -0),
    { x: 0 },
  );
  expect(() => checked(chart)).toThrow('party "it": context.x is -0, which is not plain data');
});

test('a list with holes is refused', () => {
  const chart = changing(
    () => new Array<number>(3),
    () => false,
  );
  expect(() => checked(chart)).toThrow('party "it": context.x is a list with holes or with fields');
});

test('a thing that is no plain object is refused, whatever it is', () => {
  const chart = changing(
    () => Object.create(Object.create(null)) as object,
    () => false,
  );
  expect(() => checked(chart)).toThrow('party "it": context.x is a thing of no class, which is not plain data');
});
