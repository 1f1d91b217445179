import type { Findings } from '../model/index.ts';

import type { CheckedRun } from './checked-run.ts';
import { type OpenQuestion, scenesOf } from './open-questions.ts';
import { outcomeTableFault } from './outcome-table.ts';
import { explainedOf, findingOf, violationsOf } from './violations.ts';

/**
 * Where prose and runs do not fit together, one line each: a violation without explanation, an explanation of nothing,
 * a run or question that is not there. Empty when the pages can be made.
 */
export function findingsFaults(
  findings: Findings,
  runs: readonly CheckedRun[],
  questions: readonly OpenQuestion[],
): readonly string[] {
  const names = runs.map(({ name }) => name);
  return [
    ...unexplained(findings, runs),
    ...unfounded(findings, runs),
    ...repeated(
      'explanation of',
      findings.violations.map(({ claim }) => claim),
    ),
    ...repeated(
      'title',
      findings.violations.map(({ title }) => title),
    ),
    ...openFaults(findings, runs, questions),
    ...findings.answers.flatMap(({ tables }) => tables.flatMap((table) => outcomeTableFault(table, names) ?? [])),
  ];
}

function unexplained({ violations }: Findings, runs: readonly CheckedRun[]): readonly string[] {
  return violationsOf(runs)
    .filter(({ claim }) => !findingOf(violations, claim))
    .map(({ claim, verdict, runs: where }) => `"${claim}" is ${verdict} in ${where[0]!.name} and not explained`);
}

function unfounded({ violations }: Findings, runs: readonly CheckedRun[]): readonly string[] {
  const explained = explainedOf(violations, runs);
  return violations.flatMap((finding): readonly string[] => {
    const known = explained.find((one) => one.finding === finding);
    if (!known) return [`"${finding.claim}" is explained, and no run violates it`];
    const names = known.violations.flatMap(({ runs: where }) => where.map(({ name }) => name));
    if (names.includes(finding.run)) return [];
    return [`"${finding.claim}" shall be shown by ${finding.run}, which does not violate it; ${names[0]!} does`];
  });
}

const repeated = (what: string, names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `the ${what} "${name}" is there twice`,
  );

function openFaults(
  { holes, unmodelled }: Findings,
  runs: readonly CheckedRun[],
  questions: readonly OpenQuestion[],
): readonly string[] {
  const decided = new Set(scenesOf(runs).map(({ id }) => id));
  const known = new Set(questions.map(({ id }) => id));
  const explained = holes.map(({ id }) => id);
  return [
    ...questions.flatMap(({ id }): readonly string[] => {
      if (decided.has(id) && !explained.includes(id)) return [`${id} has runs, and nothing says what they show`];
      if (decided.has(id) && id in unmodelled) return [`${id} has runs, and a reason why it has none`];
      if (!decided.has(id) && !(id in unmodelled)) return [`${id} has no runs, and nothing says why`];
      return [];
    }),
    ...[...decided, ...explained, ...Object.keys(unmodelled)]
      .filter((id, index, all) => !known.has(id) && all.indexOf(id) === index)
      .map((id) => `there is no open question ${id}`),
    ...explained.filter((id) => known.has(id) && !decided.has(id)).map((id) => `${id} is told of, and has no runs`),
    ...repeated('open question', explained),
  ];
}
