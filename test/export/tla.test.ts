/** Exported modules: their syntax by a parser that others maintain, their meaning by a small evaluator of the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check, explore } from '../../src/check/index.ts';
import { type TlaText, tlaOf } from '../../src/export/tla/tla.ts';
import { type Family, ModelError, type System } from '../../src/model/index.ts';
import { modelHash } from '../../src/trace/index.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, overWires, transmission } from '../toys/alternating-bit.ts';
import { deadlock, named, overflow, unspecified } from '../toys/errors.ts';
import { agreement, twoPhaseCommit } from '../toys/two-phase-commit.ts';
import { TlaGraph } from './tla-judge.ts';

function exported(system: System, families: readonly Family[], maxStates = Infinity): TlaText {
  const { composition, store, full, stopped } = explore(system, { maxStates });
  const refuses = full !== undefined;
  return tlaOf({ name: system.name, families, model: modelHash(system), composition, store, refuses, stopped });
}

/** The names that stand under a heading of a configuration. */
const listed = (configuration: string | undefined, heading: string): string[] =>
  new RegExp(`^${heading}\\n((?:  \\w+\\n)*)`, 'm')
    .exec(configuration ?? '')?.[1]!
    .split(/\s+/)
    .filter(Boolean) ?? [];

/** Each claim that the module speaks of, and whether it says that it holds (for a witness: that it is reached). */
function said(module: TlaText, graph: TlaGraph): Record<string, boolean> {
  const claims: Record<string, boolean> = {};
  const claimOf = (name: string): string => module.claims.get(name) ?? name;
  for (const [ending, text] of Object.entries(module.configurations)) {
    const spec = /^SPECIFICATION (\w+)/m.exec(text)![1]!;
    const fairness = spec === 'Spec' ? 'Fairness' : `${spec}_fairness`;
    const denied = ending === '.witnesses.cfg';
    for (const name of listed(text, 'INVARIANTS')) claims[claimOf(name)] = graph.invariant(name) !== denied;
    for (const name of listed(text, 'PROPERTIES')) claims[claimOf(name)] = graph.property(name, fairness);
  }
  return claims;
}

/** What the module says has to be what the engine says. */
function expectSame(system: System, families: readonly Family[]): void {
  const module = exported(system, families);
  const graph = new TlaGraph(module.text);
  const report = check(system, { families });
  expect([graph.states.length, graph.steps]).toEqual([report.states, report.steps]);
  const { TypeOK, 'bound hit': room, ...claims } = said(module, graph);
  expect([TypeOK, room]).toEqual([true, true]);
  const ends = new Set(report.outcomes.flatMap(({ name, path }) => (path.loop === undefined ? [name] : [])));
  for (const { claim, kind, verdict } of report.verdicts) {
    if (claims[claim] === undefined || verdict === 'not finished') continue;
    const only = families.flatMap((family) => family.claims).find(({ name }) => name === claim);
    const expected =
      only?.kind === 'outcomes'
        ? [...ends].every((name) => only.only.includes(name))
        : verdict === 'holds' || verdict === 'reached';
    expect([claim, kind, claims[claim]]).toEqual([claim, kind, expected]);
  }
}

const small = runs.filter(({ expected }) => expected && expected.states < 700);
const chosen = small.filter((_, index) => index % Math.ceil(small.length / 10) === 0);

describe('a module says what the engine says', () => {
  test.for(chosen)('of $name', ({ system, families }) => expectSame(system(), families));

  test.for([
    { system: overQueues({ loses: 1, duplicates: 1 }), families: [transmission] },
    { system: overWires('weak'), families: [transmission] },
    { system: overWires('strong'), families: [transmission] },
    { system: twoPhaseCommit(3), families: [agreement] },
    ...[named, deadlock, unspecified, overflow].map((system) => ({ system, families: [] })),
  ])('of $system.name', ({ system, families }) => expectSame(system, families));

  test('of random systems', () => {
    fc.assert(
      fc.property(randomCase, ({ system, families }) => {
        try {
          if (check(system, { maxStates: 150, loops: false }).stopped !== undefined) return;
        } catch (error) {
          if (error instanceof ModelError) return;
          throw error;
        }
        expectSame(system, families);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 60) },
    );
  });
});

describe('a module of a search that was cut short', () => {
  /** Whether the module says that its tables know every step; then it has to be right. */
  function knows(system: System, families: readonly Family[], maxStates: number): boolean {
    const module = exported(system, families, maxStates);
    if (!module.claims.has('TablesAreKnown')) return true;
    const graph = new TlaGraph(module.text);
    if (!graph.invariant('TablesAreKnown')) return false;
    const report = check(system, { families });
    expect([graph.states.length, graph.steps]).toEqual([report.states, report.steps]);
    const claims = said(module, graph);
    for (const { claim, kind, verdict } of report.verdicts) {
      if (claims[claim] === undefined || kind === 'outcomes' || claim === 'bound hit' || verdict === 'not finished')
        continue;
      expect([claim, claims[claim]]).toEqual([claim, verdict === 'holds' || verdict === 'reached']);
    }
    return true;
  }

  test('is the whole system as soon as its tables know every step', () => {
    const protocol = overQueues({ loses: 1, duplicates: 0 });
    expect(knows(protocol, [transmission], 20)).toBe(false);
    const { states } = check(protocol);
    expect(knows(protocol, [transmission], Math.ceil(states * 0.9))).toBe(true);
    expect(knows(twoPhaseCommit(3), [agreement], 30)).toBe(false);
  });

  test('never says so wrongly, of random systems', () => {
    fc.assert(
      fc.property(randomCase, fc.integer({ min: 1, max: 60 }), ({ system, families }, maxStates) => {
        try {
          if (check(system, { maxStates: 150, loops: false }).stopped !== undefined) return;
        } catch (error) {
          if (error instanceof ModelError) return;
          throw error;
        }
        knows(system, families, maxStates);
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 60) },
    );
  });
});
