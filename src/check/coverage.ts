import type { Composition } from '../compose/index.ts';
import type { Report } from '../model/index.ts';

/**
 * Which transitions some step took, by chart; parties with the same chart count together.
 *
 * A transition counts as taken when it was selected in a microstep of a step that some state has.
 */
export function coverageOf({ list }: Composition['parties']): Report['coverage'] {
  const charts = new Map<string, { all: Set<string>; taken: Set<string> }>();
  for (const { table } of list) {
    const chart = charts.get(table.chart) ?? { all: new Set(), taken: new Set() };
    charts.set(table.chart, chart);
    for (const name of table.transitions.names) chart.all.add(name);
    for (const name of table.taken) chart.taken.add(name);
  }
  const sorted = [...charts].map(([id, { all, taken }]) => [
    id,
    { taken: [...all].filter((name) => taken.has(name)), all: [...all] },
  ]);
  return Object.fromEntries(sorted) as Report['coverage'];
}
