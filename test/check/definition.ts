/** Fair loops by their definition: every subset of states is looked at. The judge of cleverer ways, for tiny graphs. */
import type { Graph } from '../../src/check/graph.ts';
import { type EdgePath, sourceOf } from '../../src/check/liveness-search.ts';
import type { Fairness } from '../../src/model/index.ts';

type Edge = { source: number; target: number; name: number };

/** The edges of a graph, one by one. */
export const edgesOf = (graph: Graph): Edge[] =>
  Array.from(graph.targets, (target, edge) => ({ source: sourceOf(graph, edge), target, name: graph.classes[edge]! }));

/** Whether obligations are met by a run that visits these states and takes steps of these classes for ever. */
export function isFair(
  graph: Graph,
  fairness: readonly Fairness[],
  states: readonly number[],
  taken: ReadonlySet<number>,
): boolean {
  const possible = (state: number, name: number): boolean =>
    edgesOf(graph).some((edge) => edge.source === state && edge.name === name);
  return fairness.every((kind, name) => {
    if (kind === 'none' || taken.has(name)) return true;
    const holds = (state: number): boolean => possible(state, name);
    return kind === 'weak' ? !states.every(holds) : !states.some(holds);
  });
}

/** The largest sets of states, among `allowed`, round which a fair run can go for ever without some classes. */
export function fairSets(
  graph: Graph,
  fairness: readonly Fairness[],
  allowed: (state: number) => boolean,
  without: (name: number) => boolean,
): number[][] {
  const all = [...Array(graph.states).keys()];
  const fair: number[][] = [];
  for (let subset = 1; subset < 1 << graph.states; subset++) {
    const states = all.filter((state) => (subset >> state) & 1);
    if (!states.every(allowed)) continue;
    const inner = edgesOf(graph).filter(
      ({ source, target, name }) => states.includes(source) && states.includes(target) && !without(name),
    );
    const reach = (from: number): Set<number> => {
      const met = new Set(inner.filter(({ source }) => source === from).map(({ target }) => target));
      for (const state of met) for (const edge of inner) if (edge.source === state) met.add(edge.target);
      return met;
    };
    if (!states.every((state) => reach(state).size === states.length)) continue;
    if (isFair(graph, fairness, states, new Set(inner.map(({ name }) => name)))) fair.push(states);
  }
  const inside = (small: number[], large: number[]): boolean =>
    small.length < large.length && small.every((state) => large.includes(state));
  return fair.filter((states) => !fair.some((larger) => inside(states, larger))).sort((x, y) => x[0]! - y[0]!);
}

/** The states along a path from state 0. Throws where two edges do not join. */
export function statesAlong(graph: Graph, { edges }: EdgePath): number[] {
  const states = [0];
  for (const edge of edges) {
    if (sourceOf(graph, edge) !== states.at(-1)) throw new Error(`edge ${edge} does not leave state ${states.at(-1)}`);
    states.push(graph.targets[edge]!);
  }
  return states;
}

/** Whether the repeated part of a path is a loop in which every obligation is met. */
export function loopsFairly(graph: Graph, fairness: readonly Fairness[], path: EdgePath): boolean {
  const states = statesAlong(graph, path).slice(path.loop);
  const taken = new Set(path.edges.slice(path.loop).map((edge) => graph.classes[edge]!));
  return (
    path.loop !== undefined &&
    states.length > 1 &&
    states.at(0) === states.at(-1) &&
    isFair(graph, fairness, states, taken)
  );
}
