import { counted, folded, grouped, markdownTable } from './markdown.ts';

/** Per chart: how many transitions there are, and which no run ever takes. */
export type Dead = Readonly<Record<string, { readonly all: number; readonly dead: readonly string[] }>>;

/** Transitions that no run takes, chart by chart. */
export function deadSection(charts: Dead): string {
  const heads = [
    { head: 'chart' },
    ...['transitions', 'taken', 'never'].map((head) => ({ head, right: true as const })),
  ];
  const rows = Object.entries(charts).map(([chart, { all, dead }]) => [
    chart,
    ...[all, all - dead.length, dead.length].map(grouped),
  ]);
  const lists = Object.entries(charts)
    .filter(([, { dead }]) => dead.length > 0)
    .map(([chart, { dead }]) =>
      folded(`${chart}: ${counted(dead.length, 'transition')} never taken`, dead.map((id) => `- \`${id}\``).join('\n')),
    );
  return [markdownTable(heads, rows), ...lists].join('\n\n');
}
