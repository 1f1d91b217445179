import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Machines are slow at times: this is for what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files keep nothing that others could meet, and loading the engine anew for each would take a fifth of the time.
    isolate: false,
    // By default one core is kept free for the main process, which has next to nothing to do: on two cores half of all.
    maxWorkers: '100%',
  },
});
