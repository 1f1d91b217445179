import type { Predicate, StepKey, System } from '../model/index.ts';

import { LiveSystem } from './live-system.ts';

/** How many states live actors look at: each is come to from the start anew. */
const patience = 200;

/**
 * Looks for steps that lead on from a path to a state `to`, breadth-first, on live actors.
 *
 * @returns the steps that were found; undefined when none were, among all states ahead or the nearest 200.
 */
export function wayAhead(system: System, path: readonly StepKey[], to: Predicate): readonly StepKey[] | undefined {
  const seen = new Set<string>();
  const open: (readonly StepKey[])[] = [[]];
  for (const way of open) {
    const live = new LiveSystem(system);
    for (const step of [...path, ...way]) live.take(step);
    const key = live.snapshotKey();
    if (seen.has(key)) continue;
    seen.add(key);
    if (to(live.view())) return way;
    if (seen.size === patience) return undefined;
    for (const choice of live.enabled()) open.push([...way, choice]);
  }
  return undefined;
}
