import type { Graph } from './graph.ts';

/**
 * The nodes of a breadth-first search in the order in which they are met, cut into layers of equal distance from the
 * first. A node is a state, or a state with something noted of the way to it.
 */
export type Layers = {
  /** How many numbers nodes may have. */
  readonly nodes: number;
  /** Layer `d` is from place `starts[d]` up to `starts[d + 1]`. */
  readonly starts: readonly number[];
  /** The node at a place of the order. */
  readonly at: (place: number) => number;
  readonly stateOf: (node: number) => number;
  /** The node that a step to a state leads to. */
  readonly next: (node: number, target: number) => number;
};

/** The layers of the states themselves: they are numbered in the order of the search. */
export function stateLayers({ offsets, targets, states }: Graph): Layers {
  const starts = [0, 1];
  let end = 1;
  for (let state = 0; state < starts.at(-1)!; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) end = Math.max(end, targets[edge]! + 1);
    if (state + 1 === starts.at(-1)! && end > state + 1) starts.push(end);
  }
  const same = (number: number): number => number;
  return { nodes: states, starts, at: same, stateOf: same, next: (_, target) => target };
}

/** The layer in which a place of the order is. */
export function layerOf({ starts }: Layers, place: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
