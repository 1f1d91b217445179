import { type Fairness, LEFT_OUT, type Order, type Reason } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { componentSplitter } from './strong-components.ts';

/** What a run keeps to while it is looked for, and what obliges it. */
export type Bounds = {
  readonly fairness: readonly Fairness[];
  /** 1 for each class whose steps may not be taken. */
  readonly without?: Uint8Array;
  /** Of each state, a number: a run stays among states of one. */
  readonly kinds?: Int32Array;
  /** The order by names of a fair component, where there is need of one. */
  readonly named?: (component: Uint32Array) => Order | undefined;
};

/**
 * An order of the strongly connected components of a region, each with the reason why no fair run stays in it, or with
 * the remark that one does: what `fairComponents` finds, so that it can be checked edge by edge.
 *
 * @param region ascending numbers of states.
 */
export function componentOrder(graph: Graph, region: Uint32Array, bounds: Bounds): Order {
  const without = bounds.without ?? new Uint8Array(graph.classNames.length);
  const ranks = new Uint32Array(graph.states);
  const split = componentSplitter(graph, without, bounds.kinds, ranks);
  const reasonOf = reasoner(graph, without, bounds.fairness);
  const orderOf = (states: Uint32Array): Order => {
    const components = split(states);
    const own = states.map((state) => ranks[state]!);
    const reasons = components.map((component): [number, Reason] => {
      const sorted = component.slice().sort();
      const rank = ranks[component[0]!]!;
      return [rank, told(sorted)];
    });
    return { ranks: own, reasons: new Map(reasons) };
  };
  const told = (component: Uint32Array): Reason => {
    const { starved, strong, rest } = reasonOf(component);
    if (starved !== undefined) return { kind: 'weak', class: graph.classNames[starved]! };
    if (strong.length > 0) {
      return {
        kind: 'strong',
        classes: strong.map((name) => graph.classNames[name]!),
        rest: among(component, rest, orderOf(rest)),
      };
    }
    const named = bounds.named?.(component);
    return { kind: 'fair', ...(named && { named }) };
  };
  return orderOf(region);
}

/** The order of some states as one of all: the others are left out. */
function among(all: Uint32Array, some: Uint32Array, { ranks, reasons }: Order): Order {
  let next = 0;
  return { ranks: all.map((state) => (state === some[next] ? ranks[next++]! : LEFT_OUT)), reasons };
}

/** Why a component is not fair, by the numbers of classes: one that starves it, or some whose states a fair run leaves. */
type Unfair = { readonly starved: number | undefined; readonly strong: readonly number[]; readonly rest: Uint32Array };

function reasoner(
  graph: Graph,
  without: Uint8Array,
  fairness: readonly Fairness[],
): (component: Uint32Array) => Unfair {
  const { offsets, targets, classes } = graph;
  return (component) => {
    const inside = new Set(component);
    const kinds = (state: number): number[] => [...new Set(classes.subarray(offsets[state], offsets[state + 1]))];
    const times = new Map<number, number>();
    const taken = new Set<number>();
    for (const state of component) {
      for (const name of kinds(state)) times.set(name, (times.get(name) ?? 0) + 1);
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const name = classes[edge]!;
        if (without[name] !== 1 && inside.has(targets[edge]!)) taken.add(name);
      }
    }
    const owed = [...times].filter(([name]) => fairness[name] !== 'none' && !taken.has(name));
    const starved = owed.find(([, count]) => count === component.length)?.[0];
    const strong = owed.flatMap(([name]) => (fairness[name] === 'strong' ? [name] : []));
    const rest = component.filter((state) => !kinds(state).some((name) => strong.includes(name)));
    return { starved, strong, rest };
  };
}
