import type { Findings } from '../model/index.ts';

import type { CheckedRun } from './checked-run.ts';
import { anchor, counted, grouped, markdownTable, references, wrapped } from './markdown.ts';
import { explainedOf, headingOf, labelOf } from './violations.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How much was checked, in one sentence. */
export function sizeText(runs: readonly CheckedRun[]): string {
  const reports = runs.map(({ report }) => report);
  const claims = new Set(
    reports.flatMap(({ verdicts }) =>
      verdicts.flatMap(({ claim, kind }) => (kind === 'protocol error' ? [] : [claim])),
    ),
  );
  const states = sum(reports.map((report) => report.states));
  const steps = sum(reports.map((report) => report.steps));
  return `${counted(runs.length, 'run')} of ${counted(claims.size, 'claim')}, ${grouped(states)} states, ${grouped(steps)} steps.`;
}

/** What came of it, in one sentence. */
export function verdictText(runs: readonly CheckedRun[]): string {
  const verdicts = runs.flatMap(({ report }) => report.verdicts);
  const good = verdicts.filter(({ verdict }) => verdict === 'holds' || verdict === 'reached').length;
  const bad = verdicts.filter(({ verdict }) => verdict === 'violated' || verdict === 'not reached').length;
  const partial = runs.filter(({ report }) => !report.complete).length;
  const reach = partial === 0 ? 'All are complete within their bounds' : `${counted(partial, 'run')} not complete`;
  return `${reach}: ${counted(good, 'verdict')} that a claim holds or is reached, ${grouped(bad)} that it does not.`;
}

/** The questions, each with the first sentence of its answer and the way to the whole of it. */
export const answersList = ({ answers }: Findings, page: string): string =>
  answers
    .map(({ question, says }) => {
      const [first] = says.split(/(?<=[.!?]) (?=[A-Z])/, 1);
      return wrapped(`- [${question}](${page}#${anchor(question)}) ${first}`, 118).replaceAll('\n', '\n  ');
    })
    .join('\n');

/** A table of all that does not hold: in how many runs, and how many steps the shortest trace has. */
export function violationsTable(findings: Findings, runs: readonly CheckedRun[]): string {
  const heads = [
    { head: '' },
    { head: 'what does not hold' },
    { head: 'runs', right: true as const },
    { head: 'shortest', right: true as const },
  ];
  const rows = explainedOf(findings.violations, runs).map(({ finding, violations }) => {
    const where = new Set(violations.flatMap((violation) => violation.runs));
    const claims = new Set(violations.map(({ claim }) => claim));
    const lengths = [...where].flatMap(({ report }) =>
      report.verdicts.flatMap(({ claim, path }) => (path && claims.has(claim) ? [path.steps.length] : [])),
    );
    return [
      `[${labelOf(finding)}]`,
      labelOf(finding) === finding.title ? '' : finding.title,
      grouped(where.size),
      lengths.length === 0 ? 'not reached' : grouped(Math.min(...lengths)),
    ];
  });
  return `${markdownTable(heads, rows)}\n\n${violationReferences(findings)}`;
}

const violationReferences = ({ violations }: Findings): string =>
  references(
    violations.map((finding) => ({ label: labelOf(finding), heading: headingOf(finding) })),
    '',
  );
