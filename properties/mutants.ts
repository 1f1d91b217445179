/**
 * Mutants that no claim kills, and why none need to: see docs/reference/mutation.md.
 */
import type { ExplainedMutants } from '../src/model/index.ts';

export const explainedMutants: readonly ExplainedMutants[] = [];
