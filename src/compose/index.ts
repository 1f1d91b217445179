/** The door to composition: how a system is written, and what it becomes. */
export { system, type SystemDescription } from './system.ts';
export { type Composition, composeAnd } from './composition.ts';
export type { Unspecified } from './consequence.ts';
export { generated } from './generate.ts';
export { interpret, interpreted } from './interpret.ts';
export { IntColumn } from './int-column.ts';
export { type Layout, fits, pack, roomyLayout, tightLayout } from './layout.ts';
export { askAgain } from './lookups.ts';
export { StateStore } from './state-store.ts';
export { type TakenStep, overflowOf, stepsOf } from './steps.ts';
export { type Block, type MakeSuccessors, Outgrown, type Steps, type Successors, maxSteps } from './successors.ts';
