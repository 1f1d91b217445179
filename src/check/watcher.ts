import type { Steps } from '../compose/index.ts';
import type { Columns, ReadColumn } from './columns.ts';

/** What a watcher knows, to be kept: plain data for JSON, and lists too long for it. */
export type Known = { readonly facts: unknown; readonly columns?: Columns };

/** Told what a search meets, in the order in which it meets it. */
export type Watcher = {
  /** States `from` up to, not including, `to` are new. */
  readonly discovered?: (from: number, to: number) => void;
  /** A state's steps are all found: the first `count` of `steps`. */
  readonly expanded?: (state: number, count: number, steps: Steps) => void;
  /** In this state nothing must happen any more. */
  readonly rested?: (state: number) => void;
  /** All that it knows of what it was told, and does not find out again when asked. */
  readonly kept: () => Known;
  /**
   * Makes a fresh watcher know what was kept. The store holds the states by then.
   *
   * @throws CheckpointMismatch when it watches for something else.
   */
  readonly restore: (facts: unknown, read: ReadColumn) => void;
};
