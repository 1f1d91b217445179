/** `leadsTo` and the same said as a formula have the same verdict, on random systems and on the share of the manifest. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { eventually, globally, implies, state } from '../../src/ltl/index.ts';
import { type Claim, family, type LeadsTo, ltl, type System } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { share } from '../manifest/share.ts';
import { randomCase } from '../reference/random-system.ts';

const numRuns = Number(process.env.FC_RUNS ?? 150);

const isLeadsTo = (claim: Claim): claim is LeadsTo => claim.kind === 'leadsTo';

const asFormula = ({ name, cites, from, to, fairness }: LeadsTo) =>
  ltl(`${name} as a formula`, {
    cites,
    formula: globally(implies(state('from', from), eventually(state('to', to)))),
    ...(fairness && { fairness }),
  });

function agree(system: System, claims: readonly LeadsTo[], maxStates: number): void {
  const report = check(system, { families: [family('both', [...claims, ...claims.map(asFormula)])], maxStates });
  const said = new Map(report.verdicts.map((verdict) => [verdict.claim, verdict]));
  for (const { name } of claims) {
    const [one, other] = [said.get(name)!, said.get(`${name} as a formula`)!];
    expect([name, other.verdict]).toEqual([name, one.verdict]);
    if (!one.path || !other.path) continue;
    expect([name, other.path.loop === undefined]).toEqual([name, one.path.loop === undefined]);
    if (one.path.loop === undefined) expect(other.path.steps.length).toBe(one.path.steps.length);
    expect(replay(system, other.path)).toMatchObject({ agrees: true });
  }
}

test('on random systems', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomCase, ({ system, families }) => {
      try {
        check(system, { maxStates: 1000 });
      } catch {
        return;
      }
      agree(system, families.flatMap(({ claims }) => claims).filter(isLeadsTo), 1000);
    }),
    { numRuns },
  );
});

const having = share.filter(({ families }) => families.some(({ claims }) => claims.some(isLeadsTo)));

test.for(having)('$name', ({ system, families }) => {
  agree(system(), families.flatMap(({ claims }) => claims).filter(isLeadsTo), Infinity);
});
