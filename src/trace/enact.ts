import { ModelError, type Path, type Step, type StepKey, type System, type View } from '../model/index.ts';

import { type LiveChoice, type LiveError, LiveSystem, replay } from './live-system.ts';

/** A path as live actors took it. */
export type Enacted = {
  readonly steps: readonly Step[];
  /** Index of the first step of the part that repeats. */
  readonly loop?: number;
  /** The state before each step, and the one after the last. */
  readonly views: readonly View[];
  /** What can be taken in each state of the loop; without one, in the last state. */
  readonly choices: readonly (readonly LiveChoice[])[];
  /** What went wrong in the last step, or on starting where there is none. */
  readonly errors: readonly LiveError[];
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
  const witness = new Witness(keys.length, loop);
  let { errors } = live;
  witness.see(live);
  const steps = keys.map((key, index) => {
    const taken = taking(live, key, index + 1);
    ({ errors } = taken);
    witness.see(live);
    return taken.step;
  });
  if (witness.loopKey !== undefined && witness.loopKey !== live.snapshotKey()) {
    throw new ReplayError(
      `the loop does not close: the state after step ${keys.length} is not the one before step ${loop! + 1}`,
    );
  }
  return { steps, ...witness.seen(), errors, ...(loop !== undefined && { loop }) };
}

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
  const witness = new Witness(path.steps.length, path.loop);
  const replayed = replay(system, path, (live) => witness.see(live));
  if (replayed.agrees) return { ...path, ...witness.seen(), errors: replayed.errors };
  const { at, expected, got } = replayed;
  throw new ReplayError(`step ${at + 1}: the search has ${expected}, and live actors have ${got}`);
}

/** Notes what is seen along a path: every state, and what can be taken where the path ends or repeats. */
class Witness {
  readonly #views: View[] = [];
  readonly #choices: (readonly LiveChoice[])[] = [];
  readonly #length: number;
  readonly #loop: number | undefined;
  /** The state that the loop starts in, as one text. */
  loopKey: string | undefined;

  constructor(length: number, loop: number | undefined) {
    this.#length = length;
    this.#loop = loop;
  }

  see(live: LiveSystem): void {
    const at = this.#views.length;
    this.#views.push(live.view());
    if (at === this.#loop) this.loopKey = live.snapshotKey();
    const counts = this.#loop === undefined ? at === this.#length : at >= this.#loop && at < this.#length;
    if (counts) this.#choices.push(live.enabled());
  }

  seen(): Pick<Enacted, 'views' | 'choices'> {
    return { views: this.#views, choices: this.#choices };
  }
}
