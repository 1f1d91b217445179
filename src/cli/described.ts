import { type ChartDescription, type State, statesOf, type Transition } from '../export/index.ts';
import { guardText } from '../export/transition-words.ts';
import type { Report } from '../model/index.ts';
import type { DescribedChart, DescribedState, DescribedTransition } from '../reference/index.ts';

/** A chart in the words of the reference; each transition with the number of reports in which it is taken. */
export function described({ id, root }: ChartDescription, reports: readonly Report[]): DescribedChart {
  const nameOf = (path: string): string => path || id;
  const taken = new Map<string, number>();
  for (const { coverage } of reports) {
    for (const name of coverage[id]?.taken ?? []) taken.set(name, (taken.get(name) ?? 0) + 1);
  }
  const arrivals = arrivalsOf(id, root, reports);
  const transition = (one: Transition): DescribedTransition => ({
    event: eventOf(one),
    ...(one.guard && { guard: guardText(one.guard) }),
    targets: one.targets.map(nameOf),
    actions: one.actions.map(({ text }) => text),
    cites: one.cites,
    runs: taken.get(one.id) ?? 0,
  });
  const state = (one: State, parent: State | undefined): DescribedState => ({
    name: nameOf(one.path),
    ...(parent && { parent: nameOf(parent.path) }),
    type: one.kind === 'shallow history' || one.kind === 'deep history' ? 'history' : one.kind,
    ...(one.kind === 'compound' && { initial: one.initial.map(nameOf).join(', ') }),
    tags: one.tags,
    entry: one.entry.map(({ text }) => text),
    exit: one.exit.map(({ text }) => text),
    transitions: one.transitions.map(transition),
  });
  const within = (one: State, parent: State | undefined): readonly DescribedState[] => [
    state(one, parent),
    ...one.states.flatMap((child) => within(child, one)),
  ];
  return { id, states: within(root, undefined), ...(arrivals && { arrivals }) };
}

/** What came to the states of a chart in any run; events that the chart raises for itself come where its tables cannot see. */
function arrivalsOf(id: string, root: State, reports: readonly Report[]): DescribedChart['arrivals'] {
  const found: Record<string, Record<string, 'taken' | 'unspecified'>> = {};
  const looked = reports.flatMap(({ arrivals }) => (arrivals?.[id] === undefined ? [] : [arrivals[id]]));
  if (looked.length === 0) return undefined;
  for (const [state, events] of looked.flatMap((states) => Object.entries(states))) {
    const known = (found[state] ??= {});
    for (const [event, fates] of Object.entries(events)) {
      if (fates.includes('unspecified')) known[event] = 'unspecified';
      else known[event] ??= 'taken';
    }
  }
  for (const { path } of statesOf(root)) {
    for (const event of raisedEvents({ id, root })) (found[path || id] ??= {})[event] ??= 'taken';
  }
  return found;
}

const eventOf = ({ trigger, event }: Transition): string =>
  trigger === 'event' || trigger === 'always' ? event : `${trigger} ${event}`.trim();

/** The events that a chart raises for itself. */
export const raisedEvents = ({ root }: ChartDescription): ReadonlySet<string> =>
  new Set(
    statesOf(root).flatMap(({ entry, exit, initialActions, transitions }) =>
      [...entry, ...exit, ...initialActions, ...transitions.flatMap(({ actions }) => actions)].flatMap(({ raises }) =>
        raises ? [raises] : [],
      ),
    ),
  );
