import type { Graph } from './graph.ts';
import type { Watch } from './liveness-search.ts';

/** A graph in which a violation is something that a state shows: of states, or of states with a note of the way to them. */
export type Unfolded = {
  readonly graph: Graph;
  readonly start: number;
  /** The state of a node. The steps of a node are those of its state, in their order, but where a run is not followed. */
  readonly stateOf: (node: number) => number;
};

/** The same graph, in which nothing goes on from `ends`. */
export function cut(graph: Graph, ends: Uint8Array): Graph {
  const offsets = new Uint32Array(graph.states + 1);
  const targets = new Uint32Array(graph.targets.length);
  const classes = new Uint16Array(graph.targets.length);
  let length = 0;
  for (let state = 0; state < graph.states; state++) {
    const [from, to] = [graph.offsets[state]!, ends[state] === 1 ? graph.offsets[state]! : graph.offsets[state + 1]!];
    targets.set(graph.targets.subarray(from, to), length);
    classes.set(graph.classes.subarray(from, to), length);
    length += to - from;
    offsets[state + 1] = length;
  }
  return { ...graph, offsets, targets: targets.subarray(0, length), classes: classes.subarray(0, length) };
}

/** The graph with one more state, the last: some edges lead there, and nothing goes on. */
export function diverted(graph: Graph, edges: Iterable<number>): Graph {
  const offsets = new Uint32Array(graph.states + 2);
  offsets.set(graph.offsets);
  offsets[graph.states + 1] = graph.targets.length;
  const targets = graph.targets.slice();
  for (const edge of edges) targets[edge] = graph.states;
  return { ...graph, states: graph.states + 1, offsets, targets };
}

/** Every state twice, with a watch off (even nodes) and on (odd ones). */
export function watched(graph: Graph, { arms, ends }: Watch): Unfolded {
  const { states, offsets, targets, classes } = graph;
  const isOn = (before: number, state: number): number => (ends?.[state] === 1 ? 0 : arms[state] === 1 ? 1 : before);
  const twice = {
    offsets: new Uint32Array(2 * states + 1),
    targets: new Uint32Array(2 * targets.length),
    classes: new Uint16Array(2 * targets.length),
  };
  let length = 0;
  for (let node = 0; node < 2 * states; node++) {
    for (let edge = offsets[node >>> 1]!; edge < offsets[(node >>> 1) + 1]!; edge++) {
      twice.targets[length] = 2 * targets[edge]! + isOn(node & 1, targets[edge]!);
      twice.classes[length++] = classes[edge]!;
    }
    twice.offsets[node + 1] = length;
  }
  return { graph: { ...graph, states: 2 * states, ...twice }, start: isOn(0, 0), stateOf: (node) => node >>> 1 };
}

/** The states themselves. */
export const plain = (graph: Graph): Unfolded => ({ graph, start: 0, stateOf: (node) => node });
