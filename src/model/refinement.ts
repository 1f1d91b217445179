import type { Step } from './step.ts';
import type { System } from './system.ts';

/** What is seen of a step, as a label; `undefined` where it is hidden. */
export type Visible = (step: Step) => string | undefined;

/** A system, and what somebody sees of it. */
export type Seen = { readonly system: () => System; readonly visible: Visible };

/** The label of an end, by its name: how a run ends is seen, too. */
export const endLabel = (name: string): string => `ends: ${name}`;

/** One line of the table of refinements: whatever is seen of a system, a service can do, its ends included. */
export type Refinement = {
  readonly name: string;
  readonly summary: string;
  readonly cites: readonly string[];
  readonly implementation: Seen;
  readonly service: Seen;
  /** What limits both models, in words. */
  readonly bounds: string;
  /**
   * Undefined: it refines the service. Otherwise what is seen of it, at the end of a shortest trace, that the service never
   * does there.
   */
  readonly beyond?: string;
};
