import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The quick ones first: most mutants fail within the first hundred milliseconds. */
const files = [
  'test/check/{liveness,vacuity}.test.ts',
  'test/toys/toys.test.ts',
  'test/ltl/claims.test.ts',
  'test/check/{bad-claims,remembered}.test.ts',
  'test/compose/system.test.ts',
  'test/tabulate/{party-table,final-state}.test.ts',
  'test/soundness/*.test.ts',
  'test/explain/{short-loop,shown}.test.ts',
  'test/engine-mutation/corpus.ts',
  'test/check/fair-loop.test.ts',
  'test/compose/layout.test.ts',
  'test/tabulate/refusals.test.ts',
];

/** Those of the corpus of soundness that take a second or more. */
const slow = 'test/soundness/{table,mcrl2-*,stateright-shortest-*,pavlov-*,endless-macrostep,tlc-710-*}.test.ts';

class AsListed extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const folders = ['check', 'toys', 'ltl', 'compose', 'tabulate', 'soundness', 'explain', 'engine-mutation'];
    const rank = ({ moduleId }: TestSpecification): number =>
      /refusals|layout|fair-loop/.test(moduleId)
        ? folders.length
        : folders.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
    return specifications.toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: files,
    exclude: [slow],
    globalSetup: ['test/engine-mutation/ask-naive-checker.ts'],
    setupFiles: ['test/engine-mutation/same-each-time.ts'],
    sequence: { sequencer: AsListed },
    env: { FC_RUNS: '25' },
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
