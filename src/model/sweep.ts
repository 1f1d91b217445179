import type { System } from './system.ts';

/** One choice that a sweep varies: its values in order, and the one that stands where the axis is not named. */
export type Axis = {
  readonly name: string;
  readonly values: readonly string[];
  readonly baseline: string;
  /** What a value comes to where nobody gives up waiting: the value that it is then the same as. */
  readonly untimed?: Readonly<Record<string, string>>;
};

/** One point of a sweep: a value for every axis. */
export type CellValues = Readonly<Record<string, string>>;

/** The axes of a sweep, in their standing order, and the system that stands at each point. */
export type Sweep = {
  readonly axes: readonly Axis[];
  /** `timeouts`: whether parties may give up waiting. */
  readonly cell: (values: CellValues, options: { readonly timeouts: boolean }) => { readonly system: System };
};

/** A page of verdicts: every combination of the values of some axes, all others at their baselines. */
export type Matrix = {
  /** The name of its page, without folder and ending. */
  readonly name: string;
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly says: string;
  /** Axes that make a table for each combination, rows, and columns. */
  readonly sections: readonly string[];
  readonly down: readonly string[];
  readonly across: readonly string[];
  /** The end that needs no ladder. */
  readonly usual: string;
};
