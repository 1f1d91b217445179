import type { Run, StepKey, System } from '../model/index.ts';

/** A trail as steps of a system. */
export type Trail = {
  readonly steps: readonly StepKey[];
  /** Index of the first step of the part that repeats. */
  readonly loop?: number;
  /** What the trail itself says that it shows: a claim, a protocol error, `end <name>`. */
  readonly found?: string;
};

/** Reads the trails of one checker. */
export type TrailReader = {
  readonly name: string;
  /** Whether a text looks like one of its trails. */
  readonly reads: (text: string) => boolean;
  /** @throws Failure (150) naming the place, when it is none, or of another export. */
  readonly read: (text: string, run: Run, system: System) => Trail;
};
