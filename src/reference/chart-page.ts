import type { DescribedChart, DescribedState, DescribedTransition } from './described-chart.ts';
import { generatedNote } from './generated-note.ts';
import { anchor, counted, grouped, linkedTable, wrapped } from './markdown.ts';
import { type EventGroup, matrixSections } from './matrix-section.ts';
import { between, chartPlace, clauseLink, places } from './page-links.ts';

/** The anchor of a state on the page of its chart. */
export const stateAnchor = (state: string): string => anchor(state);

/** What the page of a chart is made from. */
export type ChartSource = {
  readonly chart: DescribedChart;
  /** Where its diagram stands, from the root of the repository. */
  readonly picture: string;
  /** The file that it is written in, from the root of the repository. */
  readonly file: string;
  /** What it is, in a sentence or two. */
  readonly about: string;
  /** What else the head of its file says: a label and a text each. */
  readonly entries: readonly (readonly [label: string, text: string])[];
  readonly groups: readonly EventGroup[];
};

/** The page of one chart: diagram, states, transitions state by state, what every state does with every event. */
export function chartPage({ chart, picture, file, about, entries, groups }: ChartSource): string {
  const page = chartPlace(chart.id);
  const transitions = chart.states.flatMap((state) => state.transitions);
  return `${[
    generatedNote(file),
    `# Chart ${chart.id}`,
    wrapped(about),
    ...(entries.length === 0
      ? []
      : [entries.map(([label, text]) => wrapped(`- ${label}: ${text}`).replaceAll('\n', '\n  ')).join('\n')]),
    `Written in [${file}](${between(page, file)}). All charts: [charts](${between(page, places.charts)}).`,
    `[![Diagram of ${chart.id}](${between(page, picture)})](${between(page, picture)})`,
    '## States',
    stateTable(chart),
    '## What every state does with every event',
    wrapped(
      '● something is done; ○ ignored on purpose, with a clause; ◐ only under the guards that are written; ✗ came in ' +
        'some run, and nothing is written for it: a protocol error. In parentheses: written, and never comes there in any ' +
        'run; empty: nothing is written, and it never comes, or another region takes it. Raised numbers: written at a ' +
        'state around; with ⁺: here first, and there for the cases that are left.',
    ),
    ...matrixSections(chart, groups),
    '## Transitions',
    wrapped(
      `${counted(transitions.length, 'transition')}; those of one event are tried from above. *Runs*: in how many runs ` +
        'of the manifest it is taken.',
    ),
    ...chart.states.filter((state) => state.transitions.length > 0).flatMap((state) => transitionSection(page, state)),
  ].join('\n\n')}\n`;
}

function stateTable({ states }: DescribedChart): string {
  const withTransitions = (state: DescribedState): string =>
    state.transitions.length > 0 ? `[${state.name}](#${stateAnchor(state.name)})` : state.name;
  const columns = ['state', 'kind', 'begins in', 'tags', 'on entry', 'on exit'] as const;
  const rows = states.map((state) => [
    withTransitions(state),
    state.type,
    state.initial ?? '',
    state.tags.join(', '),
    state.entry.join('; '),
    state.exit.join('; '),
  ]);
  // A column that says nothing of any state is left out.
  const kept = columns.map((_, place) => place).filter((place) => place < 2 || rows.some((row) => row[place] !== ''));
  return linkedTable(
    kept.map((place) => ({ head: columns[place]! })),
    rows.map((row) => kept.map((place) => row[place]!)),
  );
}

function transitionSection(page: string, { name, transitions }: DescribedState): readonly string[] {
  const counts = transitions.some(({ runs }) => runs !== undefined);
  const heads = [
    ...['event', 'guard', 'to', 'actions', 'clauses'].map((head) => ({ head })),
    ...(counts ? [{ head: 'runs', right: true as const }] : []),
  ];
  const rows = transitions.map((transition) => [
    transition.event === '' ? '*always*' : `\`${transition.event}\``,
    guardText(transition, transitions),
    transition.targets.join(', ') || '(stays)',
    transition.actions.join('; ') || (transition.targets.length === 0 ? '*(ignored)*' : ''),
    transition.cites.map((id) => clauseLink(page, id)).join(', '),
    ...(counts ? [transition.runs === undefined ? '' : transition.runs === 0 ? 'none' : grouped(transition.runs)] : []),
  ]);
  return [`### ${name}`, linkedTable(heads, rows)];
}

/** The guard; `else` where a transition without one follows others of the same event. */
function guardText(transition: DescribedTransition, all: readonly DescribedTransition[]): string {
  if (transition.guard !== undefined) return transition.guard;
  const first = all.find(({ event }) => event === transition.event);
  return first === transition ? '' : '*else*';
}
