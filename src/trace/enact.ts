import { ModelError, type Path, type Step, type StepKey, type System, type View } from '../model/index.ts';

import { type LiveChoice, type LiveError, LiveSystem, replay } from './live-system.ts';

/** A state on a path that was taken on live actors. */
export type LiveState = {
  readonly view: View;
  /** One text for all that the state is. */
  readonly key: string;
  /** The steps that can be taken in it. */
  readonly choices: readonly LiveChoice[];
};

/** A path as live actors took it. */
export type Enacted = {
  readonly steps: readonly Step[];
  /** Index of the first step of the part that repeats. */
  readonly loop?: number;
  /** The state before each step, and the one after the last. */
  readonly states: readonly LiveState[];
  /** Errors of the sends on starting, then those of each step. */
  readonly errors: readonly (readonly LiveError[])[];
};

/** A step of a trace that live actors cannot take, or take otherwise. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/**
 * Takes a path on live actors, from their initial states on.
 *
 * @throws ReplayError naming the step and what is possible there, or the loop that does not close.
 * @throws ModelError when the system cannot run.
 */
export function enact(system: System, keys: readonly StepKey[], loop?: number): Enacted {
  const live = new LiveSystem(system);
  const states = [stateOf(live)];
  const steps: Step[] = [];
  const errors = [live.errors];
  keys.forEach((key, index) => {
    const taken = taking(live, key, index + 1);
    steps.push(taken.step);
    errors.push(taken.errors);
    states.push(stateOf(live));
  });
  if (loop !== undefined && states[loop]!.key !== states.at(-1)!.key) {
    throw new ReplayError(
      `the loop does not close: the state after step ${keys.length} is not the one before step ${loop + 1}`,
    );
  }
  return { steps, states, errors, ...(loop !== undefined && { loop }) };
}

const stateOf = (live: LiveSystem): LiveState => ({
  view: live.view(),
  key: live.snapshotKey(),
  choices: live.enabled(),
});

function taking(live: LiveSystem, key: StepKey, number: number): ReturnType<LiveSystem['take']> {
  try {
    return live.take(key);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new ReplayError(`step ${number}: ${error.message}`);
  }
}

/**
 * Takes a path that a search found on live actors, and compares classes and sends of every step.
 *
 * @throws ReplayError at the first step that differs.
 */
export function enactFound(system: System, path: Path): Enacted {
  const replayed = replay(system, path);
  if (replayed.agrees) return enact(system, path.steps, path.loop);
  const { at, expected, got } = replayed;
  throw new ReplayError(`step ${at + 1}: the search has ${expected}, and live actors have ${got}`);
}
