/** Reduced searches give the verdicts and the rests of whole ones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check, checkReduced } from '../../src/check/index.ts';
import { ModelError, type Report } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { randomCase, type RandomCase } from '../reference/random-system.ts';
import { shows, showsEnd, showsError } from './certify.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);
const maxStates = 3000;

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
      expectReduced(drawn, report, checkReduced(system, { families }));
    }),
    { numRuns },
  );
}, 3_600_000);

const decided = ['always', 'everyStep', 'reaches', 'neverAfter', 'restsOnly'];

function expectReduced({ system, families }: RandomCase, report: Report, reduced: Report): void {
  const claims = families.flatMap((family) => family.claims);
  for (const [index, { claim, kind, verdict, path }] of reduced.verdicts.entries()) {
    const full = report.verdicts[index]!.verdict;
    const said = [claim, verdict];
    const open = [claim, 'not finished'];
    if (!reduced.complete) expect([[claim, full], open]).toContainEqual(said);
    else if (claim === 'bound hit' || claim === 'livelock') expect(said).toEqual(open);
    else if (kind === 'protocol error' || decided.includes(kind)) {
      if (report.complete) expect(said).toEqual([claim, full]);
      else if (full !== 'not finished') expect(said).toEqual([claim, full]);
    } else if (verdict !== 'not finished') expect(said).toEqual([claim, full]);
    if (!path) continue;
    expect(replay(system, path)).toMatchObject({ agrees: true });
    const shown =
      kind !== 'protocol error'
        ? shows(
            system,
            claims.find(({ name }) => name === claim)!,
            path,
          )
        : claim === 'deadlock'
          ? showsEnd(system, path)
          : showsError(system, path, claim);
    expect([claim, shown]).toEqual([claim, true]);
  }
  const rests = (of: Report): string[] =>
    of.outcomes
      .filter(({ path }) => path.loop === undefined)
      .map(({ name, path }) => `${name} ${path.steps.length}`)
      .sort();
  if (report.complete && reduced.complete) expect(rests(reduced)).toEqual(rests(report));
}
