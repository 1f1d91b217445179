import { IntColumn } from '../compose/index.ts';
import type { Automaton } from '../ltl/index.ts';
import type { Fairness } from '../model/index.ts';
import type { Graph } from './graph.ts';
import type { Letters } from './ltl-letters.ts';
import { type EdgePath, sourceOf } from './liveness-search.ts';

/**
 * A graph read by an automaton: each node is a state of the graph with a node of the automaton that is content with it.
 *
 * Node 0 is not reached by any run: it stands for the steps of a state that its automaton node does not go along with, so
 * that what is possible in the state can still be read off the product. Other nodes are numbered breadth-first.
 */
export type Product = {
  readonly graph: Graph;
  /** Of each node: the acceptance sets that it is in, one bit each. */
  readonly accepting: Uint32Array;
  /** A shortest path to a node from where runs begin, in edges of the product. */
  readonly pathTo: (node: number) => number[];
  /** A path of the product as one of the graph that was read. */
  readonly project: (path: EdgePath) => EdgePath;
};

/** Why no product is needed: this run comes to its end, and the automaton accepts it. */
type Ended = { readonly ended: EdgePath };

const NOBODY = 0;
/** Instead of an edge that leads to a node: runs begin there. */
const BEGINS = -1;

/**
 * Builds the product breadth-first, until a run is met that may end and is accepted.
 *
 * Some 20 bytes for each node of the product, 12 for each of its edges, 4 for each pair of a state and an automaton node.
 *
 * @param ends whether a run may end in a state, and the automaton accepts it if it goes on from the given node.
 */
export function productOf(
  graph: Graph,
  automaton: Automaton,
  letters: Letters,
  fairness: readonly Fairness[],
  ends: (state: number, node: number) => boolean,
): Product | Ended {
  const { nodes } = automaton;
  const { offsets, targets, classes } = graph;
  const { ofState, ofEdge, events } = letters;
  const numbers = new Uint32Array(graph.states * nodes.length);
  const [pairs, met] = [new IntColumn(), new IntColumn()];
  const [rows, to, name, original] = [new IntColumn(), new IntColumn(), new IntColumn(), new IntColumn()];

  const content = (node: number, truths: number, about: number): boolean =>
    (nodes[node]!.positive & about & ~truths) === 0 && (nodes[node]!.negative & about & truths) === 0;
  /** The number of a pair, given when it is met for the first time: then with the edge that led there. */
  const numbered = (state: number, node: number, edge: number): number => {
    const pair = state * nodes.length + node;
    if (numbers[pair] === NOBODY) {
      numbers[pair] = pairs.length;
      pairs.push(pair);
      met.push(edge);
    }
    return numbers[pair]!;
  };
  const link = (target: number, edge: number): void => {
    to.push(target);
    name.push(classes[edge]!);
    original.push(edge);
  };
  const read = (): Graph => ({
    states: rows.length - 1,
    offsets: words(rows),
    targets: words(to),
    classes: Uint16Array.from(words(name)),
    classNames: graph.classNames,
    classFairness: fairness,
  });
  const pathIn =
    (product: Graph) =>
    (node: number): number[] => {
      const path: number[] = [];
      for (let at = node; met.data[at] !== BEGINS; at = sourceOf(product, path.at(-1)!)) path.push(met.data[at]!);
      return path.reverse();
    };
  const project = ({ edges, loop }: EdgePath): EdgePath => ({
    edges: edges.map((edge) => original.data[edge]!),
    ...(loop !== undefined && { loop }),
  });

  for (const column of [pairs, met, rows]) column.push(0);
  for (const node of automaton.initial) if (content(node, ofState[0]!, ~events)) numbered(0, node, BEGINS);
  for (let number = 1; number < pairs.length; number++) {
    rows.push(to.length);
    const state = Math.floor(pairs.data[number]! / nodes.length);
    const node = pairs.data[number]! % nodes.length;
    if (ends(state, node)) {
      rows.push(to.length);
      return { ended: project({ edges: pathIn(read())(number) }) };
    }
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const before = to.length;
      if (content(node, ofEdge(edge), events)) {
        const target = targets[edge]!;
        for (const successor of nodes[node]!.successors) {
          if (content(successor, ofState[target]!, ~events)) link(numbered(target, successor, to.length), edge);
        }
      }
      if (to.length === before && fairness[classes[edge]!] !== 'none') link(NOBODY, edge);
    }
  }
  rows.push(to.length);
  const product = read();
  return {
    graph: product,
    accepting: Uint32Array.from(words(pairs), (pair) => nodes[pair % nodes.length]!.accepting),
    pathTo: pathIn(product),
    project,
  };
}

const words = ({ data, length }: IntColumn): Uint32Array => new Uint32Array(data.buffer, 0, length);
