/** The door to checking. */
export { type CheckOptions, check } from './check.ts';
export { type Checkpoint, type CheckpointHead, CheckpointMismatch, type KeptCheckpoint } from './checkpoint.ts';
export { joined } from './dead-evidence.ts';
export { whyDead } from './dead-reasons.ts';
export { type ExploreOptions, type Explored, explore } from './explore.ts';
export type { Graph } from './graph.ts';
export type { Limits, Progress } from './limits.ts';
export { type ReducedOptions, checkReduced } from './reduced-check.ts';
export { endComponents } from './end-loops.ts';
export { blamed, truth } from './predicates.ts';
export { StateViews } from './state-view.ts';
