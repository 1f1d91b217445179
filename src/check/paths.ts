import { type Composition, type StateStore, type TakenStep, stepsOf } from '../compose/index.ts';
import type { Path, Step } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { type EdgePath, sourceOf } from './liveness-search.ts';

/** The steps of a shortest path from the initial state. The state's parents must be expanded. */
export function stepsTo(composition: Composition, store: StateStore, state: number): Step[] {
  const steps: Step[] = [];
  let child = state;
  for (let parent = store.parent(child); parent !== undefined; parent = store.parent(child)) {
    steps.unshift(stepBetween(composition, store, parent, child));
    child = parent;
  }
  return steps;
}

/** The steps of a state that lead somewhere, in the order of the graph's edges. */
export function stepsFrom(composition: Composition, store: StateStore, state: number): TakenStep[] {
  return allSteps(composition, store, state).filter(({ after }) => after !== undefined);
}

/** The first step of a state for which `wanted` is true, full queues included, after a shortest path to the state. */
export function pathThrough(
  composition: Composition,
  store: StateStore,
  state: number,
  wanted: (taken: TakenStep, index: number) => boolean,
): Path {
  const last = allSteps(composition, store, state).find(wanted);
  if (last === undefined) throw new Error(`state ${state} has not got the step that was met there`);
  return { steps: [...stepsTo(composition, store, state), last.step] };
}

/** A path given by edges, in the shared words. */
export function pathOf(composition: Composition, store: StateStore, graph: Graph, path: EdgePath): Path {
  const steps = path.edges.map((edge) => {
    const source = sourceOf(graph, edge);
    return stepsFrom(composition, store, source)[edge - graph.offsets[source]!]!.step;
  });
  return { steps, ...(path.loop !== undefined && { loop: path.loop }) };
}

function stepBetween(composition: Composition, store: StateStore, from: number, to: number): Step {
  const wanted = componentsOf(store, to);
  const found = stepsFrom(composition, store, from).find(({ after }) =>
    after!.every((part, at) => part === wanted[at]),
  );
  if (found === undefined) throw new Error(`no step leads from state ${from} to state ${to}, its child`);
  return found.step;
}

const allSteps = (composition: Composition, store: StateStore, state: number): TakenStep[] =>
  stepsOf(composition, componentsOf(store, state));

/** The components of a state. */
export function componentsOf(store: StateStore, state: number): Int32Array {
  const components = new Int32Array(store.layout.fields.length);
  store.read(state, components);
  return components;
}
