import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { Family, Report, System } from '../../src/model/index.ts';
import { overQueues, overWires, transmission } from './alternating-bit.ts';
import { deadlock, livelock, named, overflow, unspecified } from './errors.ts';
import { exclusion, stationRing } from './station-ring.ts';

const size = ({ complete, states, steps }: Report) => ({ complete, states, steps });
/** Everything that does not hold, with the length of the path that shows it and of the loop at its end. */
const broken = (system: System, families: readonly Family[] = []) =>
  check(system, { families })
    .verdicts.filter(({ verdict }) => verdict === 'violated' || verdict === 'not reached')
    .map(({ claim, path }) => [claim, path?.steps.length, path?.loop])
    .sort();

describe('the alternating bit protocol', () => {
  test('over queues that lose and double a little: all confirmed under weak fairness', () => {
    expect(broken(overQueues({ loses: 1, duplicates: 0 }), [transmission])).toEqual([]);
    expect(broken(overQueues({ loses: 1, duplicates: 1 }), [transmission])).toEqual([]);
  });

  test('over wires that lose for ever: strong fairness of passing is needed, weak does not do', () => {
    expect(broken(overWires('strong'), [transmission])).toEqual([]);
    expect(broken(overWires('weak'), [transmission])).toEqual([
      ['an item that is sent is confirmed', 3, 1],
      ['livelock', 3, 1],
    ]);
  });

  test('the fair loop that weak fairness allows loses and sends again', () => {
    const { verdicts } = check(overWires('weak'), { families: [transmission] });
    const lasso = verdicts.find(({ kind }) => kind === 'leadsTo')?.path;
    expect(lasso?.steps.map(({ party, message }) => `${party} ${message.type}`)).toEqual([
      'sender SUBMIT',
      'dataWire LOSE',
      'sender RESEND',
    ]);
  });
});

describe('a ring of stations', () => {
  test.for([2, 3, 10])('of %i has 2n states and 3n steps', (count) => {
    expect(size(check(stationRing(count)))).toEqual({ complete: true, states: 2 * count, steps: 3 * count });
  });

  test('gives everybody a turn when passing is strongly fair', () => {
    expect(broken(stationRing(3), [exclusion])).toEqual([]);
    expect(broken(stationRing(3, false), [exclusion])).toEqual([
      ['livelock', 2, 0],
      ['the second station gets the token', 2, 0],
    ]);
  });
});

describe('each protocol error is found without a claim', () => {
  test.for([
    ['none, where the rest has a name', named, []],
    ['deadlock', deadlock, [['deadlock', 2, undefined]]],
    ['unspecified reception', unspecified, [['unspecified reception', 2, undefined]]],
    ['bound hit', overflow, [['bound hit', 3, undefined]]],
    ['livelock', livelock(), [['livelock', 2, 0]]],
    ['none, where the loop is progress', livelock(['spinner.TICK']), []],
  ] as const)('%s', ([, system, expected]) => {
    expect(broken(system)).toEqual(expected);
  });

  test('a bound hit leaves the report incomplete, and nothing is said to hold', () => {
    const { complete, verdicts } = check(overflow);
    expect(complete).toBe(false);
    expect(verdicts.map(({ claim, verdict }) => `${claim} ${verdict}`).sort()).toEqual([
      'bound hit violated',
      'deadlock not finished',
      'livelock not finished',
      'unspecified reception not finished',
    ]);
  });

  test('ends bear the names that the system gives', () => {
    expect(check(named).outcomes.map(({ name, fine }) => ({ name, fine }))).toEqual([{ name: 'greeted', fine: true }]);
    expect(check(deadlock).outcomes.map(({ name }) => name)).toEqual(['deadlock']);
    expect(check(livelock()).outcomes.map(({ name }) => name)).toEqual(['livelock']);
  });
});
