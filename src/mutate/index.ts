/** The door to mutation: edits of charts and systems, and what becomes of them when they are checked. */
export { type Mutant, mutantsOf } from './mutants.ts';
export { Judge } from './judge.ts';
export { knownCharts } from './known-charts.ts';
export { claimKills, explanationOf, lives, scores, staleExplanations } from './scores.ts';
export { SMALL, smallRuns } from './small-runs.ts';
