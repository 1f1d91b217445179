import { type Taste, bestPath } from './best-path.ts';
import type { Graph } from './graph.ts';
import { type Layers, layerOf } from './layers.ts';

/** Steps by their edges in the graph; with `loop`, those from that index on repeat for ever. As `Path`, in numbers. */
export type EdgePath = { readonly edges: readonly number[]; readonly loop?: number };

/** The state that an edge leaves. */
export function sourceOf({ offsets, states }: Graph, edge: number): number {
  let low = 0;
  for (let high = states - 1; low < high;) {
    const middle = (low + high + 1) >>> 1;
    if (offsets[middle]! <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What a run is watched for: `arms` starts the watch in a state, `ends` calls it off. 1 for each such state. */
export type Watch = { readonly arms: Uint8Array; readonly ends?: Uint8Array };

/** All that runs from the initial state do while the watch is on. */
export type Watched = {
  /** 1 for each state that a run meets with the watch on. */
  readonly states: Uint8Array;
  /** The same states, nearest to the initial state first. */
  readonly order: Uint32Array;
  /** How many steps such a state is from the initial one. */
  readonly distance: (state: number) => number;
  /** A shortest path on which the watch is on in the last state, which is one of these, all equally far; of several the best. */
  readonly pathTo: (...states: readonly number[]) => readonly number[];
};

/**
 * Follows all runs breadth-first, with the watch off and on: a state is met at most once each way.
 *
 * Some twenty bytes for each state of the graph, nothing for each edge.
 */
export function watch(graph: Graph, { arms, ends }: Watch, taste?: Taste): Watched {
  const { offsets, targets, states } = graph;
  const isOn = (before: number, state: number): number => {
    if (ends?.[state] === 1) return 0;
    return arms[state] === 1 ? 1 : before;
  };
  const met = new Uint8Array(2 * states);
  const queue = new Uint32Array(2 * states);
  const starts = [0, 1];
  let length = 1;
  queue[0] = isOn(0, 0);
  met[queue[0]] = 1;
  for (let place = 0; place < length; place++) {
    const node = queue[place]!;
    for (let edge = offsets[node >>> 1]!; edge < offsets[(node >>> 1) + 1]!; edge++) {
      const target = targets[edge]!;
      const next = 2 * target + isOn(node & 1, target);
      if (met[next] === 1) continue;
      met[next] = 1;
      queue[length++] = next;
    }
    if (place + 1 === starts.at(-1)! && length > place + 1) starts.push(length);
  }
  const layers: Layers = {
    nodes: 2 * states,
    starts,
    at: (place) => queue[place]!,
    stateOf: (node) => node >>> 1,
    next: (node, target) => 2 * target + isOn(node & 1, target),
  };
  return found(graph, layers, length, taste);
}

function found(graph: Graph, layers: Layers, length: number, taste: Taste | undefined): Watched {
  const states = new Uint8Array(graph.states);
  const places = new Uint32Array(graph.states);
  const order = new Uint32Array(graph.states);
  let count = 0;
  for (let place = 0; place < length; place++) {
    const node = layers.at(place);
    if ((node & 1) === 0) continue;
    const state = node >>> 1;
    states[state] = 1;
    places[state] = place;
    order[count++] = state;
  }
  const distance = (state: number): number => layerOf(layers, places[state]!);
  const pathTo = (...wanted: readonly number[]): readonly number[] => {
    const goal = new Map(wanted.map((state) => [2 * state + 1, undefined]));
    return bestPath(graph, layers, distance(wanted[0]!), goal, taste).edges;
  };
  return { states, order: order.subarray(0, count), distance, pathTo };
}
