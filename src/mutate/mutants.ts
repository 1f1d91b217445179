import type { MutantName, System } from '../model/index.ts';
import type { ChartMutant } from './chart-mutants.ts';
import { chartMutants } from './chart-mutants.ts';
import type { KnownCharts } from './known-charts.ts';
import { channelMutants } from './channel-mutants.ts';
import { knobMutants } from './knob-mutants.ts';

/** An edit that can be made: of a chart, wherever it is a party, or of the systems themselves. */
export type Mutant = MutantName & {
  /** The system with the edit; undefined for one in which there is nothing to edit. */
  readonly edited: (system: System) => System | undefined;
  /** Of an edit of a chart: the chart with the edit, and where it stands. */
  readonly chart?: ChartMutant['chart'];
};

/**
 * Every mutant of the systems: by chart, in the order in which the chart is written, then knobs, then channels.
 *
 * @throws ModelError when a chart is no XState machine.
 */
export function mutantsOf(charts: KnownCharts): readonly Mutant[] {
  return [
    ...charts.all.flatMap((known) => chartMutants(known).map(wherever)),
    ...knobMutants(charts.systems),
    ...channelMutants(charts.systems),
  ];
}

/** The edit of a chart made in every party that has the chart. */
function wherever(mutant: ChartMutant): Mutant {
  const edited = (system: System): System | undefined => {
    const parties = Object.entries(system.parties);
    if (!parties.some(([, { chart }]) => chart.id === mutant.subject)) return undefined;
    const { made } = mutant.chart;
    return {
      ...system,
      parties: Object.fromEntries(
        parties.map(([name, party]) => [name, party.chart.id === mutant.subject ? { ...party, chart: made() } : party]),
      ),
    };
  };
  return { ...mutant, edited };
}
