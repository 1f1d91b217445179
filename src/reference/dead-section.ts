import { counted, folded, grouped, markdownTable } from './markdown.ts';

/** Per chart: how many transitions there are, which no run ever takes, and why, by their ids. */
export type Dead = Readonly<
  Record<
    string,
    {
      readonly all: number;
      readonly dead: readonly string[];
      /** What the searches show. */
      readonly why?: Readonly<Record<string, string>>;
      /** Why that is as it should be, where somebody has said so. */
      readonly declared?: Readonly<Record<string, string>>;
    }
  >
>;

/** Transitions that no run takes, chart by chart, each with the reason. */
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
    .map(([chart, { dead, why = {}, declared = {} }]) =>
      folded(
        `${chart}: ${counted(dead.length, 'transition')} never taken`,
        dead.map((id) => line(id, why[id], declared[id])).join('\n'),
      ),
    );
  return [markdownTable(heads, rows), ...lists].join('\n\n');
}

const line = (id: string, why: string | undefined, declared: string | undefined): string =>
  `- \`${id}\`${why === undefined ? '' : `: ${why}`}${declared === undefined ? '' : `. *${declared}*`}`;
