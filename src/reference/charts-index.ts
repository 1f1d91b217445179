import type { ChartSource } from './chart-page.ts';

import { eventsOf } from './event-matrix.ts';
import { generatedNote } from './generated-note.ts';
import { grouped, linkedTable } from './markdown.ts';
import { places } from './page-links.ts';

/** The table of all charts. */
export function chartsIndex(charts: readonly ChartSource[]): string {
  const heads = [
    { head: 'chart' },
    { head: 'what it is' },
    ...['states', 'events', 'transitions'].map((head) => ({ head, right: true as const })),
  ];
  const rows = charts.map(({ chart, about }) => [
    `[${chart.id}](${chart.id}.md)`,
    about,
    ...[
      chart.states.length,
      eventsOf(chart).length,
      chart.states.reduce((sum, { transitions }) => sum + transitions.length, 0),
    ].map(grouped),
  ]);
  return `${[
    generatedNote('machines/'),
    '# Charts',
    `The statecharts of [machines/](${'../'.repeat(places.charts.split('/').length - 1)}machines), one page each.`,
    linkedTable(heads, rows),
  ].join('\n\n')}\n`;
}
