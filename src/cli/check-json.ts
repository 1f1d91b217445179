import type { Certification } from './certification.ts';
import type { Checked, Done } from './checked.ts';
import { deadTransitions } from './dead-transitions.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';

/** What `check --json` prints: stable names, every run in the order of the manifest. */
export function checkJson(done: readonly Done[], drift: readonly string[], code: ExitCode, reproduce: string): unknown {
  const reports = done.flatMap(({ checked }) => checked?.answer.report ?? []);
  return {
    exitCode: code,
    verdict: exitCodes[code],
    complete: reports.length === done.length && reports.every(({ complete, reduced }) => complete && !reduced),
    runs: done.map(({ run, answer, checked }) => {
      const { name, summary, bounds } = run;
      if (answer.kind === 'fault') return { name, summary, bounds, fault: answer.fault, exitCode: answer.code };
      return checked ? runJson(checked) : { name, summary, bounds, notStarted: true };
    }),
    transitions: deadTransitions(reports),
    drift,
    reproduce,
  };
}

function runJson({ run, answer, verdicts, differences, doubts, files }: Checked): unknown {
  const { complete, stopped, states, steps, depth, outcomes, cost, reduced } = answer.report;
  return {
    name: run.name,
    summary: run.summary,
    bounds: run.bounds,
    fairness: answer.fairness,
    complete,
    ...(stopped !== undefined && { stopped }),
    states,
    steps,
    depth,
    ...(reduced && { reduced }),
    cost,
    claims: verdicts.map(({ claim, kind, family, cites, verdict, detail, path, explanation, asExpected }) => ({
      claim,
      kind,
      family,
      cites,
      verdict,
      expected: asExpected ?? null,
      ...(detail !== undefined && { detail }),
      ...(explanation && { explanation }),
      ...(path && { length: path.steps.length }),
      ...(path?.loop !== undefined && { loop: path.loop }),
      ...(files[claim] !== undefined && { trace: files[claim] }),
    })),
    ...(answer.certified && { certified: certifiedJson(answer.certified) }),
    outcomes: outcomes.map(({ name, fine, path }) => ({ name, fine, length: path.steps.length })),
    differences,
    doubts,
    interesting: (answer.report.interesting ?? []).map(({ claim, part, by, path }) => ({
      claim,
      part,
      by,
      length: path.steps.length,
      ...(path.loop !== undefined && { loop: path.loop }),
    })),
    assumptions: answer.report.assumptions ?? [],
  };
}

const certifiedJson = ({ text: _, ...certified }: Certification): unknown => certified;
