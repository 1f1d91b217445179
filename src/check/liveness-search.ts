import type { Graph } from './graph.ts';

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
  /** A shortest path on which the watch is on in the last state, `state`; from the initial state. */
  readonly pathTo: (state: number) => number[];
};

const unmet = 0;
const initial = 1;
const armed = 2;
const firstEdge = 3;

/**
 * Follows all runs breadth-first, with the watch off and on: a state is met at most once each way.
 *
 * Sixteen bytes for each state of the graph, nothing for each edge.
 */
export function watch(graph: Graph, { arms, ends }: Watch): Watched {
  const { offsets, targets, states } = graph;
  /** Two for each state, the watch off and on: how it was met. */
  const met = new Uint32Array(2 * states);
  const queue = new Uint32Array(2 * states);
  let length = 0;
  const meet = (node: number, how: number): void => {
    if (met[node] !== unmet) return;
    met[node] = how;
    queue[length++] = node;
    const state = node >>> 1;
    if ((node & 1) === 0 && arms[state] === 1 && ends?.[state] !== 1) meet(node + 1, armed);
  };
  meet(0, initial);
  for (let next = 0; next < length; next++) {
    const state = queue[next]! >>> 1;
    const on = queue[next]! & 1;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const target = targets[edge]!;
      if (on === 0 || ends?.[target] !== 1) meet(2 * target + on, edge + firstEdge);
    }
  }
  return found(graph, met, queue.subarray(0, length));
}

function found(graph: Graph, met: Uint32Array, queue: Uint32Array): Watched {
  const order = queue.filter((node) => (node & 1) === 1).map((node) => node >>> 1);
  const states = new Uint8Array(graph.states);
  for (const state of order) states[state] = 1;
  const pathTo = (state: number): number[] => {
    const path: number[] = [];
    for (let node = 2 * state + 1; met[node] !== initial;) {
      const how = met[node]!;
      if (how === armed) {
        node--;
      } else {
        path.push(how - firstEdge);
        node = 2 * sourceOf(graph, how - firstEdge) + (node & 1);
      }
    }
    return path.reverse();
  };
  return { states, order, pathTo };
}
