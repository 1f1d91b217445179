import { expect } from 'vitest';

import type { Report, System } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import type { NaiveReport } from '../reference/naive.ts';
import type { RandomCase } from '../reference/random-system.ts';
import { shows, showsEnd, showsError } from './certify.ts';

/** Compares all that both must know, and has each path show what it is said to show. */
export function expectAgreement({ system, families }: RandomCase, naive: NaiveReport, report: Report): void {
  const { complete, states, steps, depth } = naive;
  expect(report).toMatchObject({ complete, states, steps, depth });
  const known = report.verdicts.filter(({ claim, kind }) => kind !== 'ltl' || naive.verdicts[claim]);
  const said = Object.fromEntries(known.map(({ claim, verdict }) => [claim, verdict]));
  expect(said).toEqual(
    Object.fromEntries(Object.entries(naive.verdicts).map(([claim, { verdict }]) => [claim, verdict])),
  );
  const claims = families.flatMap((family) => family.claims);
  for (const { claim, kind, path } of report.verdicts) {
    const length = naive.verdicts[claim]?.length;
    if (!path) continue;
    if (length !== undefined) expect([claim, path.steps.length]).toEqual([claim, length]);
    expect(replay(system, path)).toMatchObject({ agrees: true });
    const shown =
      kind !== 'protocol error'
        ? shows(
            system,
            claims.find(({ name }) => name === claim)!,
            path,
          )
        : claim === 'deadlock' || claim === 'livelock'
          ? showsEnd(system, path, claim)
          : showsError(system, path, claim);
    expect([claim, shown]).toEqual([claim, true]);
  }
  expectSameOutcomes(system, naive, report);
}

function expectSameOutcomes(system: System, naive: NaiveReport, report: Report): void {
  const kinds = (outcomes: readonly { name: string; fine: boolean }[]) =>
    outcomes.map(({ name, fine }) => `${name} ${fine}`).sort();
  expect(kinds(report.outcomes)).toEqual(
    kinds(Object.entries(naive.outcomes).map(([name, { fine }]) => ({ name, fine }))),
  );
  for (const { name, path } of report.outcomes) {
    const { rest } = naive.outcomes[name]!;
    expect([name, showsEnd(system, path, name)]).toEqual([name, true]);
    if (path.loop === undefined) expect([name, path.steps.length]).toEqual([name, rest]);
  }
}
