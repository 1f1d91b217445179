import type { Findings } from '../model/index.ts';

import { type CheckedClaim, type CitingState, type ClauseEntry } from './citations.ts';
import { endsOf } from './checked-run.ts';
import { findingLinks } from './claim-links.ts';
import { type Drawing, drawingText } from './drawing.ts';
import { codeBlock, counted, grouped, linkedTable, wrapped } from './markdown.ts';
import { generatedNote } from './generated-note.ts';
import type { OpenQuestion, Option, Scene } from './open-questions.ts';
import { between, chartPlace, decisionPlace, places } from './page-links.ts';
import { familyAnchor } from './claims-page.ts';
import { stateAnchor } from './chart-page.ts';

/** What the page of an open question is made from. */
export type Decision = {
  readonly question: OpenQuestion & { readonly options: readonly string[] };
  readonly clause: ClauseEntry;
  readonly scenes: readonly Scene[];
  readonly findings: Findings;
  /** Where the charts and the claims answer to it. */
  readonly states: readonly CitingState[];
  readonly claims: readonly CheckedClaim[];
  /** Shortest ways, drawn: to the violation of a claim, to a kind of end. */
  readonly violation: (run: string, claim: string) => Drawing;
  readonly end: (run: string, end: string) => Drawing;
};

/** The page of one open question: what it is, what every answer leads to, which is recommended, and why. */
export function decisionPage(decision: Decision): string {
  const { question, clause, scenes, findings } = decision;
  const page = decisionPlace(question.id);
  return `${[
    generatedNote('the runs `holes/`, machines/clauses and properties/findings/holes.ts'),
    `# ${question.id}: ${question.question}`,
    `Where it is open: ${clause.document}, ${clause.place}.`,
    '## The answers that one may give',
    question.options
      .map((option) => (option === question.recommended ? `- **${option}** (recommended)` : `- ${option}`))
      .join('\n'),
    `## Recommended: ${question.recommended}`,
    wrapped(findings.holes.find(({ id }) => id === question.id)?.says ?? `${findings.unmodelled[question.id]}`),
    ...(scenes.length === 0
      ? ['No runs compare the answers.']
      : [
          '## What the checker finds',
          wrapped(
            'Each scene is the same scenario with each answer; the first one, in bold, is what the others are compared ' +
              'with. *Lost* are claims that hold with it and not with the other answer, *won* the reverse.',
          ),
          ...scenes.flatMap((scene) => sceneSection(scene, decision, page)),
          codeBlock([`npx matching-rfc check holes/${question.id}`], 'sh'),
        ]),
    '## Where it lives',
    livesText(decision, page),
    `All questions: [decisions](${between(page, places.decisions)}).`,
  ].join('\n\n')}\n`;
}

function sceneSection({ scene, options }: Scene, decision: Decision, page: string): readonly string[] {
  const { findings } = decision;
  const [first] = options;
  const heads = ['answer', 'ends', 'claims lost', 'claims won'].map((head) => ({ head }));
  const rows = options.map(({ option, run, lost, won }, index) => [
    index === 0 ? `**${words(option)}**` : words(option),
    endsOf(run),
    index === 0 ? '' : findingLinks(page, lost, findings) || 'none',
    index === 0 ? '' : findingLinks(page, won, findings) || 'none',
    grouped(run.report.states),
  ]);
  return [
    `### Scene: ${words(scene)}`,
    linkedTable([...heads, { head: 'states', right: true }], rows),
    wrapped(`Bounds: ${first!.run.bounds}.`),
    ...options.slice(1).flatMap((option) => lossesText(option, first!, scene, decision)),
  ];
}

/** One drawing for each different way in which an answer is another: claims lost, and ends that the first has not. */
function lossesText(
  { option, run, lost }: Option,
  first: Option,
  scene: string,
  decision: Decision,
): readonly string[] {
  const { verdicts, outcomes } = run.report;
  const usual = first.run.report.outcomes.map(({ name }) => name);
  const ways = new Map<string, { steps: number; claims: string[]; ends: string[] }>();
  const way = (path: { readonly steps: readonly unknown[] }) => {
    const key = JSON.stringify(path);
    const known = ways.get(key) ?? { steps: path.steps.length, claims: [], ends: [] };
    ways.set(key, known);
    return known;
  };
  for (const { claim, path } of verdicts) if (path && lost.includes(claim)) way(path).claims.push(claim);
  for (const { name, path } of outcomes) if (!usual.includes(name)) way(path).ends.push(name);
  const unreached = verdicts.filter(({ claim, path }) => !path && lost.includes(claim)).map(({ claim }) => claim);
  const title = `#### ${words(scene)}: ${words(option)}`;
  const drawn = [...ways.values()].flatMap(({ steps, claims, ends }) => {
    const what = [...claims.map((claim) => `lost: *${claim}*`), ...ends.map((end) => `ends: *${end}*`)].join('; ');
    const [claim] = claims;
    const drawing = claim === undefined ? decision.end(run.name, ends[0]!) : decision.violation(run.name, claim);
    return [wrapped(`${what} (${counted(steps, 'step')})`), drawingText(drawing)];
  });
  const missed = unreached.map((claim) => wrapped(`lost: *${claim}*: no state of the run is such a one.`));
  return drawn.length + missed.length === 0 ? [] : [title, ...drawn, ...missed];
}

function livesText({ states, claims }: Decision, page: string): string {
  const lines = [
    ...states.map(
      ({ chart, state, events }) =>
        `- chart [${chart}](${between(page, chartPlace(chart))}), state [${state}](${between(page, chartPlace(chart))}#${stateAnchor(state)}): ${events.join(', ')}`,
    ),
    ...claims.map(
      ({ family, claim, runs }) =>
        `- claim *${claim}* of [${family}](${between(page, places.claims)}#${familyAnchor(family)}), checked in ${counted(runs.length, 'run')}`,
    ),
  ];
  return lines.length === 0 ? 'No transition and no claim cites it.' : lines.join('\n');
}

const words = (slug: string): string => slug.replaceAll('-', ' ');
