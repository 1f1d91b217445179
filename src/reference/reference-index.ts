import { generatedNote } from './generated-note.ts';
import { counted, wrapped } from './markdown.ts';
import { places } from './page-links.ts';

/** How much stands in each part of the reference. */
export type ReferenceSize = Readonly<Record<'charts' | 'decisions' | 'clauses' | 'claims' | 'runs', number>>;

/** The first page of the reference. */
export function referenceIndex(size: ReferenceSize): string {
  const folder = places.reference.replace(/README\.md$/, '');
  const item = (place: string, title: string, says: string): string =>
    wrapped(`- [${title}](${place.slice(folder.length)}): ${says}`).replaceAll('\n', '\n  ');
  return `${[
    generatedNote('the charts, the clauses and the runs'),
    '# Reference',
    'Written anew from the charts, the clauses and the runs whenever one of them changes.',
    [
      item(
        places.charts,
        'Charts',
        `${counted(size.charts, 'statechart')}: states, transitions, every state with every event.`,
      ),
      item(
        places.decisions,
        'Decisions',
        `${counted(size.decisions, 'open question')}, each with what every answer leads to.`,
      ),
      item(places.verdicts, 'Verdicts', 'every combination of some choices: how a transfer can end.'),
      item(
        places.clauses,
        'Clauses',
        `${counted(size.clauses, 'rule')} of the documents: where each lives and what checks it.`,
      ),
      item(places.claims, 'Claims', `${counted(size.claims, 'claim')}: their clauses, and the runs that check them.`),
      item(
        places.frontier,
        'Frontier',
        'what each claim needs: the weakest assumptions under which it holds, and what lies just beyond.',
      ),
      item(places.design, 'Design', 'which choices go together, for whoever implements.'),
      item(places.runs, 'Runs', `${counted(size.runs, 'run')}: how large, how they end, what does not hold.`),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
