import type { Sweep } from '../model/index.ts';
import {
  type CheckedRun,
  claimNames,
  claimsOf,
  claimsPage,
  clauseFaults,
  clausePages,
  type Decision,
  decisionPage,
  decisionPlace,
  decisionsIndex,
  frontierPages,
  type FrontierSource,
  places,
  referenceIndex,
  runsPage,
  scenesOf,
  statesCiting,
  verdictPages,
} from '../reference/index.ts';
import { enactFound, tell } from '../trace/index.ts';

import { chartPages, chartSources } from './chart-pages.ts';
import { ended } from './counterexample-text.ts';
import type { Searched } from './documents.ts';
import type { DrawingBoard } from './drawing-board.ts';
import { Failure } from './failure.ts';
import type { Prose } from './prose.ts';
import { mutationPages } from './mutation-pages.ts';
import { type Swept, sweptMatrices } from './swept.ts';

/** What the pages of the reference are made from. */
export type ReferenceSource = {
  readonly searched: readonly Searched[];
  readonly runs: readonly CheckedRun[];
  readonly swept: readonly Swept[];
  readonly sweep: Sweep;
  readonly prose: Prose;
  readonly board: DrawingBoard;
  /** What every claim needs; undefined where nobody has searched it. */
  readonly frontier: FrontierSource | undefined;
  readonly read: (path: string) => Promise<string>;
};

/**
 * The pages of the reference and the diagrams of the charts, by their paths.
 *
 * @throws Failure (150) naming every clause without transition, claim or reason.
 */
export async function referencePages(source: ReferenceSource): Promise<ReadonlyMap<string, string>> {
  const { searched, runs, swept, sweep, prose, board, frontier, read } = source;
  const { findings, questions, clauses, noRule, matrices, dividedBy } = prose;
  const seen = searched.map(({ run, answer }) => ({ system: run.system(), report: answer.report }));
  const sources = await chartSources(seen, read);
  const charts = sources.map(({ chart }) => chart);
  const claims = claimsOf(runs);
  const clauseSource = { clauses, charts, claims, noRule };
  const faults = clauseFaults(clauseSource);
  if (faults.length > 0)
    throw new Failure(`machines/clauses does not fit charts and claims:\n  ${faults.join('\n  ')}`);
  const scenes = scenesOf(runs);
  const decisions = questions.map((question): Decision => ({
    question,
    clause: clauses.find(({ id }) => id === question.id)!,
    scenes: scenes.filter(({ id }) => id === question.id),
    findings,
    states: statesCiting(charts, question.id),
    claims: claims.filter(({ cites }) => cites.includes(question.id)),
    ...drawings(searched, board),
  }));
  const size = {
    charts: charts.length,
    decisions: decisions.length,
    clauses: clauses.length,
    claims: claimNames(claims).size,
    runs: runs.length,
  };
  return new Map([
    [places.reference, referenceIndex(size)],
    ...chartPages(sources),
    [places.decisions, decisionsIndex(decisions)],
    ...decisions.map((decision) => [decisionPlace(decision.question.id), decisionPage(decision)] as const),
    ...verdictPages(sweptMatrices(matrices, swept, sweep, board), dividedBy),
    ...clausePages(clauseSource),
    ...(frontier ? frontierPages(frontier) : []),
    [places.claims, claimsPage(claims, findings)],
    [places.runs, runsPage(runs, findings)],
    ...(await mutationPages(read)),
  ]);
}

/** How the pages of the decisions get their ladders: of a violated claim, of a kind of end. */
function drawings(searched: readonly Searched[], board: DrawingBoard): Pick<Decision, 'violation' | 'end'> {
  const of = (name: string): Searched => searched.find(({ run }) => run.name === name)!;
  return {
    violation: (name, claim) => {
      const shown = of(name).answer.shown.find((candidate) => candidate.claim === claim)!;
      return board.draw(shown.story, { text: ended(shown), bad: true }, claim);
    },
    end: (name, end) => {
      const { run, answer } = of(name);
      const { path, fine } = answer.report.outcomes.find((outcome) => outcome.name === end)!;
      const system = run.system();
      return board.draw(tell(system, path, enactFound(system, path).views), { text: `ends: ${end}`, bad: !fine });
    },
  };
}
