import type { DescribedChart } from './described-chart.ts';
import { ancestors, arrivalOf, cellOf, eventsOf, type Fate, type Region, regionsOf } from './event-matrix.ts';
import { markdownTable } from './markdown.ts';

/** Events of one kind: those that a party does of itself, or those that come from one side. */
export type EventGroup = { readonly title: string; readonly events: readonly string[] };

/** Something came for which nothing is written: a protocol error. */
const unspecified = '✗';

const signs: Readonly<Record<Fate, string>> = { handled: '●', ignored: '○', sometimes: '◐', unspecified: '' };

/** The matrices of a chart, one for each group of events and each region that knows one of them. */
export function matrixSections(chart: DescribedChart, groups: readonly EventGroup[]): readonly string[] {
  const known = eventsOf(chart);
  const regions = regionsOf(chart);
  return groups.flatMap(({ title, events }) => {
    const here = known.filter((event) => events.includes(event));
    return regions.flatMap((region) => {
      const rows = here.filter((event) =>
        region.states.some((state) => cellOf(chart, state, event).fate !== 'unspecified'),
      );
      if (rows.length === 0) return [];
      const name = regions.length === 1 ? title : `${title}: ${region.name}`;
      return [`### ${name}`, matrix(chart, region, rows)];
    });
  });
}

/** Rows are events, columns the innermost states of a region; a number tells whose transition it is, where inherited. */
function matrix(chart: DescribedChart, region: Region, events: readonly string[]): string {
  const around = [...new Set(region.states.flatMap((state) => ancestors(chart, state).map(({ name }) => name)))];
  const used = new Set<string>();
  const rows = events.map((event) => [
    `\`${event}\``,
    ...region.states.map((state) => {
      const { fate, from } = cellOf(chart, state, event);
      const inherited = from.filter((name) => name !== state.name);
      for (const name of inherited) used.add(name);
      const marks = inherited.map((name) => raised(around.indexOf(name) + 1)).join(' ');
      // A state that writes the event itself and leaves some cases to those around it.
      const first = inherited.length > 0 && inherited.length < from.length ? '⁺' : '';
      const written = `${signs[fate]}${first}${marks}`;
      const arrival = arrivalOf(chart, state, event);
      if (arrival === 'unspecified') return `${unspecified}${written}`;
      return arrival === 'never' && written !== '' ? `(${written})` : written;
    }),
  ]);
  const prefix = region.name.includes('.') || region.states.some(({ name }) => name.startsWith(`${region.name}.`));
  const short = (name: string): string =>
    prefix && name.startsWith(`${region.name}.`) ? name.slice(region.name.length + 1) : name;
  const table = markdownTable(
    ['', ...region.states.map(({ name }) => short(name))].map((head) => ({ head })),
    rows,
  );
  const legend = around
    .map((name, index) => [name, raised(index + 1)] as const)
    .filter(([name]) => used.has(name))
    .map(([name, mark]) => `${mark} written at \`${name}\``)
    .join(', ');
  return legend === '' ? table : `${table}\n\n${legend}`;
}

const raised = (number: number): string => [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).join('');
