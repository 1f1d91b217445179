import type { StepKey } from './step.ts';

/**
 * Why a run comes to a violation, as far as leaving steps out and looking at all other runs can tell.
 *
 * Steps by their index in the path.
 */
export type Explanation = {
  /**
   * The steps that matter: where one of them is left out and the others are taken in their order, as far as they are
   * possible, the violation neither comes nor becomes unavoidable.
   */
  readonly matters: readonly number[];
  /**
   * The step after which every fair run comes to the violation; -1 where that is so from the start. Absent where it can be
   * avoided all along: the run is only unlucky.
   */
  readonly doomed?: number;
  /** A run without the violation that shares as many steps as can be, and is then as short as can be. */
  readonly passes?: Passing;
};

/** A run that leaves a counterexample, and comes to an end without what that shows. */
export type Passing = {
  /** How many steps the two share. */
  readonly shares: number;
  /** The step that it takes then; absent where it ends there. */
  readonly step?: StepKey;
  /** How many steps it takes from there on. */
  readonly steps: number;
  /** How it ends: the name of the end, or `goes on for ever`. */
  readonly ends: string;
  /** Whether that is a fine end. */
  readonly fine: boolean;
};
