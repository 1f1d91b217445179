/** Which parties move as one. */
import { expect, test } from 'vitest';
import { setup } from 'xstate';

import { joinedParties } from '../../src/compose/joined.ts';
import type { Channel, System } from '../../src/model/index.ts';

const chart = setup({}).createMachine({ id: 'chart' });

/** Parties by name, each with the channels that its ports lead to. */
const parties = (
  ports: Readonly<Record<string, readonly string[]>>,
  channels: Readonly<Record<string, Channel>>,
): System => ({
  name: 'parties',
  parties: Object.fromEntries(
    Object.entries(ports).map(([name, to]) => [
      name,
      to.length === 0 ? { chart } : { chart, ports: Object.fromEntries(to.map((channel) => [channel, channel])) },
    ]),
  ),
  channels,
  ending: () => undefined,
});

const direct = (to: string): Channel => ({ kind: 'direct', to });

test('each party by itself, when nothing is called directly', () => {
  const queued = parties({ a: ['toB'], b: [] }, { toB: { kind: 'fifo', to: 'b', capacity: 1 } });
  expect(joinedParties(queued, [])).toEqual([['a'], ['b']]);
});

test('those that call each other, through others too; in the order of parties', () => {
  const called = parties(
    { a: [], b: ['toE'], c: ['toA'], d: [], e: ['toD'] },
    { toE: direct('e'), toA: direct('a'), toD: direct('d') },
  );
  expect(joinedParties(called, [])).toEqual([
    ['a', 'c'],
    ['b', 'd', 'e'],
  ]);
});

test('groups stand where their first members do, whoever leads them', () => {
  const called = parties({ a: ['toD'], b: ['toC'], c: [], d: [] }, { toD: direct('d'), toC: direct('c') });
  expect(joinedParties(called, [])).toEqual([
    ['a', 'd'],
    ['b', 'c'],
  ]);
  const crossed = parties({ a: [], b: ['toC'], c: [], d: ['toA'] }, { toC: direct('c'), toA: direct('a') });
  expect(joinedParties(crossed, [])).toEqual([
    ['a', 'd'],
    ['b', 'c'],
  ]);
});

test('whom a function names is joined when it is met', () => {
  const asked = parties({ a: ['out'], b: [], c: [] }, { out: { kind: 'direct', to: () => 'c' } });
  expect(joinedParties(asked, [])).toEqual([['a'], ['b'], ['c']]);
  expect(joinedParties(asked, [['a', 'c']])).toEqual([['a', 'c'], ['b']]);
});

test('a party that there is not is named', () => {
  expect(() => joinedParties(parties({ alice: ['out'] }, { out: direct('alcie') }), [])).toThrow(
    'there is no party "alcie"; did you mean "alice"?',
  );
});
