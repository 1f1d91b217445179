import type { Report } from '../model/index.ts';

/** Over several runs, per chart: how many transitions there are, and which no run ever takes. */
export type DeadTransitions = Readonly<Record<string, { readonly all: number; readonly dead: readonly string[] }>>;

/** Joins the coverage of reports: a transition is dead when none of them takes it. */
export function deadTransitions(reports: readonly Report[]): DeadTransitions {
  const charts = new Map<string, { all: Set<string>; taken: Set<string> }>();
  for (const { coverage } of reports) {
    for (const [chart, { all, taken }] of Object.entries(coverage)) {
      const known = charts.get(chart) ?? { all: new Set(), taken: new Set() };
      for (const id of all) known.all.add(id);
      for (const id of taken) known.taken.add(id);
      charts.set(chart, known);
    }
  }
  return Object.fromEntries(
    [...charts].map(([chart, { all, taken }]) => [
      chart,
      { all: all.size, dead: [...all].filter((id) => !taken.has(id)).sort() },
    ]),
  );
}

/** In words; `every` lists the transitions themselves. */
export function deadText(transitions: DeadTransitions, every: boolean): string {
  const charts = Object.entries(transitions);
  const all = charts.reduce((sum, [, chart]) => sum + chart.all, 0);
  const dead = charts.reduce((sum, [, chart]) => sum + chart.dead.length, 0);
  const where = charts
    .filter(([, chart]) => chart.dead.length > 0)
    .map(([name, chart]) => `${name} ${chart.dead.length}`);
  const hint = dead > 0 && !every ? '; --uncovered lists them' : '';
  const line = `Transitions: ${all - dead} of ${all} taken in these runs, ${dead} never${where.length > 0 ? ` (${where.join(', ')})` : ''}${hint}`;
  if (!every) return line;
  return [line, ...charts.flatMap(([name, chart]) => chart.dead.map((id) => `  ${name}: ${id}`))].join('\n');
}
