/**
 * mCRL2 #1875: its own random tests found counterexamples that are none. Here every path of a verdict on a random
 * system is taken again on live actors and has to show what it is said to show.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { ModelError, type Report } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { shows, showsEnd, showsError } from '../check/certify.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';

const ends: readonly string[] = ['deadlock', 'livelock'];

/** The report of a small system; none of one that is refused or too large. */
function reportOf({ system, families }: RandomCase): Report | undefined {
  try {
    const report = check(system, { families, maxStates: 1000 });
    return report.stopped === undefined ? report : undefined;
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

test('no counterexample and no witness is invented', () => {
  let shown = 0;
  fc.assert(
    fc.property(randomCase, (drawn) => {
      const { system, families } = drawn;
      for (const { claim, kind, path } of reportOf(drawn)?.verdicts ?? []) {
        if (path === undefined) continue;
        shown++;
        expect(replay(system, path)).toMatchObject({ agrees: true });
        const known = families.flatMap(({ claims }) => claims).find(({ name }) => name === claim);
        if (kind !== 'protocol error') expect([claim, shows(system, known!, path)]).toEqual([claim, true]);
        else expect(ends.includes(claim) ? showsEnd(system, path, claim) : showsError(system, path, claim)).toBe(true);
      }
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 100) },
  );
  expect(shown).toBeGreaterThan(50);
});
