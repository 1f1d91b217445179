import type { Run } from '../model/index.ts';
import {
  answersList,
  type CheckedRun,
  fillBlocks,
  findingsFaults,
  findingsPage,
  MarkedBlockError,
  sizeText,
  verdictText,
  violationsTable,
} from '../reference/index.ts';
import { colourless, unicode } from '../trace/index.ts';

import { counterexampleText } from './counterexample-text.ts';
import { deadTransitions } from './dead-transitions.ts';
import { exchanges } from './exchanges.ts';
import { Failure } from './failure.ts';
import type { Prose } from './prose.ts';
import type { Answer } from './searches.ts';

/** A run with its report and the violations that were replayed. */
export type Searched = { readonly run: Run; readonly answer: Extract<Answer, { kind: 'report' }> };

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 112;
const plain = { paint: colourless, glyphs: unicode, columns };
const findingsFile = 'docs/findings.md';

/**
 * The pages that are generated, wholly or in part, by their paths.
 *
 * @param read gives the page that is there, of which only marked parts are made anew.
 * @throws Failure (150) naming everything in which prose and runs do not fit together.
 */
export async function documents(
  searched: readonly Searched[],
  { findings, questions, clause }: Prose,
  read: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const runs = searched.map(({ run, answer }): CheckedRun => {
    const { name, summary, bounds } = run;
    return { name, summary, bounds, report: answer.report };
  });
  const faults = findingsFaults(findings, runs, questions);
  if (faults.length > 0) throw new Failure(`properties/findings.ts does not fit the runs:\n  ${faults.join('\n  ')}`);
  const dead = deadTransitions(runs.map(({ report }) => report));
  const drawings = { clause, trace: (run: string, claim: string) => drawn(searched, run, claim) };
  const blocks = {
    size: sizeText(runs),
    verdicts: verdictText(runs),
    answers: answersList(findings, findingsFile),
    violations: violationsTable(findings, runs, findingsFile),
    ...exchanges(searched),
  };
  return new Map([
    [findingsFile, findingsPage({ findings, runs, questions, dead, drawings })],
    ['README.md', filled('README.md', await read('README.md'), blocks)],
  ]);
}

/** The shortest trace of a violated claim as the terminal shows it. */
function drawn(searched: readonly Searched[], name: string, claim: string): readonly string[] {
  const { answer } = searched.find(({ run }) => run.name === name)!;
  const shown = answer.shown.find((candidate) => candidate.claim === claim)!;
  return counterexampleText(shown, plain).split('\n');
}

/** @throws Failure (150) when a marked part of the page cannot be made. */
function filled(path: string, page: string, blocks: Readonly<Record<string, string>>): string {
  try {
    return fillBlocks(page, blocks);
  } catch (error) {
    if (error instanceof MarkedBlockError) throw new Failure(`${path}: ${error.message}`);
    throw error;
  }
}
