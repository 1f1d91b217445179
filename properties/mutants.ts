/**
 * Mutants that no claim kills, and why none need to: see docs/reference/mutation.md.
 */
import type { ExplainedMutants } from '../src/model/index.ts';

export const explainedMutants: readonly ExplainedMutants[] = [
  {
    mutants: ['ncpProcess/*/transition-dropped'],
    reason:
      'The process stands for any user of an NCP, and may do whatever it likes. One that does less is a user, too: ' +
      'every claim that holds for all of them holds for it.',
  },
];
