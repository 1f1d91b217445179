import type { Run, Sweep } from '../model/index.ts';
import {
  answersList,
  type CheckedRun,
  failuresBlock,
  fillBlocks,
  findingsFaults,
  findingsPage,
  MarkedBlockError,
  sizeText,
  verdictText,
} from '../reference/index.ts';
import { colourless, unicode } from '../trace/index.ts';

import { counterexampleText } from './counterexample-text.ts';
import { deadTransitions } from './dead-transitions.ts';
import { withReasons } from './doubts.ts';
import { DrawingBoard } from './drawing-board.ts';
import { exchange, exchangePictures } from './exchanges.ts';
import { Failure } from './failure.ts';
import { readFrontier } from './frontier-file.ts';
import { frontierSource } from './frontier-source.ts';
import type { Prose } from './prose.ts';
import { referencePages } from './reference-pages.ts';
import type { Answer } from './searches.ts';
import type { Swept } from './swept.ts';

/** A run with its report and the violations that were replayed. */
export type Searched = { readonly run: Run; readonly answer: Extract<Answer, { kind: 'report' }> };

/** All that was searched: the runs of the manifest, the cells of the matrices, and the sweep that these are of. */
export type Explored = {
  readonly searched: readonly Searched[];
  readonly swept: readonly Swept[];
  readonly sweep: Sweep;
};

/** What `docs` writes. */
export type Documents = {
  /** Pages and pictures that are kept in the repository, by their paths. */
  readonly pages: ReadonlyMap<string, string>;
  /** Pictures for the site alone, by their names. */
  readonly pictures: ReadonlyMap<string, string>;
};

/** How wide a drawing may be, so that a page shows it without scrolling. */
const columns = 112;
const plain = { paint: colourless, glyphs: unicode, columns };
const findingsFile = 'docs/findings.md';
const tracesFile = 'docs/traces.md';
/** Whose traces are shown beside those of transfers that complete: the race, the deadlock, the theft. */
const firstFailures = ['P16', 'P21', 'P23'];

/**
 * Everything that is generated, wholly or in part.
 *
 * @param read gives the page that is there, of which only marked parts are made anew.
 * @throws Failure (150) naming everything in which prose, clauses and runs do not fit together.
 */
export async function documents(
  { searched, swept, sweep }: Explored,
  prose: Prose,
  read: (path: string) => Promise<string>,
): Promise<Documents> {
  const { findings, questions, clause } = prose;
  const runs = searched.map(({ run, answer }): CheckedRun => {
    const { name, summary, bounds } = run;
    return { name, summary, bounds, report: answer.report };
  });
  const faults = findingsFaults(findings, runs, questions);
  if (faults.length > 0) throw new Failure(`properties/findings.ts does not fit the runs:\n  ${faults.join('\n  ')}`);
  const dead = withReasons(deadTransitions(runs.map(({ report }) => report)), prose.dead);
  const drawings = { clause, trace: (run: string, claim: string) => drawn(searched, run, claim) };
  const first = {
    picture: exchange(searched, 'picture'),
    size: sizeText(runs),
    verdicts: verdictText(runs),
    answers: answersList(findings, findingsFile),
  };
  const traces = {
    failures: failuresBlock(findings, runs, firstFailures, drawings, 'findings.md'),
    figure: exchange(searched, 'figure', 'docs/'),
    example: exchange(searched, 'example', 'docs/'),
  };
  const kept = await readFrontier({ readFile: read });
  const frontier = kept && frontierSource(kept, prose.landscapes);
  const board = new DrawingBoard();
  const pages = new Map([
    [findingsFile, findingsPage({ findings, runs, questions, dead, drawings })],
    ['README.md', filled('README.md', await read('README.md'), first)],
    [tracesFile, filled(tracesFile, await read(tracesFile), traces)],
    ...exchangePictures(searched),
    ...(await referencePages({ searched, runs, swept, sweep, prose, board, frontier, read })),
  ]);
  return { pages, pictures: board.pictures };
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
