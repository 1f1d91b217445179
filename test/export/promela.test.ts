/** Exported Promela on toys and random systems by SPIN, and trails brought back. Needs 'spin' and gcc. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check, explore } from '../../src/check/index.ts';
import { promelaOf, promelaTablesOf } from '../../src/export/promela/promela.ts';
import { type Family, ModelError, type System, type Verdict } from '../../src/model/index.ts';
import { enact, modelHash, refutation, traceFile } from '../../src/trace/index.ts';
import { importSpin } from '../../src/trace/import-spin.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, transmission } from '../toys/alternating-bit.ts';
import { deadlock, named, overflow, unspecified } from '../toys/errors.ts';
import { stationRing } from '../toys/station-ring.ts';
import { brokenOnRuns, build, exported, inFolder, missing, pan, run, searched } from './spin.ts';

const subject = (system: System, families: readonly Family[] = []) => {
  const explored = explore(system);
  return { name: system.name, families, model: modelHash(system), ...explored, refuses: explored.full !== undefined };
};

/** Whether a search of a random system begins at all, and comes to an end soon. */
function isComposable(system: System): boolean {
  try {
    return explore(system, { maxStates: 5000 }).stopped === undefined;
  } catch (error) {
    if (error instanceof ModelError) return false;
    throw error;
  }
}

/** Compares what SPIN says of runs, as far as fairness of processes is all that is asked for. */
function expectSameOnRuns(system: System, families: readonly Family[], verdicts: readonly Verdict[]): void {
  const explored = subject(system, families);
  const weakly = !explored.composition.classFairness.includes('strong');
  const spoken = families.flatMap(({ claims }) =>
    claims.filter((claim) => claim.kind === 'neverAfter' || (weakly && claim.kind === 'leadsTo' && !claim.fairness)),
  );
  const said = verdicts.filter(
    ({ claim, verdict }) => verdict !== 'not finished' && spoken.some(({ name }) => name === claim),
  );
  const bySpin = brokenOnRuns(promelaOf(explored));
  expect(said.map(({ claim }) => [claim, bySpin.includes(claim)])).toEqual(
    said.map(({ claim, verdict }) => [claim, verdict === 'violated']),
  );
}

/** What SPIN finds in the rules, and that it counts the same in both forms as the engine does. */
function counted(system: System, families: readonly Family[] = []): readonly string[] {
  const explored = subject(system, families);
  const size = { states: explored.states, steps: explored.steps };
  const rules = promelaOf(explored);
  const spun = searched(rules);
  expect({ states: spun.states, steps: spun.steps }).toEqual(size);
  const tables = searched(promelaTablesOf(explored));
  expect({ states: tables.states, steps: tables.steps }).toEqual(size);
  return spun.found;
}

describe.skipIf(missing !== undefined)(`by SPIN${missing ? ` (skipped: needs ${missing})` : ''}`, () => {
  test.for([named, stationRing(5), overQueues({ loses: 1, duplicates: 1 })])(
    '$name: as many states and steps',
    (toy) => {
      expect(counted(toy)).not.toContain('bound hit');
    },
  );

  test('each protocol error is found', () => {
    expect(counted(deadlock)).toContain('deadlock');
    expect(counted(unspecified)).toContain('unspecified reception');
    expect(counted(overflow)).toContain('bound hit');
    expect(promelaOf(subject(overflow)).leftOut).toEqual([expect.stringContaining('finds a channel full')]);
  });

  test('random systems: as many states and steps, and the same claims of states and steps broken', () => {
    const sizes = { numRuns: Number(process.env['SPIN_RUNS'] ?? 12), endOnFailure: true };
    fc.assert(
      fc.property(randomCase, ({ system, families }) => {
        fc.pre(isComposable(system));
        const found = counted(system, families);
        const { verdicts } = check(system, { families });
        const decided = verdicts.filter(({ kind }) => ['always', 'reaches', 'restsOnly', 'everyStep'].includes(kind));
        const broken = decided.filter(({ verdict }) => verdict === 'violated' || verdict === 'reached');
        const names = decided.map(({ claim }) => claim).filter((claim) => found.includes(claim));
        expectSameOnRuns(system, families, verdicts);
        expect(names).toEqual(broken.map(({ claim }) => claim));
      }),
      sizes,
    );
  });

  test('a trail of each finding comes back as a trace that shows it', () => {
    const one = runs.find(({ name }) => name === 'orders/V438/R/conc/late')!;
    const { promela } = exported(one);
    const system = one.system();
    const claims = one.families.flatMap((family) => family.claims);
    const printed = inFolder(promela.text, (folder) => {
      build(folder, [], ['-DSAFETY']);
      const wrote = [...pan(folder, ['-c0', '-e']).matchAll(/wrote (\S+)/g)];
      return wrote.map(([, trail]) => guided(folder, ['-k', trail!]));
    });
    const shown = printed.map((text) => {
      const { steps, found } = importSpin(text, promela);
      const claim = claims.find(({ name }) => name === found);
      if (claim === undefined) return `${found}: ${enact(system, steps).steps.length > 0}`;
      const path = enact(system, steps);
      const verdict = claim.kind === 'reaches' ? 'reached' : 'violated';
      const { name, kind, cites } = claim;
      const thesis = traceFile(one.name, 'x', { claim: name, kind, cites, family: '', verdict, path });
      return `${claim.name}: ${refutation(system, thesis, claim, path) ?? true}`;
    });
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((text) => !text.endsWith(': true'))).toEqual([]);
  });

  test('a cycle comes back as a loop', () => {
    const system = overQueues({ loses: 1, duplicates: 0 });
    const promela = promelaOf(subject(system, [transmission]));
    expect([...promela.nevers.values()].length).toBeGreaterThan(0);
    const printed = inFolder(promela.text, (folder) => {
      build(folder, ['-DLIVENESS'], ['-DNFAIR=9']);
      pan(folder, ['-a', '-N', [...promela.nevers.keys()][0]!]);
      return guided(folder, ['-DLIVENESS']);
    });
    const { steps, loop } = importSpin(printed, promela);
    expect(enact(system, steps, loop).steps.length).toBe(steps.length);
  });
});

const guided = (folder: string, args: readonly string[]): string =>
  run(folder, 'spin', ['-t', '-T', ...args, 'model.pml']);
