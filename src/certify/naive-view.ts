import type { AnyMachineSnapshot } from 'xstate';

import type { LocalView, View } from '../model/index.ts';
import type { Global } from './naive-steps.ts';

const inside = (value: unknown, [name, ...rest]: readonly string[]): boolean =>
  typeof value === 'string'
    ? value === name && rest.length === 0
    : Object.hasOwn(value as object, name!) &&
      (rest.length === 0 || inside((value as Record<string, unknown>)[name!], rest));

const views = new WeakMap<AnyMachineSnapshot, LocalView>();

function localView(snapshot: AnyMachineSnapshot): LocalView {
  const known = views.get(snapshot);
  if (known) return known;
  const { value, context, tags } = snapshot;
  const matched = new Map<string, boolean>();
  const view: LocalView = {
    value,
    context,
    matches: (path) => {
      const found = matched.get(path) ?? inside(value, path.split('.'));
      matched.set(path, found);
      return found;
    },
    hasTag: (tag) => tags.has(tag),
  };
  views.set(snapshot, view);
  return view;
}

/** What claims read of a state. */
export const viewOf = ({ locals, queues }: Global): View => ({
  party: Object.fromEntries(Object.entries(locals).map(([name, snapshot]) => [name, localView(snapshot)])),
  channel: Object.fromEntries(Object.entries(queues).map(([name, { messages }]) => [name, messages])),
});
