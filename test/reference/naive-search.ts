import type { Fairness, Step, System, View } from '../../src/model/index.ts';
import type { NaiveEdge } from './naive-fairness.ts';
import { type Global, initialState, keyOf, type StepError, stepsOf } from '../../src/certify/naive-steps.ts';
import { viewOf } from '../../src/certify/naive-view.ts';

/** Every state that was met, in the order in which breadth-first search meets them. */
export type Explored = {
  edges: (NaiveEdge & { step: Step })[][];
  fairness: Record<string, Fairness>;
  views: View[];
  depth: number[];
  /** How each state but the first was met. */
  parent: { state: number; step: Step }[];
  /** Of the steps of `state`; of the sends of the first snapshots, where there is no `step`. */
  errors: (StepError & { state: number; length: number; step?: Step })[];
  complete: boolean;
};

/** Explores breadth-first, with one Map from the text of a state to its number; stops after `maxStates` states. */
export function explore(system: System, maxStates: number): Explored {
  const numbers = new Map<string, number>();
  const states: Global[] = [];
  const found: Explored = { edges: [], fairness: {}, views: [], depth: [], parent: [], errors: [], complete: true };
  const enter = (state: Global, depth: number, parent?: { state: number; step: Step }): number => {
    const key = keyOf(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, states.length);
    found.views.push(viewOf(state));
    found.depth.push(depth);
    if (parent) found.parent[states.length] = parent;
    return states.push(state) - 1;
  };
  const first = initialState(system);
  enter(first.state, 0);
  for (const error of first.errors) found.errors.push({ ...error, state: 0, length: 0 });
  for (let source = 0; source < states.length && found.complete; source++) {
    const length = found.depth[source]! + 1;
    found.edges[source] = [];
    for (const { step, fairness, next, errors } of stepsOf(system, states[source]!)) {
      for (const error of errors) found.errors.push({ ...error, state: source, length, step });
      found.fairness[step.class] = fairness;
      if (!next) continue;
      found.edges[source]!.push({ target: enter(next, length, { state: source, step }), class: step.class, step });
    }
    if (states.length > maxStates) found.complete = false;
  }
  if (found.errors.some(({ kind }) => kind === 'bound hit')) found.complete = false;
  return found;
}

/** The steps of a shortest path from the first state. */
export function pathTo({ parent }: Explored, state: number): Step[] {
  const came = parent[state];
  return came ? [...pathTo({ parent } as Explored, came.state), came.step] : [];
}
