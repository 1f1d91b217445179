/**
 * Whole reports, as they were when somebody read them: of toys that a reader can follow, and of random systems. What they
 * say is held to definitions elsewhere; here nothing of it changes unseen (`npx vitest run test/check/reports -u`).
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { check, checkReduced } from '../../src/check/index.ts';
import { ModelError, type Report } from '../../src/model/index.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { overQueues, overWires, transmission } from '../toys/alternating-bit.ts';
import { deadlock, livelock, overflow, unspecified } from '../toys/errors.ts';
import { exclusion, stationRing } from '../toys/station-ring.ts';
import { agreement, twoPhaseCommit } from '../toys/two-phase-commit.ts';
import { lamp } from './lamp.ts';
import { reportText } from './report-text.ts';

const toys: readonly RandomCase[] = [
  { system: overQueues({ loses: 1, duplicates: 0 }), families: [transmission] },
  { system: overWires('weak'), families: [transmission] },
  { system: stationRing(3, false), families: [exclusion] },
  { system: twoPhaseCommit(2), families: [agreement] },
  ...[deadlock, unspecified, overflow, livelock(), lamp()].map((system) => ({ system, families: [] })),
];

/** Those that are accepted, and not too small. */
const drawn = fc
  .sample(randomCase, { seed: 354, numRuns: 60 })
  .flatMap(({ system, families }, number): RandomCase[] => {
    try {
      const { states } = check(system, { loops: false, maxStates: 400 });
      return states < 8 ? [] : [{ system: { ...system, name: `random ${number}` }, families }];
    } catch (error) {
      if (error instanceof ModelError) return [];
      throw error;
    }
  });

const expectAsKept = async (name: string, report: Report): Promise<void> => {
  const text = `${reportText(report).join('\n')}\n`;
  await expect(text).toMatchFileSnapshot(`__snapshots__/reports/${name.replaceAll(/\W+/g, '-')}.txt`);
};

describe.for([...toys, ...drawn])('of $system.name', ({ system, families }) => {
  test('the report with all that can be asked for', () =>
    expectAsKept(system.name, check(system, { families, explain: true, doubts: true, maxStates: 400 })));

  test('the reduced one', () =>
    expectAsKept(`${system.name} reduced`, checkReduced(system, { families, maxStates: 400 })));
});
