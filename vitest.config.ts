import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // By default one core is kept free for the main process, which has next to nothing to do: on two cores half of all.
    maxWorkers: '100%',
  },
});
