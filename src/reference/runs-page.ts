import type { Findings } from '../model/index.ts';

import { type CheckedRun, endsOf } from './checked-run.ts';
import { findingLinks } from './claim-links.ts';
import { generatedNote } from './generated-note.ts';
import { grouped, linkedTable, wrapped } from './markdown.ts';
import { places } from './page-links.ts';

/** The group of a run: what its name begins with. */
const groupOf = (name: string): string => name.split('/')[0]!;

/** The page of the manifest: every run, what it is, how large, how it can end, and what does not hold in it. */
export function runsPage(runs: readonly CheckedRun[], findings: Findings): string {
  const groups = [...new Set(runs.map(({ name }) => groupOf(name)))];
  const heads = [
    ...['run', 'what it is', 'ends', 'does not hold'].map((head) => ({ head })),
    ...['states', 'steps', 'depth'].map((head) => ({ head, right: true as const })),
    { head: 'bounds' },
  ];
  const tables = groups.flatMap((group) => [
    `## ${group}`,
    linkedTable(
      heads,
      runs
        .filter(({ name }) => groupOf(name) === group)
        .map((run) => [
          `\`${run.name}\``,
          run.summary,
          endsOf(run),
          findingLinks(places.runs, failing(run), findings),
          ...[run.report.states, run.report.steps, run.report.depth].map(grouped),
          run.bounds,
        ]),
    ),
  ]);
  return `${[
    generatedNote('the runs of the manifest, properties/runs.ts'),
    '# Runs',
    wrapped(
      'Every run of the manifest. Each is explored to its end; a question mark stands where it was not. ' +
        '`npx matching-rfc check <run>` searches one, or all whose names begin so.',
    ),
    ...tables,
  ].join('\n\n')}\n`;
}

const failing = ({ report }: CheckedRun): readonly string[] =>
  report.verdicts
    .filter(({ verdict }) => verdict === 'violated' || verdict === 'not reached')
    .map(({ claim }) => claim);
