import type { Composition, StateStore } from '../compose/index.ts';
import { StateReader } from './state-reader.ts';
import { StateViews } from './state-view.ts';

/** A state in one line: where each party is, and what is in each queue that is not empty. */
export function tellState(composition: Composition, store: StateStore, state: number): string {
  const view = new StateViews(composition).view(new StateReader(composition, store).load(state));
  const parties = composition.parties.list.map(({ name }) => `${name} ${tellValue(view.party[name]!.value)}`);
  const queues = composition.queues.flatMap(({ name }) => {
    const types = view.channel[name]!.map(({ type }) => type);
    return types.length === 0 ? [] : [`${name} [${types.join(', ')}]`];
  });
  return [...parties, ...queues].join(', ');
}

function tellValue(value: unknown): string {
  if (typeof value === 'string') return value;
  const regions = Object.entries(value as Record<string, unknown>);
  if (regions.length === 1) return `${regions[0]![0]}.${tellValue(regions[0]![1])}`;
  return `(${regions.map(([name, inner]) => `${name}: ${tellValue(inner)}`).join(', ')})`;
}
