/** The engine against the naive checker, its paths against live actors, on random charts and systems. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { ModelError } from '../../src/model/index.ts';
import { naiveCheck, type NaiveReport } from '../reference/naive.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { overQueues, overWires, transmission } from '../toys/alternating-bit.ts';
import { deadlock, livelock, named, overflow, unspecified } from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { expectAgreement } from './expect-agreement.ts';

const numRuns = Number(process.env.FC_RUNS ?? 120);
const maxStates = 1500;

/** The naive report, or what a model is refused for; none when the system is too large to be worth it. */
function judge({ system, families }: RandomCase): NaiveReport | 'refused' | 'too large' {
  try {
    const report = naiveCheck(system, families, maxStates);
    return report.states > maxStates ? 'too large' : report;
  } catch {
    return 'refused';
  }
}

describe.for(['generated', 'interpreted'] as const)('the engine, %s, agrees with the naive checker', (engine) => {
  test('on random systems', () => {
    fc.assert(
      fc.property(randomCase, (drawn) => {
        const { system, families } = drawn;
        const naive = judge(drawn);
        if (naive === 'too large') return;
        if (naive === 'refused') {
          expect(() => check(system, { families, engine })).toThrow(ModelError);
          return;
        }
        expectAgreement(drawn, naive, check(system, { families, engine }));
      }),
      { numRuns },
    );
  });

  test.for([
    { system: overQueues({ loses: 1, duplicates: 0 }), families: [transmission] },
    { system: overWires('weak'), families: [transmission] },
    { system: overWires('strong'), families: [transmission] },
    { system: stationRing(4), families: [exclusion] },
    { system: stationRing(3, false), families: [exclusion] },
    ...[named, deadlock, unspecified, overflow, livelock()].map((system) => ({ system, families: [] })),
  ])('on $system.name', ({ system, families }) => {
    expectAgreement({ system, families }, naiveCheck(system, families), check(system, { families, engine }));
  });
});
