/** The door to relations: what is seen of a system, whether two are the same under it, whether one refines another. */
export type { Bisimulation } from './bisimulation.ts';
export { type Comparison, type Difference, bisimilar, compare, refinementFailure } from './comparison.ts';
export type { Lts } from './lts.ts';
export { type Observed, observe } from './observe.ts';
export { allSteps, messagesOf, seenBy, wording } from './visible.ts';
