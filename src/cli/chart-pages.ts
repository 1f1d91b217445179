import { type ChartDescription, chartDescription, chartSvg, withSpokenSends } from '../export/index.ts';
import type { Chart, Report, System } from '../model/index.ts';
import { chartPage, chartPlace, type ChartSource, chartsIndex, eventsOf, places } from '../reference/index.ts';

import { deadTransitions } from './dead-transitions.ts';
import { described, raisedEvents } from './described.ts';
import { eventGroups } from './event-groups.ts';
import { headerOf } from './header.ts';
import { heardSends } from './heard-sends.ts';

/** A chart's diagram, as SVG. */
type Drawn = { readonly drawing: string };

/** A system of a run and what its search gave. */
type Seen = { readonly system: System; readonly report: Report };

/** Every chart of the systems, once, in the order of their ids, with what its page is made from. */
export async function chartSources(
  seen: readonly Seen[],
  read: (path: string) => Promise<string>,
): Promise<readonly (ChartSource & Drawn)[]> {
  const reports = seen.map(({ report }) => report);
  const dead = deadTransitions(reports);
  const sends = heardSends(chartsOf(seen), seen);
  return Promise.all(
    chartsOf(seen).map(async (chart): Promise<ChartSource & Drawn> => {
      const heard = sends.get(chart.id) ?? new Map();
      const description = withSpokenSends(chartDescription(chart), heard);
      const file = `machines/${chart.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
      const known = described(description, reports);
      return {
        chart: known,
        picture: picturePlace(chart.id),
        file,
        ...headerOf(await read(file)),
        groups: eventGroups(chart.id, eventsOf(known), raisedEvents(description), seen),
        drawing: await chartSvg(chart, { sends: heard, why: dead[chart.id]?.why ?? {} }),
      };
    }),
  );
}

/** The pages of the charts, their index and their diagrams, by their paths. */
export const chartPages = (sources: readonly (ChartSource & Drawn)[]): ReadonlyMap<string, string> =>
  new Map([
    [places.charts, chartsIndex(sources)],
    ...sources.map((source) => [chartPlace(source.chart.id), chartPage(source)] as const),
    ...sources.map(({ picture, drawing }) => [picture, drawing] as const),
  ]);

const picturePlace = (chart: ChartDescription['id']): string => `docs/pictures/charts/${chart}.svg`;

const chartsOf = (seen: readonly Seen[]): readonly Chart[] => {
  const charts = new Map(
    seen.flatMap(({ system }) => Object.values(system.parties).map(({ chart }) => [chart.id, chart] as const)),
  );
  return [...charts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};
