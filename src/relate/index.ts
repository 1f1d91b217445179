/** The door to relations: what is seen of a system, whether two are the same under it, whether one refines another. */
export { type Bisimulation, bisimilar } from './bisimulation.ts';
export { type Comparison, type Difference, compare, refinementFailure } from './comparison.ts';
export { type Lts, joined, ltsOf } from './lts.ts';
export { type Observed, observe } from './observe.ts';
export { everyStep, messagesOf, seenBy, wording } from './visible.ts';
