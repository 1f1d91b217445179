import { type Expected, nearest, type Report, type Run, type Verdict } from '../model/index.ts';

import type { ExitCode } from './exit-codes.ts';
import { counted } from './progress.ts';

/** Where a report and the manifest differ, or where the report cannot tell. */
export type Difference = { readonly code: ExitCode; readonly text: string };

/** A verdict, and whether the manifest has it so; `undefined` where a partial search or the manifest leaves it open. */
export type Judged = Verdict & { readonly asExpected: boolean | undefined };

/** Whether a verdict tells of something that is not as one would wish. */
export const isBad = ({ verdict }: Pick<Verdict, 'verdict'>): boolean =>
  verdict === 'violated' || verdict === 'not reached';

/** Each verdict beside what the manifest expects of its claim. */
export function judged(report: Report, expected: Run['expected']): readonly Judged[] {
  const bad = new Set(expected?.violated);
  const open = ({ verdict }: Verdict): boolean => expected === undefined || verdict === 'not finished';
  return report.verdicts.map((verdict) => ({
    ...verdict,
    asExpected: open(verdict) ? undefined : isBad(verdict) === bad.has(verdict.claim),
  }));
}

/** Everything in which a report differs from the manifest, worst first within each kind; empty when all is as expected. */
export function differences(report: Report, expected: Run['expected']): readonly Difference[] {
  if (!expected) return [unknownYet, ...unfinished(report)];
  const all = judged(report, expected);
  return [
    ...all.filter(({ asExpected }) => asExpected === false).map(wrongVerdict),
    ...unmet(report, expected),
    ...open(report, all, expected),
    ...(report.stopped === undefined ? (report.reduced ? unknownEnds : drift)(report, expected) : []),
  ];
}

/** What is said of a run that stands in the manifest and has not been searched for it. */
const unknownYet: Difference = { code: 20, text: 'nothing is expected of it yet: npm run renew' };

/** Whether a run is as the manifest has it, differs from it, or was stopped before that could be told. */
export function standing(found: readonly Difference[]): 'as expected' | 'not as expected' | 'not finished' {
  if (found.length === 0) return 'as expected';
  return found.every(({ code }) => code === 30 || code === 130) ? 'not finished' : 'not as expected';
}

/** The exit code of a claim's kind. */
function codeOf({ kind, claim }: Pick<Verdict, 'kind' | 'claim'>): ExitCode {
  if (kind === 'reaches') return 21;
  if (kind === 'protocol error') return claim === 'deadlock' ? 11 : claim === 'livelock' ? 13 : 12;
  const ofRuns = kind === 'leadsTo' || kind === 'ltl' || kind === 'alwaysPossible' || kind === 'outcomes';
  return ofRuns ? 13 : 12;
}

function wrongVerdict(verdict: Judged): Difference {
  const expected = isBad(verdict)
    ? ''
    : verdict.kind === 'reaches'
      ? ', expected not to be'
      : ', expected to be violated';
  const detail = verdict.kind === 'protocol error' && verdict.detail !== undefined ? ` (${verdict.detail})` : '';
  return { code: codeOf(verdict), text: `"${verdict.claim}": ${verdict.verdict}${expected}${detail}` };
}

const protocolErrors: readonly string[] = ['deadlock', 'livelock', 'unspecified reception', 'bound hit'];

/** Names in the manifest for which the report has no verdict. */
function unmet(report: Report, expected: Expected): readonly Difference[] {
  const told = new Set(report.verdicts.map(({ claim }) => claim));
  return (expected.violated ?? [])
    .filter((claim) => !told.has(claim))
    .map((claim) => {
      if (!protocolErrors.includes(claim)) {
        const near = nearest(claim, [...told, ...protocolErrors]);
        const hint = near === undefined ? '' : `; did you mean "${near}"?`;
        return {
          code: 10,
          text: `the manifest expects "${claim}" to be violated, and the run has no such claim${hint}`,
        };
      }
      if (report.stopped !== undefined) return { code: 30, text: `"${claim}": not found so far` };
      return { code: codeOf({ kind: 'protocol error', claim }), text: `"${claim}": does not occur, expected to` };
    });
}

/** What a search that did not come to its end leaves open. An expected bound hit leaves open what it must. */
function open(report: Report, all: readonly Judged[], expected: Expected): readonly Difference[] {
  if (report.stopped !== undefined) return unfinished(report);
  if (report.reduced) {
    const left = all.filter(({ verdict, kind }) => verdict === 'not finished' && kind !== 'protocol error').length;
    return left === 0
      ? []
      : [{ code: 30, text: `${counted(left, 'claim')} left open: a reduced search cannot decide them` }];
  }
  if (report.complete) return [];
  const undecided = all.filter(({ verdict }) => verdict === 'not finished').length;
  if (undecided === 0 || expected.violated?.includes('bound hit')) return [];
  return [{ code: 30, text: `${undecided} claims cannot be decided, because a bound was hit` }];
}

/** Why a search was stopped before its end, if it was. */
function unfinished({ stopped }: Report): readonly Difference[] {
  if (stopped === undefined) return [];
  if (stopped === 'interrupted') return [{ code: 130, text: 'interrupted' }];
  return [{ code: 30, text: `stopped by the limit of ${stopped}` }];
}

/** Ends that a reduced search found and the manifest has not; those that are loops it does not look for. */
function unknownEnds({ outcomes }: Report, expected: Expected): readonly Difference[] {
  const found = outcomes.map(({ name }) => name).filter((name) => !expected.outcomes.includes(name));
  return found.length === 0 ? [] : [{ code: 13, text: `ends that the manifest has not: ${found.sort().join(', ')}` }];
}

function drift(report: Report, expected: Expected): readonly Difference[] {
  const numbers = (['states', 'steps', 'depth'] as const)
    .filter((name) => report[name] !== expected[name])
    .map((name): Difference => ({
      code: 20,
      text: `${name}: ${report[name]}, and the manifest has ${expected[name]}`,
    }));
  const found = [...new Set(report.outcomes.map(({ name }) => name))].sort().join(', ') || 'none';
  const known = [...new Set(expected.outcomes)].sort().join(', ') || 'none';
  if (found === known) return numbers;
  return [{ code: 13, text: `ends: ${found}, and the manifest has ${known}` }, ...numbers];
}
