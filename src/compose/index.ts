/** The door to composition: how a system is written, and what it becomes. */
export { system, type SystemDescription } from './system.ts';
export { type Composition, composeAnd } from './composition.ts';
export type { Unspecified } from './consequence.ts';
export { generated } from './generate.ts';
export { interpret, interpreted } from './interpret.ts';
export { Commutation } from './commutation.ts';
export { MetParty } from './joined.ts';
export { IntColumn } from './int-column.ts';
export { type Layout, fits, pack, roomyLayout, tightLayout } from './layout.ts';
export { askAgain } from './lookups.ts';
export { Occurrences } from './occurrences.ts';
export { StateStore } from './state-store.ts';
export { type TakenStep, overflowOf, stepsOf } from './steps.ts';
export {
  type Block,
  type MakeSuccessors,
  Outgrown,
  type Steps,
  type Successors,
  maxSteps,
  mustBeTaken,
} from './successors.ts';
export { type Change, type Persistent, type StateStep, type StateSteps, StubbornSets, stepsFor } from './stubborn.ts';
export { UnspecifiedMoves } from './unspecified-moves.ts';
