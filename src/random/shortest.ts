import type { Path, Step } from '../model/index.ts';
import type { Sights } from './sights.ts';
import { NOWHERE, type Territory } from './territory.ts';

/**
 * For each of some sights a shortest path to it among the states that walks came through and those one step beside.
 *
 * One search, breadth first, finds all. Nothing can be shorter that is not beyond what was seen.
 */
export function shortestTo(territory: Territory, sights: Sights, wanted: ReadonlySet<number>): Map<number, Path> {
  const found = new Map<number, Path>();
  /** By state: the state before it on the way, and the place of the step. */
  const before = new Map<number, readonly [state: number, place: number]>();
  const stepAt = (state: number, place: number): Step =>
    territory.kinds.at(territory.choices(state).kinds[place]!).step;
  const wayTo = (state: number): Step[] => {
    const steps: Step[] = [];
    for (let at = before.get(state); at !== undefined; at = before.get(at[0])) steps.push(stepAt(...at));
    return steps.reverse();
  };
  const note = (seen: readonly number[], state: number, place?: number): void => {
    for (const sight of seen) {
      if (!wanted.has(sight) || found.has(sight)) continue;
      found.set(sight, { steps: [...wayTo(state), ...(place === undefined ? [] : [stepAt(state, place)])] });
    }
  };
  const layers = [[0]];
  const met = new Set([0]);
  for (let layer = layers[0]!; layer.length > 0 && found.size < wanted.size; layer = layers.at(-1)!) {
    for (const state of layer) note(sights.inState(state), state);
    const next: number[] = [];
    for (const state of layer) {
      if (!territory.isVisited(state)) continue;
      const { targets } = territory.choices(state);
      for (const [place, target] of targets.entries()) {
        note(sights.onStep(state, place), state, place);
        if (target === NOWHERE || met.has(target)) continue;
        met.add(target);
        before.set(target, [state, place]);
        next.push(target);
      }
    }
    layers.push(next);
  }
  return found;
}
