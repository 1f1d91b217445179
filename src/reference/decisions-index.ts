import type { Decision } from './decision-page.ts';

import { findingLinks } from './claim-links.ts';
import { generatedNote } from './generated-note.ts';
import { linkedTable, wrapped } from './markdown.ts';
import { between, decisionPlace, places } from './page-links.ts';

/** The table of all open questions. */
export function decisionsIndex(decisions: readonly Decision[]): string {
  const page = places.decisions;
  const rows = decisions.map(({ question, scenes, findings }) => {
    const { id } = question;
    const options = scenes.flatMap((scene) => scene.options);
    const links = (claims: readonly string[]): string => findingLinks(page, [...new Set(claims)], findings);
    return [
      `[${id}](${between(page, decisionPlace(id))})`,
      question.question,
      question.recommended,
      scenes.length === 0 ? 'no runs' : links(options.flatMap(({ lost }) => lost)) || 'nothing',
      scenes.length === 0 ? '' : links(options.flatMap(({ won }) => won)) || 'nothing',
    ];
  });
  const heads = ['', 'question', 'recommended', 'lost if decided otherwise', 'won'].map((head) => ({ head }));
  return `${[
    generatedNote('the runs `holes/`, machines/clauses and properties/findings/holes.ts'),
    '# Decisions',
    wrapped(
      'The points that the documents leave open, and what the checker finds for each answer. Whoever implements the ' +
        'protocol decides all of them, knowingly or not.',
    ),
    linkedTable(heads, rows),
  ].join('\n\n')}\n`;
}
