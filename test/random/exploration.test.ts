/** What walks see is there, their ways are the shortest in what they saw, and they can be gone on with. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { type Family, ModelError, type System } from '../../src/model/index.ts';
import { contradictions, Exploration, type Walked, type WalkOptions } from '../../src/random/index.ts';
import { demand, enactFound } from '../../src/trace/index.ts';
import { pongRun } from '../cli/pong.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, transmission } from '../toys/alternating-bit.ts';
import { deadlock, named, overflow, unspecified } from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { callsBeside, gone } from './beside.ts';

const numRuns = Number(process.env.FC_RUNS ?? 150);

function walked(
  system: System,
  families: readonly Family[],
  samples: number,
  options: Partial<WalkOptions> = {},
): Walked {
  const exploration = new Exploration(system, families, { seed: 7, steps: 100, ...options });
  for (let walk = 0; walk < samples; walk++) exploration.walk();
  return exploration.walked();
}

/** What is found, or nothing where a chart cannot be evaluated. */
function unlessRefused<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

const lossy = overQueues({ loses: 1, duplicates: 1 });
/** All that a sample can be told apart by. */
const told = ({ walks, steps, seen, ends }: Walked) => ({ walks, steps, ends: [...ends], seen });

test.for([
  { system: overQueues({ loses: 0, duplicates: 0 }), families: [transmission] },
  { system: stationRing(4), families: [exclusion] },
  ...[named, deadlock, unspecified, overflow].map((system) => ({ system, families: [] })),
])('on $system.name walks come everywhere, and find what the search finds on ways as short', ({ system, families }) => {
  const report = check(system, { families });
  const found = walked(system, families, 2000);
  expect(contradictions(found, report)).toEqual([]);
  expect(found.states).toBe(report.states);
  const decided = report.verdicts.filter(({ claim }) =>
    [...found.seen, ...found.unseen].some((one) => one.claim === claim),
  );
  for (const { claim, verdict, path } of decided.filter((one) => one.path && one.path.loop === undefined)) {
    const seen = found.seen.find((one) => one.claim === claim);
    expect([claim, seen?.verdict, seen?.path.steps.length]).toEqual([claim, verdict, path!.steps.length]);
  }
});

test('what walks through random systems see the search has found, and live actors show it', () => {
  fc.assert(
    fc.property(randomCase, fc.nat(), ({ system, families }, seed) => {
      const report = unlessRefused(() => check(system, { families, maxStates: 5000 }));
      const found = unlessRefused(() => walked(system, families, 10, { seed, steps: 30 }));
      // Walks need not come to what the search refuses, but it has to refuse what they come to.
      if (report === undefined) return;
      if (found === undefined) return expect(report.stopped).toBeDefined();
      expect(contradictions(found, report)).toEqual([]);
      const claims = families.flatMap((family) => family.claims);
      for (const seen of found.seen) {
        const claim = claims.find(({ name }) => name === seen.claim);
        expect(() => demand(system, seen, claim, enactFound(system, seen.path))).not.toThrow();
      }
    }),
    { numRuns },
  );
});

test('to ask what walks gave changes nothing of it', () => {
  const exploration = new Exploration(lossy, [transmission], { seed: 7, steps: 100 });
  for (let walk = 0; walk < 3; walk++) exploration.walk();
  const first = exploration.walked();
  expect(exploration.walked()).toEqual(first);
});

test('parties that move as one may be found out beside the way', () => {
  const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => walked(callsBeside, [gone], 1, { seed, steps: 1 }));
  expect(found.map(({ states, walks }) => [states <= 2, walks])).toEqual(found.map(() => [true, 1]));
});

test('the same seed walks the same way, another another', () => {
  const [first, again, other] = [7, 7, 8].map((seed) => told(walked(lossy, [transmission], 30, { seed })));
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test.for([2, 31, 50, 51, 120])('who goes on with walk %i takes the walks that would have come', (from) => {
  const [whole, before, after] = [
    walked(lossy, [transmission], 150),
    walked(lossy, [transmission], from - 1),
    walked(lossy, [transmission], 151 - from, { from }),
  ];
  expect(before.steps + after.steps).toBe(whole.steps);
  for (const { claim, walks } of whole.seen) {
    const counted = [before, after].map(({ seen }) => seen.find((one) => one.claim === claim)?.walks ?? 0);
    expect([claim, counted[0]! + counted[1]!]).toEqual([claim, walks]);
  }
});

test('walks that others of the group came before count only their own states', () => {
  expect(walked(lossy, [transmission], 1, { from: 50, steps: 3 }).states).toBeLessThanOrEqual(4);
});

test('who forgets the states that were seen counts the same', () => {
  const [whole, forgetful] = [undefined, 5].map((maxStates) =>
    walked(lossy, [transmission], 100, maxStates === undefined ? {} : { maxStates }),
  ) as [Walked, Walked];
  expect(forgetful.forgot).toBe(true);
  expect(forgetful.steps).toBe(whole.steps);
  const counts = ({ seen }: Walked) => seen.map(({ claim, walks, first }) => [claim, walks, first]);
  expect(counts(forgetful)).toEqual(counts(whole));
});

test('what a search has not found is told, and so is a shorter way, another end, a state too many', () => {
  const found = walked(pongRun.system(), pongRun.families, 5);
  const report = check(pongRun.system(), { families: pongRun.families });
  expect(contradictions(found, report)).toEqual([]);
  const blind = report.verdicts.map((verdict) => ({ ...verdict, verdict: 'holds' as const }));
  const long = report.verdicts.map((verdict) =>
    verdict.path ? { ...verdict, path: { steps: [...verdict.path.steps, ...verdict.path.steps] } } : verdict,
  );
  expect(contradictions(found, { ...report, verdicts: blind })).toEqual([
    '"R1 nobody is hit" is violated by 5 walks, first by walk 1, and the search says: holds',
    '"R2 a ball flies" is reached by 5 walks, first by walk 1, and the search says: holds',
  ]);
  expect(contradictions(found, { ...report, verdicts: long })).toEqual([
    '"R1 nobody is hit" is violated by 5 walks, first by walk 1 in 2 steps, and the search has no way of less than 4',
    '"R2 a ball flies" is reached by 5 walks, first by walk 1 in 1 steps, and the search has no way of less than 2',
  ]);
  expect(contradictions(found, { ...report, outcomes: [], states: 2 })).toEqual([
    'a walk ends in "over", and the search has no such end',
    'walks came through 3 states, and the search has 2',
  ]);
});
