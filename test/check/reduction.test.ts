/** Reduced checks give the verdicts and the rests of whole ones, and leave states out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import { twoSessions } from '../../machines/systems/two-sessions.ts';
import { check, checkReduced } from '../../src/check/index.ts';
import { ModelError, type Report } from '../../src/model/index.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { overQueues, overWires, transmission } from '../toys/alternating-bit.ts';
import { deadlock, livelock, named, overflow, unspecified } from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { twoPhaseCommit } from '../toys/two-phase-commit.ts';
import { expectReduced } from './expect-reduced.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);
const maxStates = 1500;

function whole({ system, families }: RandomCase): Report | 'refused' | 'too large' {
  try {
    const report = check(system, { families, maxStates });
    return report.stopped === undefined ? report : 'too large';
  } catch (error) {
    if (error instanceof ModelError) return 'refused';
    throw error;
  }
}

test('on random systems', () => {
  fc.assert(
    fc.property(randomCase, (drawn) => {
      const { system, families } = drawn;
      const report = whole(drawn);
      if (report === 'too large') return;
      if (report === 'refused') {
        expect(() => checkReduced(system, { families })).toThrow(ModelError);
        return;
      }
      const claims = families.flatMap((family) => family.claims);
      expectReduced(system, claims, report, checkReduced(system, { families }));
    }),
    { numRuns },
  );
});

test.for([
  { system: overQueues({ loses: 1, duplicates: 1 }), families: [transmission] },
  { system: overWires('weak'), families: [transmission] },
  { system: stationRing(4), families: [exclusion] },
  { system: stationRing(3, false), families: [exclusion] },
  ...[named, deadlock, unspecified, overflow, livelock(), twoPhaseCommit(3)].map((system) => ({
    system,
    families: [],
  })),
])('on $system.name', ({ system, families }) => {
  const claims = families.flatMap((family) => family.claims);
  expectReduced(system, claims, check(system, { families }), checkReduced(system, { families }));
});

const alone = scenario({ name: 'one transfer' });

test('two sessions have the square of the states of one; reduced, hardly more than the sum', () => {
  const one = check(threeParty(alone), { loops: false });
  const two = check(twoSessions(alone), { loops: false });
  const [few, more] = [checkReduced(threeParty(alone)), checkReduced(twoSessions(alone))];
  expect(two.states).toBe(one.states ** 2);
  expect(more.states).toBeLessThan(3 * few.states);
  expect(more.outcomes.map(({ name, path }) => [name, path.steps.length])).toEqual([
    ['both: completes', 2 * one.outcomes[0]!.path.steps.length],
  ]);
});

test('what infinite runs and whole searches tell is left open', () => {
  const report = checkReduced(threeParty(alone));
  expect(report).toMatchObject({ complete: true, coverage: {} });
  expect(report.verdicts.map(({ claim, verdict }) => [claim, verdict])).toEqual([
    ['deadlock', 'holds'],
    ['livelock', 'not finished'],
    ['unspecified reception', 'holds'],
    ['bound hit', 'not finished'],
  ]);
});

test('a limit stops it, and then nothing holds', () => {
  const report = checkReduced(threeParty(alone), { maxStates: 20 });
  expect(report).toMatchObject({ complete: false, stopped: 'states' });
  expect(report.verdicts.some(({ verdict }) => verdict === 'holds')).toBe(false);
});
