import { joined, whyDead } from '../check/index.ts';
import type { Report, Untaken } from '../model/index.ts';

/** Over several runs, per chart: how many transitions there are, and which no run ever takes. */
export type DeadTransitions = Readonly<
  Record<
    string,
    {
      readonly all: number;
      readonly dead: readonly string[];
      /** Why, in words, by id; of a transition that some run did not look into, nothing. */
      readonly why: Readonly<Record<string, string>>;
    }
  >
>;

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
    [...charts].map(([chart, { all, taken }]) => {
      const dead = [...all].filter((id) => !taken.has(id)).sort();
      return [chart, { all: all.size, dead, why: reasons(chart, dead, reports) }];
    }),
  );
}

/** What all runs together show of the dead transitions of a chart, in words. */
function reasons(chart: string, dead: readonly string[], reports: readonly Report[]): Readonly<Record<string, string>> {
  const known = new Map<string, Untaken>();
  for (const { untaken } of reports) {
    for (const id of dead) {
      const shown = untaken?.[chart]?.[id];
      const before = known.get(id);
      if (shown !== undefined) known.set(id, before === undefined ? shown : joined(before, shown));
    }
  }
  return Object.fromEntries([...known.keys()].map((id) => [id, whyDead(id, known)]));
}

/** In words; `every` lists the transitions themselves, each with the reason. */
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
  const told = charts.flatMap(([name, { dead, why }]) =>
    dead.flatMap((id) => [`  ${name}: ${id}`, ...(why[id] === undefined ? [] : [`      ${why[id]}`])]),
  );
  return [line, ...told].join('\n');
}
