import type { Run } from '../model/index.ts';

import type { Doubt } from './doubts.ts';
import type { Difference, Judged } from './judge.ts';
import type { Answer } from './searches.ts';

/** A run that was searched: what it gave, how that compares, and where its traces were written. */
export type Checked = {
  readonly run: Run;
  readonly answer: Extract<Answer, { kind: 'report' }>;
  readonly verdicts: readonly Judged[];
  readonly differences: readonly Difference[];
  /** What makes no difference, and why it need not. */
  readonly doubts: readonly Doubt[];
  /** The trace file of each violated claim. */
  readonly files: Readonly<Record<string, string>>;
};

/** A run and what came of it. */
export type Done = { readonly run: Run; readonly answer: Answer; readonly checked?: Checked };
