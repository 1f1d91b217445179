/** A system to be tried, and what it owes whatever a search of it says. */
import type { Family, System } from '../../src/model/index.ts';

export type Attempt = {
  readonly system: System;
  /** Watched live, as far as they are claims on one state or one step. */
  readonly families: readonly Family[];
  /** The claims among these that must hold here. */
  readonly owed: (claim: string) => boolean;
  /** The only kinds of end that a run may come to; undefined where others may occur. */
  readonly ends?: (name: string) => boolean;
};
