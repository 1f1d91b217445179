import type { Order, System } from '../model/index.ts';
import { type Course, fairComponents } from './fair-components.ts';
import type { Scan } from './scan.ts';

/** A kind of end; the name is undefined where nobody declared one. */
export type End = { readonly name: string | undefined; readonly fine: boolean; readonly state: number };

/** The states in which no step that must be taken is possible, among those that were looked at. */
export const restsOf = ({ looked, edges, fairness }: Scan): number[] =>
  looked.filter((state) => edges[state]!.every(({ step }) => (fairness[step.class] ?? 'none') === 'none'));

/**
 * The kinds of end of fair runs that go on for ever without progress.
 *
 * A component whose states all bear one name has it. In one of several names, each fair part of one name is an end; if
 * there is none, the lowest state names the whole.
 *
 * @param order of all states, by the steps that make no progress.
 * @throws Refusal when the order does not hold.
 */
export function loopEnds(system: System, scan: Scan, order: Order | undefined): End[] {
  const progress = new Set(system.progress);
  const endAt = (state: number): End => {
    const ending = scan.views[state] && system.ending(scan.views[state]);
    return { name: ending?.name, fine: ending?.fine ?? false, state };
  };
  const fairness = (name: string) => scan.fairness[name] ?? 'none';
  const still: Course = { scan, fairness, may: ({ step }) => !progress.has(step.class) };
  const all = [...new Array(scan.states).keys()];
  return fairComponents(still, all, order).flatMap(({ states, named }) => {
    const names = new Map(states.filter((state) => scan.views[state]).map((state) => [state, endAt(state).name]));
    const [seen] = names.keys();
    // Of a loop through states of several names, a sample does not show how it ends.
    if (seen === undefined || (names.size < states.length && named)) return [];
    const lowest = endAt(seen);
    if (new Set(names.values()).size === 1) return [lowest];
    const alike: Course = {
      ...still,
      may: (edge, source) => still.may(edge, source) && names.get(source) === names.get(edge.target),
    };
    const parts = fairComponents(alike, states, named);
    return parts.length === 0 ? [lowest] : parts.map((part) => endAt(part.states[0]!));
  });
}
