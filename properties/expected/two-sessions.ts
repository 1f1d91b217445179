/**
 * What the runs named two-sessions/... give. Written by `npm run renew`; read every change before you commit it.
 */
import type { Expected } from '../../src/model/index.ts';

export const twoSessions: Readonly<Record<string, Expected>> = {
  'two-sessions/V438': { outcomes: ['both: completes'], states: 5041, steps: 17750, depth: 54 },
  'two-sessions/V478': { outcomes: ['both: completes'], states: 9025, steps: 32870, depth: 54 },
};
