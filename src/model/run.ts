import type { Family } from './claim.ts';
import type { System } from './system.ts';

/** What a run is known to give: compared with every new report. */
export type Expected = {
  /** Claims that do not hold, and protocol errors that occur; a witness named here is not reached. */
  readonly violated?: readonly string[];
  /** The names of all kinds of end, in any order. */
  readonly outcomes: readonly string[];
  readonly states: number;
  readonly steps: number;
  /** Length of the longest of the shortest paths to a state. */
  readonly depth: number;
};

/** One line of the manifest: a system with its variant, faults and bounds, and the families to check it against. */
export type Run = {
  /** Parts from the general to the special, slashes between: `orders/V478/R/conc/late`. */
  readonly name: string;
  readonly summary: string;
  /** Builds the system anew. */
  readonly system: () => System;
  readonly families: readonly Family[];
  /** Every claim that is not listed as violated must hold or be reached. Undefined: the run is new, nothing is known. */
  readonly expected: Expected | undefined;
  /** What limits the model, in words: printed beside every verdict. */
  readonly bounds: string;
};
