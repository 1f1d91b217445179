import type { Fairness } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { componentSplitter } from './strong-components.ts';

/** What a run may keep to: some states, and steps of some classes. What obliges it is still read from the whole graph. */
export type Region = {
  /** 1 for each state of the region. */
  readonly states: Uint8Array;
  /** 1 for each class whose steps may not be taken. */
  readonly without: Uint8Array;
  /** Of each state, a number: a run stays among states of one. Default: they are all alike. */
  readonly kinds?: Int32Array;
  /** What a run must visit for ever besides. */
  readonly acceptance?: Acceptance;
};

/** Sets of states, at most 30: of each state those that it is in, one bit each. Each is to be visited again and again. */
export type Acceptance = { readonly of: Uint32Array; readonly all: number };

/** The largest sets of states round which a fair run can go for ever; no two have a state in common. */
export type FairComponents = {
  /** Of each state: the number of its component, or -1. */
  readonly of: Int32Array;
  /** Of each component: its lowest state; ascending. */
  readonly lowest: readonly number[];
};

/**
 * All fair components of a region: strongly connected, with each obligation met.
 *
 * A class is possible in a state that has a step of that class anywhere in the graph, and taken by a component that has
 * one between two of its states. Weak: a class possible in every state must be taken; strong: one possible in some state.
 * Found by refining strongly connected components as for Streett acceptance: the states in which a strong class is
 * possible that their component never takes are removed, and what is left is split anew.
 */
export function fairComponents(
  graph: Graph,
  region: Region,
  fairness: readonly Fairness[] = graph.classFairness,
): FairComponents {
  const split = componentSplitter(graph, region.without, region.kinds);
  const refine = refiner(graph, region, fairness);
  const of = new Int32Array(graph.states).fill(-1);
  const found: Uint32Array[] = [];
  const open = split(numbersOf(region.states));
  for (let component = open.pop(); component; component = open.pop()) {
    const kept = refine(component);
    if (kept.length === component.length) found.push(component);
    else open.push(...split(kept));
  }
  const least = (states: Uint32Array): number => states.reduce((lowest, state) => Math.min(lowest, state));
  const ordered = found.map((states) => ({ states, lowest: least(states) })).sort((a, b) => a.lowest - b.lowest);
  ordered.forEach(({ states }, number) => states.forEach((state) => (of[state] = number)));
  return { of, lowest: ordered.map(({ lowest }) => lowest) };
}

function numbersOf(flags: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(flags.length);
  let length = 0;
  for (let state = 0; state < flags.length; state++) if (flags[state] === 1) numbers[length++] = state;
  return numbers.subarray(0, length);
}

/** Of a strongly connected component, the states that a fair loop may keep to: all if it is fair, none if no part can be. */
function refiner(
  graph: Graph,
  { without, acceptance }: Region,
  fairness: readonly Fairness[],
): (component: Uint32Array) => Uint32Array {
  const { offsets, targets, classes } = graph;
  const inside = new Uint8Array(graph.states);
  const possibleIn = new Uint32Array(fairness.length);
  const countedAt = new Int32Array(fairness.length);
  const taken = new Uint8Array(fairness.length);

  function count(component: Uint32Array): void {
    possibleIn.fill(0);
    countedAt.fill(-1);
    taken.fill(0);
    for (const state of component) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const name = classes[edge]!;
        if (countedAt[name] !== state) possibleIn[name]!++;
        countedAt[name] = state;
        if (inside[targets[edge]!] === 1 && without[name] !== 1) taken[name] = 1;
      }
    }
  }
  const avoids = (state: number): boolean => {
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const name = classes[edge]!;
      if (fairness[name] === 'strong' && taken[name] === 0) return false;
    }
    return true;
  };

  return (component) => {
    for (const state of component) inside[state] = 1;
    count(component);
    for (const state of component) inside[state] = 0;
    const starved = fairness.some(
      (kind, name) => kind === 'weak' && taken[name] === 0 && possibleIn[name] === component.length,
    );
    const visited = acceptance && component.reduce((sets, state) => sets | acceptance.of[state]!, 0);
    return starved || visited !== acceptance?.all ? new Uint32Array(0) : component.filter(avoids);
  };
}
