import type { Fairness } from '../model/index.ts';
import type { Acceptance } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { type EdgePath, sourceOf } from './liveness-search.ts';
import { shortLoop } from './short-loop.ts';

/** Where a fair run goes round: a fair component, without the classes that it may not take. */
export type LoopPlace = {
  /** Of the component: nearest to the initial state first. */
  readonly states: Uint32Array;
  readonly without: Uint8Array;
  readonly fairness: readonly Fairness[];
  /** What the loop must visit besides. */
  readonly acceptance?: Acceptance;
  /** The state in which the loop closes. Default: any of those nearest to the initial state. */
  readonly start?: number;
};

/** Of the states of a component, how many are tried as the place where the loop closes. */
const starts = 64;
/** About how many states all these trials together may look at. */
const patience = 4_000_000;

/**
 * A small fair run into a component and round in it for ever.
 *
 * The way in is a shortest one; the loop is stitched of shortest legs, each to the nearest place that meets an obligation
 * of the loop so far, and one home; where its debts are few, a shortest loop is found instead. Of several states where the
 * loop can close, that with the fewest steps in all is taken.
 *
 * @param pathTo A shortest path to a state of the component.
 */
export function smallLasso(graph: Graph, place: LoopPlace, pathTo: (state: number) => readonly number[]): EdgePath {
  const loopFrom = loopFinder(graph, place);
  const trials = Math.max(1, Math.min(starts, Math.floor(patience / place.states.length)));
  let best: { edges: number[]; loop: number } | undefined;
  for (const state of place.start === undefined ? place.states.subarray(0, trials) : [place.start]) {
    const stem = pathTo(state);
    if (best && stem.length + 1 >= best.edges.length) break;
    const stitched = loopFrom(state);
    const most = Math.min(stitched.length, (best?.edges.length ?? Infinity) - stem.length);
    const edges = [...stem, ...(shortLoop(graph, place, state, most) ?? stitched)];
    if (!best || edges.length < best.edges.length) best = { edges, loop: stem.length };
  }
  return best!;
}

/** Gives, for a state of a fair component, the edges of a loop from it to itself in which every obligation is met. */
function loopFinder(graph: Graph, place: LoopPlace): (start: number) => number[] {
  const { states, without, fairness, acceptance } = place;
  const { targets, classes } = graph;
  const inside = new Uint8Array(graph.states);
  for (const state of states) inside[state] = 1;
  const nearest = legFinder(graph, (edge) => inside[targets[edge]!] === 1 && without[classes[edge]!] !== 1);
  const owedBy = obligations(graph, place);

  return (start) => {
    const loop: number[] = [];
    for (let at = start; ; at = targets[loop.at(-1)!]!) {
      const owed = owedBy(start, loop);
      if (isNothing(owed) && at === start && loop.length > 0) return shortened(graph, start, loop, owedBy);
      const released = owed.classes.filter((name) => fairness[name] === 'weak');
      const leg = nearest(at, (edge) => {
        const target = targets[edge]!;
        if (isNothing(owed)) return target === start;
        if (acceptance && (acceptance.of[target]! & owed.sets) !== 0) return true;
        return owed.classes.includes(classes[edge]!) || released.some((name) => !isPossible(graph, name, target));
      });
      loop.push(...leg);
    }
  };
}

/** What is still owed: classes that are not taken, and acceptance sets that are not visited, one bit each. */
type Debt = { readonly classes: readonly number[]; readonly sets: number };
/** What a way from `start` obliges to, if it is repeated for ever, and does not do. */
type Owed = (start: number, way: readonly number[]) => Debt;

const isNothing = ({ classes, sets }: Debt): boolean => classes.length === 0 && sets === 0;

const obligations = (graph: Graph, { fairness, acceptance }: LoopPlace): Owed => {
  const names = [...fairness.keys()].filter((name) => fairness[name] !== 'none');
  return (start, way) => {
    const passed = [...new Set([start, ...way.map((edge) => graph.targets[edge]!)])];
    const taken = new Set(way.map((edge) => graph.classes[edge]!));
    const classes = names.filter((name) => {
      if (taken.has(name)) return false;
      const possible = (state: number): boolean => isPossible(graph, name, state);
      return fairness[name] === 'weak' ? passed.every(possible) : passed.some(possible);
    });
    const sets = acceptance ? passed.reduce((left, state) => left & ~acceptance.of[state]!, acceptance.all) : 0;
    return { classes, sets };
  };
};

function isPossible({ offsets, classes }: Graph, name: number, state: number): boolean {
  for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) if (classes[edge] === name) return true;
  return false;
}

/** A loop without those of its rounds within the round that no obligation needs. */
function shortened(graph: Graph, start: number, loop: readonly number[], owedBy: Owed): number[] {
  const passed = [start, ...loop.map((edge) => graph.targets[edge]!)];
  for (let from = 0; from < loop.length; from++) {
    for (let to = loop.length; to > from; to--) {
      if (passed[from] !== passed[to] || to - from === loop.length) continue;
      const rest = [...loop.slice(0, from), ...loop.slice(to)];
      if (isNothing(owedBy(start, rest))) return shortened(graph, start, rest, owedBy);
    }
  }
  return [...loop];
}

type LegFinder = (start: number, arrives: (edge: number) => boolean) => number[];

/** Finds shortest paths of one step or more, over edges that `allowed` lets pass, to an edge that `arrives`. */
function legFinder(graph: Graph, allowed: (edge: number) => boolean): LegFinder {
  const { offsets, targets, states } = graph;
  const trial = new Uint32Array(states);
  const met = new Uint32Array(states);
  let trials = 0;
  return (start, arrives) => {
    const queue = [start];
    trial[start] = ++trials;
    for (const state of queue) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        if (!allowed(edge)) continue;
        if (arrives(edge)) {
          const leg = [edge];
          for (let at = state; at !== start; at = sourceOf(graph, met[at]!)) leg.push(met[at]!);
          return leg.reverse();
        }
        const target = targets[edge]!;
        if (trial[target] === trials) continue;
        trial[target] = trials;
        met[target] = edge;
        queue.push(target);
      }
    }
    throw new Error(`no way from state ${start} to meet an obligation: the component is not a fair one`);
  };
}
