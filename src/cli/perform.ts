import { Refusal } from '../certify/index.ts';
import { CheckpointMismatch, type CheckOptions, check, checkReduced } from '../check/index.ts';
import type { Family, Landscape, Report, Run, Sweep, System, Vocable } from '../model/index.ts';
import { demand, enactFound, modelHash, ReplayError, tell, traceFile } from '../trace/index.ts';

import { certification } from './certification.ts';
import { isOfCheckpoint, kept } from './checkpoints.ts';
import { restricted } from './choose-claims.ts';
import { Failure } from './failure.ts';
import { fairnessText } from './fairness-text.ts';
import { runAt } from './point-search.ts';
import { withFitting } from './questions.ts';
import type { Answer, Job, Progress, Shown } from './searches.ts';

/** Where runs and cells come from. */
export type Specification = {
  readonly runs: () => Promise<readonly Run[]>;
  readonly sweep: () => Promise<Sweep>;
  /** The names that questions may use. Default: none. */
  readonly propositions?: () => Promise<readonly Vocable[]>;
  /** Where points come from. Default: nowhere. */
  readonly landscapes?: () => Promise<readonly Landscape[]>;
};

type Signal = { readonly aborted: boolean };

/**
 * Does a job: searches, then replays every counterexample through live actors.
 *
 * @returns a fault for what the model's author can mend; a counterexample that does not replay is an internal error.
 * @throws whatever else goes wrong.
 */
export async function perform(
  job: Job,
  specification: Specification,
  signal: Signal,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const watched: Pick<CheckOptions, 'signal' | 'onProgress'> = {
    signal,
    onProgress: ({ expanded, ...progress }) => onProgress({ ...progress, frontier: progress.states - expanded }),
  };
  const search = (system: System, families: readonly Family[], checkpoints?: CheckOptions['checkpoints']): Report =>
    check(system, {
      doubts: job.kind === 'run',
      families,
      ...job.limits,
      explain: job.kind === 'run',
      ...(job.kind === 'run' && job.certify && { evidence: true }),
      ...(checkpoints && { checkpoints }),
      ...watched,
    });
  try {
    if (job.kind === 'cell') {
      const { system } = (await specification.sweep()).cell(job.values, { timeouts: job.timeouts });
      return { kind: 'report', report: search(system, []), fairness: fairnessText(system), shown: [] };
    }
    if (job.kind === 'point') {
      const run = runAt(job, (await specification.landscapes?.()) ?? []);
      const system = run.system();
      const report = search(system, run.families);
      const shown = job.draw ? showAll(run, system, report) : [];
      return { kind: 'report', report, fairness: fairnessText(system), shown };
    }
    const known = (await specification.runs()).find(({ name }) => name === job.name)!;
    const asking = restricted(known, job.claims);
    const names = job.questions?.length ? ((await specification.propositions?.()) ?? []) : [];
    const system = known.system();
    const { run, unfit, searched } = withFitting(asking, job.questions ?? [], names, ({ families }) =>
      job.reduce
        ? checkReduced(system, { families, ...job.limits, ...watched })
        : kept(job, system, (checkpoints) => search(system, families, checkpoints)),
    );
    const { evidence, ...report } = searched;
    const answer = {
      report,
      fairness: fairnessText(system),
      shown: showAll(run, system, report),
      ...(unfit.length > 0 && { unfit }),
    };
    if (job.certify === undefined) return { kind: 'report', ...answer };
    const asked = { asked: job.claims, writes: job.certify === 'write' };
    const certified = certification(run, system, { ...report, ...(evidence && { evidence }) }, asked);
    return { kind: 'report', ...answer, certified };
  } catch (error) {
    return fault(error as Error);
  }
}

function showAll(run: Run, system: System, report: Report): readonly Shown[] {
  let model: string | undefined;
  return report.verdicts.flatMap((verdict): Shown[] => {
    const { claim, kind, path } = verdict;
    const { claims } = run.families.find(({ name }) => name === verdict.family) ?? { claims: [] };
    if (verdict.verdict !== 'violated' || !path) return [];
    const enacted = enactFound(system, path);
    demand(
      system,
      { kind, claim },
      claims.find(({ name }) => name === claim),
      enacted,
    );
    return [
      {
        claim,
        story: tell(system, path, enacted.views, verdict.explanation),
        trace: traceFile(run.name, (model ??= modelHash(system)), { ...verdict, path }),
      },
    ];
  });
}

/** One line for what the author of a chart or claim can mend. @throws the error itself when it is none of these. */
function fault(error: Error): Answer {
  if (error instanceof Failure && isOfCheckpoint(error.code))
    return { kind: 'fault', code: error.code, fault: error.message };
  if (error instanceof CheckpointMismatch)
    return {
      kind: 'fault',
      code: 22,
      fault: `cannot go on from the checkpoint: ${error.message}; ask as then, or start without --resume`,
    };
  if (error instanceof Refusal)
    return { kind: 'fault', code: 70, fault: `internal error: not certified: ${error.message}` };
  if (error instanceof ReplayError) return { kind: 'fault', code: 70, fault: `internal error: ${error.message}` };
  if (error.name === 'ModelError' && /^claim .* (throws:|gives) /.test(error.message)) {
    return { kind: 'fault', code: 14, fault: error.message };
  }
  if (error.name === 'ModelError' || error.name === 'UnknownNameError')
    return { kind: 'fault', code: 75, fault: error.message };
  if (error instanceof RangeError && /allocation failed|Invalid (typed )?array length/.test(error.message)) {
    return { kind: 'fault', code: 153, fault: 'out of memory; set a limit with --max-memory or --max-states' };
  }
  throw error;
}
