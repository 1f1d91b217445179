import { type CheckedClaim, type ClauseEntry, statesCiting } from './citations.ts';
import { stateAnchor } from './chart-page.ts';
import { familyAnchor } from './claims-page.ts';
import type { DescribedChart } from './described-chart.ts';
import { generatedNote } from './generated-note.ts';
import { counted, grouped, linkedTable, wrapped } from './markdown.ts';
import { between, chartPlace, clausesPlace, decisionPlace, groupOf, places } from './page-links.ts';

/** What the pages of the clauses are made from. */
export type ClauseSource = {
  readonly clauses: readonly ClauseEntry[];
  readonly charts: readonly DescribedChart[];
  readonly claims: readonly CheckedClaim[];
  /** Words of the sources that no clause rests on, by document and place, and why. */
  readonly noRule: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The pages of the clauses by their paths: an index, and one page for each group of ids. */
export function clausePages(source: ClauseSource): ReadonlyMap<string, string> {
  const groups = [...new Set(source.clauses.map(({ id }) => groupOf(id)))].filter((group) => group !== 'H');
  return new Map([
    [places.clauses, index(source, groups)],
    ...groups.map((group) => [clausesPlace(group), groupPage(group, source)] as const),
  ]);
}

/**
 * Clauses that stand nowhere: no transition and no claim cites them, and no reason is written, one line each.
 */
export const clauseFaults = ({ clauses, charts, claims }: ClauseSource): readonly string[] =>
  clauses
    .filter(({ outOfScope }) => outOfScope === undefined)
    .filter(({ id }) => !claims.some(({ cites }) => cites.includes(id)) && statesCiting(charts, id).length === 0)
    .map(({ id }) => `${id} has no transition and no claim, and machines/clauses/out-of-scope.ts gives no reason`);

function index({ clauses, charts, claims }: ClauseSource, groups: readonly string[]): string {
  const heads = [
    ...['clause', 'document', 'strength', 'what it says'].map((head) => ({ head })),
    ...['states', 'claims', 'runs'].map((head) => ({ head, right: true as const })),
  ];
  const row = (clause: ClauseEntry): readonly string[] => {
    const { id, document, place, strength, text, outOfScope } = clause;
    const citing = claims.filter(({ cites }) => cites.includes(id));
    const runs = new Set(citing.flatMap((claim) => claim.runs));
    const to = groupOf(id) === 'H' ? decisionPlace(id) : `${clausesPlace(groupOf(id))}`;
    return [
      `[${id}](${between(places.clauses, to)}${groupOf(id) === 'H' ? '' : `#${id.toLowerCase()}`})`,
      `${document}, ${place}`,
      strength,
      outOfScope === undefined ? text : `${text} (out of scope)`,
      grouped(statesCiting(charts, id).length),
      grouped(citing.length),
      grouped(runs.size),
    ];
  };
  return `${[
    generatedNote('machines/clauses and the runs of the manifest'),
    '# Clauses',
    wrapped(
      'Every rule that the machines rest on: where it stands, what it says in a sentence, in how many states of the ' +
        'charts it lives, how many claims check it, in how many runs.',
    ),
    ...[...groups, 'H'].flatMap((group) => [
      `## ${titles[group] ?? group}`,
      linkedTable(heads, clauses.filter(({ id }) => groupOf(id) === group).map(row)),
    ]),
  ].join('\n\n')}\n`;
}

const titles: Readonly<Record<string, string>> = { H: 'H: what the documents leave open' };

function groupPage(group: string, source: ClauseSource): string {
  const clauses = source.clauses.filter(({ id }) => groupOf(id) === group);
  const documents = [...new Set(clauses.map(({ document }) => document))];
  const quoted = clauses.some(({ words }) => words)
    ? ` In quotation marks stand their own words, as [docs/sources](${between(clausesPlace(group), 'docs/sources/README.md')}) has them: in lower case, without digits and signs.`
    : '';
  const bare = documents.filter((document) => document in source.noRule);
  return `${[
    generatedNote('machines/clauses and the runs of the manifest'),
    `# Clauses ${group}`,
    wrapped(`From ${documents.join(', ')}. The sentences are not those of the documents.${quoted}`),
    ...clauses.map((clause) => clauseSection(clause, source)),
    ...bare.flatMap((document) => [
      `## Words of ${document} that lay down nothing`,
      linkedTable(
        ['words', 'why'].map((head) => ({ head })),
        Object.entries(source.noRule[document]!),
      ),
    ]),
  ].join('\n\n')}\n`;
}

function clauseSection(clause: ClauseEntry, { charts, claims }: ClauseSource): string {
  const { id, document, place, strength, text, words, outOfScope } = clause;
  const page = clausesPlace(groupOf(id));
  const citing = claims.filter(({ cites }) => cites.includes(id));
  return [
    `## ${id}`,
    wrapped(text),
    `${document}, ${place}. Strength: ${strength}.`,
    ...(words ?? []).map((passage) => wrapped(`> “${passage}”`, 118).replaceAll('\n', '\n> ')),
    ...(outOfScope === undefined ? [] : [wrapped(`Out of scope: ${outOfScope}`)]),
    ...list('In the charts:', chartLines(page, id, charts)),
    ...list('Checked by:', claimLines(page, citing)),
  ].join('\n\n');
}

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}\n\n${lines.join('\n')}`];

/** One line for each chart: its states with the events that cite the clause. */
function chartLines(page: string, id: string, charts: readonly DescribedChart[]): readonly string[] {
  const states = statesCiting(charts, id);
  return [...new Set(states.map(({ chart }) => chart))].map((chart) => {
    const to = between(page, chartPlace(chart));
    const parts = states
      .filter((citing) => citing.chart === chart)
      .map(({ state, events }) => `[${state}](${to}#${stateAnchor(state)}): ${events.join(', ')}`);
    return `- [${chart}](${to}): ${parts.join('; ')}`;
  });
}

const claimLines = (page: string, claims: readonly CheckedClaim[]): readonly string[] =>
  claims.map(({ claim, family, runs, failing }) => {
    const fails = failing.length === 0 ? '' : `, fails in ${failing.length}`;
    return `- *${claim}* ([${family}](${between(page, places.claims)}#${familyAnchor(family)})), in ${counted(runs.length, 'run')}${fails}`;
  });
