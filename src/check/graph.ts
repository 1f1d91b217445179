import type { Fairness } from '../model/index.ts';

/**
 * The explored graph, by state number: compressed rows, one entry for each step.
 *
 * State 0 is the initial one; numbers grow with the distance from it. Several steps between the same two states are
 * several edges; a step that changes nothing is an edge from a state to itself.
 */
export type Graph = {
  readonly states: number;
  /** The edges of state `s` are `offsets[s]` up to `offsets[s + 1]`, in the order of the steps. Length `states + 1`. */
  readonly offsets: Uint32Array;
  /** Where each edge leads. */
  readonly targets: Uint32Array;
  /** The fairness class of each edge: an index into `classNames`. */
  readonly classes: Uint16Array;
  readonly classNames: readonly string[];
  readonly classFairness: readonly Fairness[];
};
