import fc from 'fast-check';

import { randomCase, type RandomCase } from '../reference/random-system.ts';

/** Random systems with claims of every kind, the same each time. */
export const cases: readonly RandomCase[] = fc.sample(randomCase, { seed: 438, numRuns: 40 });
