import type { Run } from '../model/index.ts';

/** The largest run that mutants are checked against, in states: most mutants need no run of a hundredth of it. */
export const SMALL = 20_000;

/** The runs that mutants are checked against: those that are known to be small. */
export const smallRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.filter(({ expected }) => expected !== undefined && expected.states <= SMALL);
