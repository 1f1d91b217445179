import type { Graph } from './graph.ts';
import type { Layers } from './layers.ts';

/** What makes one of several shortest paths better to read than another. */
export type Taste = {
  /** By class: 1 for a fault. */
  readonly faults: Uint8Array;
  /** Who acts in each step of a state, by number, in the order of its edges. */
  readonly movers: (state: number) => ArrayLike<number>;
};

/** A step that ends a path and need not be an edge of the graph. */
export type LastStep = { readonly party: number; readonly fault: boolean };

/** Where paths may end: in these nodes, all of one layer; where last steps are given, with one of them. */
export type Goal = ReadonlyMap<number, readonly LastStep[] | undefined>;

/** The edges of a path, and which of the last steps follows. */
export type BestPath = { readonly edges: readonly number[]; readonly last?: number };

/** A fault weighs more than all switches of party that a path can have. */
const FAULT = 2 ** 26;

/** A step on the way to a goal: who acts, what it and the rest of the way weigh, and where it leads. */
type Choice = {
  readonly party: number;
  readonly weight: number;
  readonly edge?: number;
  readonly last?: number;
  readonly node?: Node;
};

/** A node on a shortest path: its choices in order, and the least weight of the way on, all told and by who goes first. */
type Node = {
  readonly choices: readonly Choice[];
  readonly least: number;
  readonly by: ReadonlyMap<number, number>;
};

const arrived: Node = { choices: [], least: 0, by: new Map() };

/**
 * Of all shortest paths to a goal that with the fewest faults; of these that with the fewest switches from one party to
 * another; of these that whose edges come first.
 *
 * Dynamic programming backwards over shortest paths alone, a layer at a time (the buckets of R. Dial, "Algorithm 360",
 * 1969).
 *
 * @param layer of the goal.
 * @param taste Without, the path whose edges come first.
 */
export function bestPath(graph: Graph, layers: Layers, layer: number, goal: Goal, taste: Taste | undefined): BestPath {
  const { offsets, targets, classes } = graph;
  const nodes = new Map<number, Node>();
  const leading = new Uint8Array(layers.nodes);
  for (const [node, lasts] of goal) {
    nodes.set(node, lasts === undefined ? arrived : weighed(lasts.map(lastChoice)));
    leading[node] = 1;
  }
  for (let depth = layer - 1; depth >= 0; depth--) {
    const found: number[] = [];
    for (let place = layers.starts[depth]!; place < layers.starts[depth + 1]!; place++) {
      const node = layers.at(place);
      const state = layers.stateOf(node);
      const choices: Choice[] = [];
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        const next = layers.next(node, targets[edge]!);
        if (leading[next] !== 1) continue;
        const party = taste?.movers(state)[edge - offsets[state]!] ?? 0;
        const after = nodes.get(next)!;
        const fault = taste?.faults[classes[edge]!] === 1 ? FAULT : 0;
        choices.push({ party, edge, node: after, weight: fault + weightAfter(after, party) });
      }
      if (choices.length === 0) continue;
      nodes.set(node, weighed(choices));
      found.push(node);
    }
    for (const node of found) leading[node] = 1;
  }
  return walked(nodes.get(layers.at(0))!);
}

const lastChoice = ({ party, fault }: LastStep, last: number): Choice => ({ party, last, weight: fault ? FAULT : 0 });

/** What the way on from a node weighs when a party acted just before: a switch, where another goes on, counts 1. */
const weightAfter = ({ least, by }: Node, party: number): number =>
  by.size === 0 ? 0 : Math.min(least + 1, by.get(party) ?? Infinity);

function weighed(choices: readonly Choice[]): Node {
  const by = new Map<number, number>();
  for (const { party, weight } of choices) by.set(party, Math.min(weight, by.get(party) ?? Infinity));
  return { choices, least: Math.min(...by.values()), by };
}

function walked(first: Node): BestPath {
  const edges: number[] = [];
  let last: number | undefined;
  let before: number | undefined;
  for (let node: Node | undefined = first; node !== undefined && node.by.size > 0;) {
    const wanted: number = before === undefined ? node.least : weightAfter(node, before);
    const choice: Choice = node.choices.find(
      ({ party, weight }) => weight + (before === undefined || before === party ? 0 : 1) === wanted,
    )!;
    if (choice.edge !== undefined) edges.push(choice.edge);
    last = choice.last;
    before = choice.party;
    node = choice.node;
  }
  return { edges, ...(last !== undefined && { last }) };
}
