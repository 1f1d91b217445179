/** Tries systems that fast-check makes up, under schedules that it makes up, and fails with a text that can be acted on. */
import fc from 'fast-check';
import { expect } from 'vitest';

import { ModelError } from '../../src/model/index.ts';
import type { Attempt } from './attempt.ts';
import type { Breach } from './breach.ts';
import { breachText } from './breach-text.ts';
import { type Habits, Journeys } from './journey.ts';
import { type Schedule, schedules } from './schedule.ts';
import { Survey } from './survey.ts';

export type Trial<Configuration> = {
  readonly configurations: fc.Arbitrary<Configuration>;
  /** Builds the system of a configuration anew. */
  readonly attempt: (configuration: Configuration) => Attempt;
  /** Without FC_RUNS: how many configurations are tried. */
  readonly runs: number;
  /** Gives what is known of a system exhaustively. Default: a search of it. */
  readonly survey?: (attempt: Attempt) => Survey;
  /** Where this stands in for the environment, and for the running test. */
  readonly fixed?: { readonly seed: number; readonly path?: string; readonly test: string; readonly file: string };
};

/** The seed of every day: a check of the same sources gives the same answer twice. */
const usual = 438_478;

/** What fails a trial: a breach, and where it was seen. */
class Failure extends Error {
  readonly attempt: Attempt;
  readonly breach: Breach;
  constructor(attempt: Attempt, breach: Breach) {
    super(breach.what);
    this.attempt = attempt;
    this.breach = breach;
  }
}

/** How many configurations showed nothing wrong, and of how many of these all states were searched. */
export type Passed = { readonly passed: number; readonly searched: number };

/**
 * Tries `FC_RUNS` configurations, with seed `FC_SEED` and path `FC_PATH` where given. Who says nothing gets as many as the
 * trial says, and always the same ones; who asks for a number gets others every time.
 *
 * @throws Error with the smallest configuration that fast-check comes to, the trace as a ladder, and the line that
 * repeats it.
 */
export function expectNoBreach<Configuration>(trial: Trial<Configuration>): Passed {
  const { FC_RUNS, FC_SEED, FC_PATH } = process.env;
  const { fixed, configurations } = trial;
  const examine = examiner(trial);
  let [passed, searched] = [0, 0];
  const details = fc.check(
    fc.property(configurations, schedules, (configuration, several) => {
      if (examine(configuration, several).report.complete) searched++;
      passed++;
    }),
    {
      numRuns: fixed ? trial.runs : Number(FC_RUNS ?? trial.runs),
      ...repeated(fixed ?? { seed: FC_SEED ?? (FC_RUNS === undefined ? usual : undefined), path: FC_PATH }),
    },
  );
  if (!details.failed) return { passed, searched };
  const { errorInstance, counterexample, counterexamplePath, numRuns, numShrinks, seed } = details;
  if (!(errorInstance instanceof Failure)) throw errorInstance ?? new Error('no configuration could be made');
  const { currentTestName = '', testPath = '' } = expect.getState();
  throw new Error(
    breachText(errorInstance.attempt.system, errorInstance.breach, {
      test: fixed?.test ?? currentTestName,
      file: fixed?.file ?? testPath.slice(testPath.indexOf('test/orderings')),
      configuration: fc.stringify(counterexample?.[0]),
      runs: numRuns,
      shrinks: numShrinks,
      seed,
      path: counterexamplePath ?? '',
    }),
  );
}

/** Where fast-check starts from, if that is said. */
const repeated = ({
  seed,
  path,
}: {
  readonly seed?: number | string | undefined;
  readonly path?: string | undefined;
}) => ({
  ...(seed !== undefined && { seed: Number(seed) }),
  ...(path !== undefined && { path }),
});

/** Examines configurations; the last one's search is kept, for its schedules are what shrinks most. */
function examiner<Configuration>({
  attempt: make,
  survey: look = ({ system }) => new Survey(system),
}: Trial<Configuration>) {
  type Known = {
    readonly key: string;
    readonly attempt: Attempt;
    readonly survey: Survey;
    readonly journeys: Journeys;
  };
  let last: Known | undefined;
  const known = (configuration: Configuration): Known => {
    const key = fc.stringify(configuration);
    if (last?.key === key) return last;
    const attempt = make(configuration);
    try {
      const survey = look(attempt);
      return (last = { key, attempt, survey, journeys: new Journeys(attempt, survey) });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      throw new Failure(attempt, { what: error.message, search: 'So says the exhaustive search.', steps: [] });
    }
  };
  /** @throws Failure when a run shows what it must not. */
  return (configuration: Configuration, schedules: readonly Schedule[]): Survey => {
    const { attempt, survey, journeys } = known(configuration);
    const habits: Habits = new Map();
    for (const schedule of schedules) {
      const breach = journeys.take(schedule, habits);
      if (breach !== undefined) throw new Failure(attempt, breach);
    }
    return survey;
  };
}
