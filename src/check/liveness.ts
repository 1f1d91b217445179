/**
 * Claims about infinite runs and about what comes after what, decided on the explored graph.
 *
 * Knows states by number and steps by edge. The graph must be complete: a state that was not expanded would look like
 * one in which nothing is possible.
 */
import type { Fairness } from '../model/index.ts';
import type { Taste } from './best-path.ts';
import { fairComponents } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { type LoopPlace, smallLasso } from './liveness-lasso.ts';
import { type EdgePath, type Watched, watch } from './liveness-search.ts';

/** 1 for each state in which no step of a weak or strong class is possible: a run may end there. */
export function restsOf(graph: Graph, fairness: readonly Fairness[] = graph.classFairness): Uint8Array {
  const { offsets, classes, states } = graph;
  const rests = new Uint8Array(states).fill(1);
  for (let state = 0; state < states; state++) {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      if (fairness[classes[edge]!] !== 'none') rests[state] = 0;
    }
  }
  return rests;
}

/**
 * A fair run on which a state `from` is never followed by a state `to`, neither at once nor later; none if there is none.
 *
 * A run that ends in a rest is preferred to a loop, and is then a shortest such run.
 *
 * @param from 1 for each such state; likewise `to`.
 */
export function leadsToViolation(
  graph: Graph,
  from: Uint8Array,
  to: Uint8Array,
  fairness: readonly Fairness[] = graph.classFairness,
  taste?: Taste,
): EdgePath | undefined {
  const owing = watch(graph, { arms: from, ends: to }, taste);
  const rests = restsOf(graph, fairness);
  const rest = nearestPath(owing, (state) => rests[state] === 1);
  if (rest !== undefined) return rest;
  const without = new Uint8Array(graph.classNames.length);
  const { of, lowest } = fairComponents(graph, { states: owing.states, without }, fairness);
  if (lowest.length === 0) return undefined;
  const nearest = of[owing.order.find((state) => of[state] !== -1)!];
  const place: LoopPlace = { states: owing.order.filter((state) => of[state] === nearest), without, fairness };
  return smallLasso(graph, place, owing.pathTo);
}

/** A shortest path on which `never` holds in the last state, and `after` in that one or an earlier; none if there is none. */
export function neverAfterViolation(
  graph: Graph,
  after: Uint8Array,
  never: Uint8Array,
  taste?: Taste,
): EdgePath | undefined {
  return nearestPath(watch(graph, { arms: after }, taste), (state) => never[state] === 1);
}

/** The best of the shortest paths to the wanted states among those met. */
function nearestPath({ order, distance, pathTo }: Watched, wanted: (state: number) => boolean): EdgePath | undefined {
  const first = order.find(wanted);
  if (first === undefined) return undefined;
  const least = distance(first);
  return { edges: pathTo(...order.filter((state) => wanted(state) && distance(state) === least)) };
}
