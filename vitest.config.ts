import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that take minutes. */
const long = /every-run|promela-manifest|agree-(first|second)|golden\.test|reduction|two-phase|site\.test|end-to-end/;

/** The long ones first, so that no core waits for another at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => long.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    sequence: { sequencer: LongFirst },
    // Machines are slow at times: this is for what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files keep nothing that others could meet, and loading the engine anew for each would take a fifth of the time.
    isolate: false,
    // By default one core is kept free for the main process, which has next to nothing to do: on two cores half of all.
    maxWorkers: '100%',
  },
});
