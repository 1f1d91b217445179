/** What a live run may show that it must not. */
import type { Path, Step } from '../../src/model/index.ts';

export type Breach = {
  /** In a sentence. */
  readonly what: string;
  /** Whether the exhaustive search of the same system has it too, in a sentence. */
  readonly search: string;
  /** The steps that live actors took, the one that shows it last. */
  readonly steps: readonly Step[];
  /** A shortest path to the same thing, where the search knows one. */
  readonly shortest?: Path;
  /** Where it knows none: the shortest way through what it has explored to the same step, or to the same state. */
  readonly shortcut?: Path;
};

/** The parts of a breach that a search knows. */
export type Known = Pick<Breach, 'search' | 'shortest'>;

/** The search has it too, and there is its path. */
export const found = (shortest: Path): Known => ({
  search: 'The exhaustive search of the same system finds it too.',
  shortest,
});

/** The search has looked at everything, or at so many states only, and has not found it. */
export const missed = (complete: boolean, states: number): Known => ({
  search: complete
    ? `The exhaustive search of the same system does not find it in its ${states} states: one of the two is wrong.`
    : `The exhaustive search was stopped at ${states} states and has not found it so far.`,
});
