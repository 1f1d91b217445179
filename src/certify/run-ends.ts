import type { Order, System } from '../model/index.ts';
import { fairComponents } from './fair-components.ts';
import type { Scan } from './scan.ts';

/** A kind of end; the name is undefined where nobody declared one. */
export type End = { readonly name: string | undefined; readonly fine: boolean; readonly state: number };

/** The states in which no step that must be taken is possible, among those that were looked at. */
export const restsOf = ({ looked, edges, fairness }: Scan): number[] =>
  looked.filter((state) => edges[state]!.every(({ step }) => fairness[step.class] === 'none'));

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
  const still = { scan, fairness, may: ({ step }: { step: { class: string } }) => !progress.has(step.class) };
  const all = [...new Array(scan.states).keys()];
  return fairComponents(still, all, order).flatMap(({ states, named }) => {
    const names = new Map(states.filter((state) => scan.views[state]).map((state) => [state, endAt(state).name]));
    const lowest = endAt(states[0]!);
    if (new Set(names.values()).size <= 1) return [lowest];
    const alike = {
      ...still,
      may: (edge: Parameters<typeof still.may>[0] & { target: number }, source: number) =>
        still.may(edge) && names.get(source) === names.get(edge.target),
    };
    const parts = fairComponents(alike, states, named);
    return parts.length === 0 ? [lowest] : parts.map((part) => endAt(part.states[0]!));
  });
}
