/** The engine against the naive checker, its paths against live actors, on random charts and systems. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import type { Report, System } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { naiveCheck, type NaiveReport } from '../reference/naive.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { overQueues, overWires, transmission } from '../toys/alternating-bit.ts';
import { deadlock, livelock, named, overflow, unspecified } from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { shows, showsEnd, showsError } from './certify.ts';

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

/** Compares all that both must know, and has each path show what it is said to show. */
function expectAgreement({ system, families }: RandomCase, naive: NaiveReport, report: Report): void {
  const { complete, states, steps, depth } = naive;
  expect(report).toMatchObject({ complete, states, steps, depth });
  const said = Object.fromEntries(report.verdicts.map(({ claim, verdict }) => [claim, verdict]));
  expect(said).toEqual(Object.fromEntries(Object.entries(naive.verdicts).map(([claim, { verdict }]) => [claim, verdict])));
  const claims = families.flatMap((family) => family.claims);
  for (const { claim, kind, path } of report.verdicts) {
    const { length } = naive.verdicts[claim]!;
    if (!path) continue;
    if (length !== undefined) expect([claim, path.steps.length]).toEqual([claim, length]);
    expect(replay(system, path)).toMatchObject({ agrees: true });
    const shown =
      kind !== 'protocol error'
        ? shows(system, claims.find(({ name }) => name === claim)!, path)
        : claim === 'deadlock' || claim === 'livelock'
          ? showsEnd(system, path)
          : showsError(system, path, claim);
    expect([claim, shown]).toEqual([claim, true]);
  }
  expectSameOutcomes(system, naive, report);
}

function expectSameOutcomes(system: System, naive: NaiveReport, report: Report): void {
  const kinds = (outcomes: readonly { name: string; fine: boolean }[]) =>
    outcomes.map(({ name, fine }) => `${name} ${fine}`).sort();
  expect(kinds(report.outcomes)).toEqual(kinds(Object.entries(naive.outcomes).map(([name, { fine }]) => ({ name, fine }))));
  for (const { name, path } of report.outcomes) {
    const { rest } = naive.outcomes[name]!;
    expect([name, showsEnd(system, path)]).toEqual([name, true]);
    if (path.loop === undefined) expect([name, path.steps.length]).toEqual([name, rest]);
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
          expect(() => check(system, { families, engine })).toThrow();
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
