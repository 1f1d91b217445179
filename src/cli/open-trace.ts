import type { Claim, Run, System, Vocable } from '../model/index.ts';
import {
  enact,
  type Enacted,
  modelHash,
  ReplayError,
  readTrace,
  refutation,
  type Story,
  tell,
  TraceFormatError,
  type TraceFile,
} from '../trace/index.ts';

import { Failure, unknown } from './failure.ts';
import { askedClaim } from './questions.ts';
import type { Session } from './session.ts';

/** A trace of a file, taken again on live actors. */
export type OpenedTrace = {
  readonly trace: TraceFile;
  readonly system: System;
  readonly path: Enacted;
  readonly story: Story;
  /** Whether the run's system is still the one that the trace was made from. */
  readonly sameModel: boolean;
  /** Why the trace does not show what it is said to show; undefined when it does. */
  readonly why?: string;
};

/**
 * Reads a trace and takes its steps on live actors.
 *
 * @param anyway whether a trace of another version of the model is welcome.
 * @throws Failure (150) when the file holds no trace, or of a run or claim that there is not; (22) when the model is
 * another or a step cannot be taken.
 */
export async function openTrace(
  file: string,
  anyway: boolean,
  session: Pick<Session, 'readFile' | 'runs' | 'propositions'>,
): Promise<OpenedTrace> {
  const trace = read(file, await session.readFile(file));
  const run = runOf(trace, await session.runs(), file);
  const system = run.system();
  const model = modelHash(system);
  if (model !== trace.model && !anyway) {
    throw new Failure(
      `${file} was made from another model of ${trace.run} (${trace.model.slice(0, 12)}, now ${model.slice(0, 12)}); ` +
        `check the run again, or try the trace with --anyway`,
      22,
    );
  }
  const path = replayed(file, () => enact(system, trace.steps, trace.loop));
  const why = refutation(system, trace, claimOf(trace, run, file, await session.propositions()), path);
  const story = tell(system, path, path.views, trace.explanation);
  return { trace, system, path, story, sameModel: model === trace.model, ...(why !== undefined && { why }) };
}

function read(file: string, text: string): TraceFile {
  try {
    return readTrace(text);
  } catch (error) {
    if (error instanceof TraceFormatError) throw new Failure(`${file}: ${error.message}`);
    throw error;
  }
}

function runOf(trace: TraceFile, runs: readonly Run[], file: string): Run {
  const run = runs.find(({ name }) => name === trace.run);
  if (run) return run;
  const { message } = unknown(
    'run',
    trace.run,
    runs.map(({ name }) => name),
  );
  throw new Failure(`${file}: ${message}`);
}

function claimOf(trace: TraceFile, run: Run, file: string, names: readonly Vocable[]): Claim | undefined {
  const { kind, claim } = trace;
  const claims = run.families.flatMap((family) => family.claims);
  const found = claims.find(({ name }) => name === claim) ?? askedClaim(trace, names);
  if (found || kind === 'protocol error') return found;
  const { message } = unknown(
    `claim of the run ${run.name}`,
    claim,
    claims.map(({ name }) => name),
  );
  throw new Failure(`${file}: ${message}`);
}

function replayed<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ReplayError) throw new Failure(`${file} does not replay: ${error.message}`, 22);
    throw error;
  }
}
