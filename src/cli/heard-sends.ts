import { explore } from '../check/index.ts';
import { chartDescription, type SpokenSends, spokenSends } from '../export/index.ts';
import type { Chart, Report, System } from '../model/index.ts';

/** How many states are searched again, in all, to hear what the charts say: the smallest runs that make so many. */
const budget = 40_000;

/**
 * What the computed sends of charts say, heard in the smallest of the runs.
 *
 * @returns by the id of each chart; a send that is not heard there stays `send` in tables and pictures.
 */
export function heardSends(
  charts: readonly Chart[],
  seen: readonly { readonly system: System; readonly report: Report }[],
): ReadonlyMap<string, SpokenSends> {
  let left = budget;
  const smallest = [...seen]
    .sort((a, b) => a.report.states - b.report.states)
    .filter(({ report }) => (left -= report.states) >= 0);
  const compositions = smallest.map(({ system }) => explore(system).composition);
  return new Map(charts.map((chart) => [chart.id, spokenSends(chartDescription(chart), compositions)]));
}
