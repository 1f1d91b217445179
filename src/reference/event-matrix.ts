import type { DescribedChart, DescribedState, DescribedTransition } from './described-chart.ts';

/**
 * What a state does with an event, as far as the chart alone tells.
 *
 * `handled`: something is done, or may be. `ignored`: written down, and nothing is done. `unspecified`: nothing is
 * written. `sometimes`: every transition for it has a guard, so that some data leave the event unspecified.
 */
export type Fate = 'handled' | 'ignored' | 'unspecified' | 'sometimes';

/** One cell: the fate of an event in a state, and the states (itself, then ancestors) whose transitions decide it. */
export type MatrixCell = { readonly fate: Fate; readonly from: readonly string[] };

/** Every event that a chart names, in the order in which it first does. */
export const eventsOf = ({ states }: DescribedChart): readonly string[] => [
  ...new Set(states.flatMap(({ transitions }) => transitions.flatMap(({ event }) => (event === '' ? [] : [event])))),
];

/** Whether an event comes to a state in some run, and whether nobody then takes it; undefined where nobody looked. */
export function arrivalOf(
  { arrivals }: DescribedChart,
  { name }: DescribedState,
  event: string,
): 'taken' | 'unspecified' | 'never' | undefined {
  return arrivals === undefined ? undefined : (arrivals[name]?.[event] ?? 'never');
}

/** The fate of an event in a state: its own transitions first, then those of the states around it. */
export function cellOf(chart: DescribedChart, state: DescribedState, event: string): MatrixCell {
  const tried: DescribedTransition[] = [];
  const from: string[] = [];
  if (endsChart(chart, state)) return { fate: 'unspecified', from };
  for (const here of [state, ...ancestors(chart, state)]) {
    const own = here.transitions.filter((transition) => transition.event === event);
    if (own.length === 0) continue;
    tried.push(...own);
    from.push(here.name);
    if (own.some(({ guard }) => guard === undefined)) break;
  }
  if (tried.length === 0) return { fate: 'unspecified', from };
  if (tried.every(({ guard }) => guard !== undefined)) return { fate: 'sometimes', from };
  return { fate: tried.some(does) ? 'handled' : 'ignored', from };
}

/** A chart in a final state of its root takes nothing more, whatever the root would do. */
const endsChart = (chart: DescribedChart, { type, parent }: DescribedState): boolean =>
  type === 'final' && parent === chart.id;

const does = ({ targets, actions }: DescribedTransition): boolean => targets.length > 0 || actions.length > 0;

/** The states around a state, the nearest first. */
export function ancestors(chart: DescribedChart, { parent }: DescribedState): readonly DescribedState[] {
  const around = chart.states.find(({ name }) => name === parent);
  return around ? [around, ...ancestors(chart, around)] : [];
}

/** A part of a chart in which exactly one state is active at a time: the innermost states of one region. */
export type Region = { readonly name: string; readonly states: readonly DescribedState[] };

/** The regions of a chart: those of each parallel state, and what lies outside of all of them. */
export function regionsOf(chart: DescribedChart): readonly Region[] {
  const innermost = chart.states.filter(({ type }) => type === 'atomic' || type === 'final');
  const regions = new Map<string, DescribedState[]>();
  for (const state of innermost) {
    const name = regionOf(chart, state);
    regions.set(name, [...(regions.get(name) ?? []), state]);
  }
  return [...regions].map(([name, states]) => ({ name, states }));
}

/** The nearest state around whose parent is parallel; the root where there is none. */
function regionOf(chart: DescribedChart, state: DescribedState): string {
  const chain = [state, ...ancestors(chart, state)];
  const at = chain.findIndex((_, index) => chain[index + 1]?.type === 'parallel');
  return chain[at < 0 ? chain.length - 1 : at]!.name;
}
