import type { Composition } from '../compose/index.ts';
import type { Report } from '../model/index.ts';

/**
 * Which transitions some step took, by chart; parties with the same chart count together.
 *
 * A transition counts as taken when it was selected in a microstep of a step that some state has.
 */
export function coverageOf({ list }: Composition['parties']): Report['coverage'] {
  const coverage: Record<string, { taken: string[]; all: string[] }> = {};
  for (const { table } of list) {
    const chart = (coverage[table.chart] ??= { taken: [], all: [] });
    chart.all = [...new Set([...chart.all, ...table.transitions.names])];
    chart.taken = chart.all.filter((name) => chart.taken.includes(name) || table.taken.has(name));
  }
  return coverage;
}
