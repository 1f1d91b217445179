/** Which edits of the engine are tried, and on which tests: docs/decisions/018-engine-mutation.md says why. */
export default {
  mutate: ['src/{check,compose,tabulate}/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/engine-mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './test/engine-mutation/words-of-errors.mjs'],
  ignorers: ['words of errors'],
  ignorePatterns: ['dist', 'docs', 'traces', 'bench', 'coverage'],
  concurrency: 1,
  timeoutMS: 5_000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: 'coverage/engine-mutation.json',
  reporters: ['progress-append-only'],
  tempDirName: 'coverage/stryker',
  tsconfigFile: 'none',
  disableTypeChecks: false,
};
