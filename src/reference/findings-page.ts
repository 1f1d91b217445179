import type { Findings } from '../model/index.ts';

import type { CheckedRun } from './checked-run.ts';
import { type Dead, deadSection } from './dead-section.ts';
import { sizeText, violationsTable } from './findings-blocks.ts';
import { wrapped } from './markdown.ts';
import { type OpenQuestion, scenesOf } from './open-questions.ts';
import { lessonsSection, mutantsSection } from './lessons-section.ts';
import { openQuestionsSection } from './open-questions-section.ts';
import { outcomeTableText } from './outcome-table.ts';
import { type Drawings, violationSection } from './violation-section.ts';
import { explainedOf } from './violations.ts';

/** What the page of the findings is made from. Prose and runs fit together: `findingsFaults` is empty. */
export type FindingsSource = {
  readonly findings: Findings;
  readonly runs: readonly CheckedRun[];
  readonly questions: readonly OpenQuestion[];
  readonly dead: Dead;
  readonly drawings: Drawings;
};

/** The page of the findings: answers, violations with their traces, open questions, dead transitions. */
export function findingsPage(source: FindingsSource): string {
  const { findings, runs, questions, dead, drawings } = source;
  return `${[
    '<!-- Written by `npm run docs` from the manifest and properties/findings.ts: change those, not this. -->',
    '# Findings',
    wrapped(
      `Everything here comes from the runs of the manifest: ${sizeText(runs)} Each run explores every reachable state ` +
        'within the bounds that are named with it; outside of these bounds nothing is claimed.',
    ),
    '## Answers',
    ...findings.answers.map(({ question, says, tables }) =>
      [`### ${question}`, wrapped(says), ...tables.map((table) => outcomeTableText(table, runs))].join('\n\n'),
    ),
    '## What does not hold',
    wrapped(
      'Each claim that some run violates, each witness that some run does not reach, and each protocol error, with a ' +
        'shortest trace. Every trace was taken again on live XState actors before it was drawn.',
    ),
    violationsTable(findings, runs),
    ...explainedOf(findings.violations, runs).map((explained) => violationSection(explained, drawings)),
    '## What the documents leave open',
    wrapped(
      'Each open question decided one way and the other in the same scene, the recommended answer in bold. ' +
        '*Lost* are claims that hold with the recommended answer and not with the other one, *won* the reverse.',
    ),
    openQuestionsSection(questions, scenesOf(runs), findings),
    ...lessonsSection(findings),
    ...mutantsSection(findings),
    '## Transitions that no run takes',
    deadSection(dead),
  ].join('\n\n')}\n`;
}
