import type { Composition } from '../compose/index.ts';
import type { Arrivals, Fate } from '../model/index.ts';

/**
 * What came where, and what became of it, by chart and by each of the innermost states that were active; parties with
 * the same chart together.
 *
 * A step of a party's own comes where it is possible, and nowhere else.
 */
export function arrivalsIn({ parties: { list, messages } }: Composition): Arrivals {
  const charts: Record<string, Record<string, Record<string, Fate[]>>> = {};
  for (const { table, own } of list) {
    const states = (charts[table.chart] ??= {});
    const ownEvents = new Set(own.map(({ message }) => message));
    for (const { local, message, reaction } of table.entries()) {
      if (reaction.kind !== 'taken' && ownEvents.has(message)) continue;
      const { type } = messages.at(message);
      for (const name of innermost(table.view(local).value, table.chart)) {
        const events = (states[name] ??= {});
        const fates = (events[type] ??= []);
        if (!fates.includes(reaction.kind)) fates.push(reaction.kind);
      }
    }
  }
  return charts;
}

/** The paths of the innermost active states of a state value; a chart without states is one. */
function innermost(value: unknown, chart: string, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string') return [[...path, value].join('.')];
  const below = Object.entries(value as object);
  if (below.length === 0) return [path.join('.') || chart];
  return below.flatMap(([name, inner]) => innermost(inner, chart, [...path, name]));
}
