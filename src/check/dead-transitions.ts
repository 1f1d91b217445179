import type { Composition } from '../compose/index.ts';
import type { Untaken, UntakenTransitions } from '../model/index.ts';
import { joined } from './dead-evidence.ts';

/** What a search shows of the transitions that it does not take, by chart; parties with the same chart together. */
export function untakenIn(composition: Composition): UntakenTransitions {
  const { list, messages } = composition.parties;
  const senders = sendersIn(composition);
  const taken = new Map<string, Set<string>>();
  for (const { table } of list) {
    const ofChart = taken.get(table.chart) ?? new Set();
    taken.set(table.chart, ofChart);
    for (const name of table.taken) ofChart.add(name);
  }
  const untaken = new Map([...taken.keys()].map((chart) => [chart, new Map<string, Untaken>()]));
  for (const { table, own } of list) {
    const ofChart = untaken.get(table.chart)!;
    const ownEvents = new Set(own.map(({ message }) => messages.at(message).type));
    for (const [name, known] of Object.entries(table.notTaken())) {
      if (taken.get(table.chart)!.has(name)) continue;
      const sentBy = senders.get(`${table.chart} ${known.event}`) ?? [];
      const one = { ...known, own: ownEvents.has(known.event), senders: [...sentBy].sort() };
      const other = ofChart.get(name);
      ofChart.set(name, other === undefined ? one : joined(other, one));
    }
  }
  return Object.fromEntries([...untaken].map(([chart, ofChart]) => [chart, Object.fromEntries(ofChart)]));
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
