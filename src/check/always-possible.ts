import type { Graph } from './graph.ts';

/**
 * 1 for each state from which some steps lead to a state `to`, or that is one: one search backward (EF).
 *
 * Four bytes for each edge and eight for each state.
 */
export function canReach({ states, offsets, targets }: Graph, to: Uint8Array): Uint8Array {
  const sourcesFrom = new Uint32Array(states + 1);
  for (const target of targets) sourcesFrom[target + 1]!++;
  for (let state = 0; state < states; state++) sourcesFrom[state + 1]! += sourcesFrom[state]!;
  const filled = sourcesFrom.slice(0, states);
  const sources = new Uint32Array(targets.length);
  for (let state = 0; state < states; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) sources[filled[targets[edge]!]!++] = state;
  }
  const found = to.slice();
  const queue = new Uint32Array(states);
  let length = 0;
  for (let state = 0; state < states; state++) if (found[state] === 1) queue[length++] = state;
  for (let next = 0; next < length; next++) {
    const state = queue[next]!;
    for (let at = sourcesFrom[state]!; at < sourcesFrom[state + 1]!; at++) {
      const source = sources[at]!;
      if (found[source] === 1) continue;
      found[source] = 1;
      queue[length++] = source;
    }
  }
  return found;
}
