/** Searches that stop early claim nothing that needs all states. */
import { expect, test } from 'vitest';

import { type Progress, check } from '../../src/check/index.ts';
import { family, outcomes, reaches } from '../../src/model/index.ts';
import { overQueues, transmission } from '../toys/alternating-bit.ts';
import { stationRing } from '../toys/station-ring.ts';

const never = family('never', [
  reaches('the moon', { cites: [], when: () => false }),
  outcomes('only good ends', { cites: [], only: ['all confirmed'] }),
]);
const whole = check(overQueues({ loses: 1, duplicates: 0 }), { families: [transmission] });

test('at the limit of states, witnesses stand and nothing else is said', () => {
  const report = check(overQueues({ loses: 1, duplicates: 0 }), { families: [transmission, never], maxStates: 100 });
  expect(report).toMatchObject({ complete: false, stopped: 'states' });
  expect(report.states).toBeLessThan(whole.states);
  expect(Object.fromEntries(report.verdicts.map(({ claim, verdict }) => [claim, verdict]))).toMatchInlineSnapshot(`
    {
      "all items come round": "reached",
      "an item is received before its confirmation": "reached",
      "an item that is sent is confirmed": "not finished",
      "bound hit": "not finished",
      "deadlock": "not finished",
      "livelock": "not finished",
      "only good ends": "not finished",
      "the moon": "not finished",
      "the receiver has all items that are confirmed, and at most one more": "not finished",
      "unspecified reception": "not finished",
    }
  `);
});

test('a limit that is not reached changes nothing', () => {
  const { cost: _, ...report } = check(overQueues({ loses: 1, duplicates: 0 }), {
    families: [transmission],
    maxStates: whole.states,
  });
  const { cost: __, ...expected } = whole;
  expect(report).toEqual(expected);
});

test('memory and time are limits too, and a signal interrupts', () => {
  const ring = stationRing(3);
  expect(check(ring, { maxBytes: 10 })).toMatchObject({ complete: false, stopped: 'memory' });
  expect(check(ring, { maxMilliseconds: 1e-9 })).toMatchObject({ complete: false, stopped: 'time' });
  expect(check(ring, { signal: { aborted: true } })).toMatchObject({
    complete: false,
    stopped: 'interrupted',
    states: 1,
  });
});

test('before states or index would take more than the limit of memory, a search stops; only tables may still grow', () => {
  const system = overQueues({ loses: 3, duplicates: 3 });
  for (const maxBytes of [400_000, 700_000, 1_500_000]) {
    const { stopped, cost, states } = check(system, { loops: false, maxBytes });
    expect(stopped).toBe('memory');
    expect(cost.bytes).toBeLessThan(1.1 * maxBytes);
    expect(states).toBeGreaterThan(1000);
  }
});

test('progress is told', () => {
  const told: Progress[] = [];
  check(overQueues({ loses: 2, duplicates: 1 }), { onProgress: (progress) => told.push(progress) });
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)!.states).toBeGreaterThan(told[0]!.states);
});

test('without loops, claims on infinite runs are not finished', () => {
  const { verdicts } = check(stationRing(3), {
    loops: false,
    families: [family('loops', [outcomes('none', { cites: [], only: [] })])],
  });
  const unfinished = verdicts.filter(({ verdict }) => verdict === 'not finished').map(({ claim }) => claim);
  expect(unfinished).toEqual(['none', 'livelock']);
});
