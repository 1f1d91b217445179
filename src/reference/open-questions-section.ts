import type { Findings } from '../model/index.ts';

import { endsOf } from './checked-run.ts';
import { grouped, markdownTable, references, wrapped } from './markdown.ts';
import type { OpenQuestion, Scene } from './open-questions.ts';
import { findingOf, labelOf } from './violations.ts';

type Asked = { readonly question: OpenQuestion; readonly scenes: readonly Scene[] };

/** A table of all open questions, then one section for each that has runs: what every answer leads to. */
export function openQuestionsSection(
  questions: readonly OpenQuestion[],
  scenes: readonly Scene[],
  findings: Findings,
): string {
  const asked = questions.map((question) => ({ question, scenes: scenes.filter(({ id }) => id === question.id) }));
  const decided = asked.filter((one) => one.scenes.length > 0);
  return [
    overview(asked, findings),
    references(decided.map(({ question }) => ({ label: question.id, heading: heading(question) }))),
    ...decided.map((one) => section(one, findings)),
  ].join('\n\n');
}

const heading = ({ id, question }: OpenQuestion): string => `${id}: ${question}`;

function overview(asked: readonly Asked[], findings: Findings): string {
  const rows = asked.map(({ question, scenes }) => {
    const { id, recommended } = question;
    const lost = new Set(scenes.flatMap(({ options }) => options.flatMap((option) => option.lost)));
    const cost = scenes.length === 0 ? `no runs: ${findings.unmodelled[id]}` : claims([...lost], findings) || 'nothing';
    return [scenes.length === 0 ? id : `[${id}]`, question.question, recommended, cost];
  });
  const heads = ['', 'question', 'recommended', 'lost if decided otherwise'].map((head) => ({ head }));
  return markdownTable(heads, rows);
}

function section({ question, scenes }: Asked, findings: Findings): string {
  const says = findings.holes.find(({ id }) => id === question.id)!.says;
  const heads = [
    { head: 'scene' },
    { head: 'answer' },
    { head: 'ends' },
    { head: 'claims lost' },
    { head: 'claims won' },
    { head: 'states', right: true as const },
  ];
  const rows = scenes.flatMap(({ scene, options }) =>
    options.map(({ option, run, lost, won }, index) => [
      words(scene),
      index === 0 ? `**${words(option)}**` : words(option),
      endsOf(run),
      index === 0 ? '' : claims(lost, findings) || 'none',
      index === 0 ? '' : claims(won, findings) || 'none',
      grouped(run.report.states),
    ]),
  );
  return [`### ${heading(question)}`, wrapped(says), markdownTable(heads, rows)].join('\n\n');
}

const words = (slug: string): string => slug.replaceAll('-', ' ');

/** Claims by what their findings are called, each a reference to the section that explains it. */
const claims = (names: readonly string[], { violations }: Findings): string => {
  const labels = new Set(names.map((name) => labelOf(findingOf(violations, name)!)));
  return [...labels]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((label) => `[${label}]`)
    .join(', ');
};
