import type { Graph } from './graph.ts';

/** Splits a set of states into its strongly connected components, those of one state without a loop left out. */
export type Splitter = (states: Uint32Array) => Uint32Array[];

/**
 * Strongly connected components of subsets of a graph (R. Tarjan, "Depth-first search and linear graph algorithms", 1972),
 * without recursion: some 16 bytes for each state of the graph, kept for the next call.
 *
 * @param without 1 for each class whose edges do not count.
 * @param kinds of each state, a number: an edge between states of different ones does not count either.
 * @param ranks gets the place of each state's component among all of the set: no edge leads to a higher place.
 */
export function componentSplitter(
  graph: Graph,
  without: Uint8Array,
  kinds?: Int32Array,
  ranks?: Uint32Array,
): Splitter {
  const { offsets, targets, classes } = graph;
  /** 0 outside of the set, and for whatever is finished; otherwise 1, then the order of the visit + 1. */
  const visit = new Uint32Array(graph.states);
  const low = new Uint32Array(graph.states);
  const position = new Uint32Array(graph.states);
  const calls = new Uint32Array(graph.states);
  const stack = new Uint32Array(graph.states);
  let finished = 0;

  const loops = (state: number): boolean => {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      if (targets[edge] === state && without[classes[edge]!] !== 1) return true;
    }
    return false;
  };

  function visitFrom(root: number, found: Uint32Array[]): void {
    let visits = 1;
    let called = 0;
    let height = 0;
    const enter = (state: number): void => {
      visit[state] = low[state] = ++visits;
      position[state] = offsets[state]!;
      calls[called++] = state;
      stack[height++] = state;
    };
    enter(root);
    while (called > 0) {
      const state = calls[called - 1]!;
      const edge = position[state]!;
      if (edge < offsets[state + 1]!) {
        position[state] = edge + 1;
        if (without[classes[edge]!] === 1) continue;
        const target = targets[edge]!;
        if (kinds !== undefined && kinds[target] !== kinds[state]) continue;
        const seen = visit[target]!;
        if (seen === 1) enter(target);
        else if (seen > 1 && seen < low[state]!) low[state] = seen;
        continue;
      }
      called--;
      if (low[state] === visit[state]) {
        const top = height;
        do visit[stack[--height]!] = 0;
        while (stack[height] !== state);
        if (ranks) for (let place = height; place < top; place++) ranks[stack[place]!] = finished;
        finished++;
        if (top - height > 1 || loops(state)) found.push(stack.slice(height, top));
      }
      if (called > 0) {
        const caller = calls[called - 1]!;
        if (low[state]! < low[caller]!) low[caller] = low[state]!;
      }
    }
  }

  return (states) => {
    for (const state of states) visit[state] = 1;
    finished = 0;
    const found: Uint32Array[] = [];
    for (const state of states) if (visit[state] === 1) visitFrom(state, found);
    return found;
  };
}
