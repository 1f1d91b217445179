import type { Path, Report, System } from '../model/index.ts';
import type { EventGroup } from '../reference/index.ts';

/** A system and what its search gave. */
type Seen = { readonly system: System; readonly report: Report };

/**
 * The events of a chart by where they come from: the party itself, the chart's own actions, each kind of sender.
 *
 * Senders are those that the paths of the reports show; an event that none of them shows is told as such.
 */
export function eventGroups(
  chart: string,
  events: readonly string[],
  raised: ReadonlySet<string>,
  seen: readonly Seen[],
): readonly EventGroup[] {
  const own = new Set(seen.flatMap(({ system }) => ownEvents(chart, system)));
  const senders = sendersOf(chart, seen);
  const titleOf = (event: string): string => {
    if (own.has(event)) return 'What it does of itself';
    if (raised.has(event)) return 'What it tells itself';
    const from = [...(senders.get(event) ?? [])].sort();
    return from.length === 0 ? 'What no shortest trace shows' : `What comes from ${from.join(' and ')}`;
  };
  const titles = [...new Set(events.map(titleOf))];
  return titles.map((title) => ({ title, events: events.filter((event) => titleOf(event) === title) }));
}

const ownEvents = (chart: string, { parties }: System): readonly string[] =>
  Object.values(parties)
    .filter((party) => party.chart.id === chart)
    .flatMap(({ own = [] }) => own.map(({ event }) => event.type));

/** By event type: the charts of the parties that send it to a party with this chart. */
function sendersOf(chart: string, seen: readonly Seen[]): ReadonlyMap<string, ReadonlySet<string>> {
  const senders = new Map<string, Set<string>>();
  for (const { system, report } of seen) {
    for (const { steps } of pathsOf(report)) {
      for (const { from, to, message } of steps.flatMap(({ sends }) => sends)) {
        if (system.parties[to]?.chart.id !== chart) continue;
        const known = senders.get(message.type) ?? new Set();
        senders.set(message.type, known.add(system.parties[from]!.chart.id));
      }
    }
  }
  return senders;
}

const pathsOf = ({ verdicts, outcomes }: Report): readonly Path[] => [
  ...verdicts.flatMap(({ path }) => path ?? []),
  ...outcomes.map(({ path }) => path),
];
