import type { Composition } from '../compose/index.ts';
import type { Untaken, UntakenTransitions } from '../model/index.ts';
import { joined } from './dead-evidence.ts';

/** What a search shows of the transitions that it does not take, by chart; parties with the same chart together. */
export function untakenIn(composition: Composition): UntakenTransitions {
  const { list, messages } = composition.parties;
  const senders = sendersIn(composition);
  const charts = new Map<string, { readonly untaken: Map<string, Untaken>; readonly taken: Set<string> }>();
  for (const { table, own } of list) {
    const chart = charts.get(table.chart) ?? { untaken: new Map(), taken: new Set() };
    charts.set(table.chart, chart);
    const ownEvents = new Set(own.map(({ message }) => messages.at(message).type));
    for (const name of table.taken) chart.taken.add(name);
    for (const [name, known] of Object.entries(table.notTaken())) {
      const one = {
        ...known,
        own: ownEvents.has(known.event),
        senders: [...(senders.get(`${table.chart} ${known.event}`) ?? [])].sort(),
      };
      const other = chart.untaken.get(name);
      chart.untaken.set(name, other === undefined ? one : joined(other, one));
    }
  }
  return Object.fromEntries(
    [...charts].map(([id, { untaken, taken }]) => [
      id,
      Object.fromEntries([...untaken].filter(([name]) => !taken.has(name))),
    ]),
  );
}

/** By `<chart> <event>`: the charts that send it there. */
function sendersIn({ parties }: Composition): ReadonlyMap<string, ReadonlySet<string>> {
  const senders = new Map<string, Set<string>>();
  for (const { table } of parties.list) {
    const reactions = [table.initial, ...[...table.entries()].map(({ reaction }) => reaction)];
    for (const { channel, message } of reactions.flatMap(({ sends }) => sends)) {
      const to = parties.list[parties.receiver(channel, message)]!.table.chart;
      const key = `${to} ${parties.messages.at(message).type}`;
      senders.set(key, (senders.get(key) ?? new Set()).add(table.chart));
    }
  }
  return senders;
}
