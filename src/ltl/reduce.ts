import type { Automaton, AutomatonNode } from './automaton.ts';
import { componentsOf } from './components.ts';

/**
 * A smaller automaton that accepts the same runs: without the nodes from which no accepted run goes on, without
 * acceptance sets that others imply, and with nodes made one that ask the same and go on alike.
 */
export const reduced = (automaton: Automaton): Automaton => merged(withoutNeedlessSets(pruned(automaton)));

/** Keeps the nodes that reach an accepting component; those outside of such components need no acceptance marks. */
function pruned(automaton: Automaton): Automaton {
  const { nodes, sets } = automaton;
  const all = 2 ** sets - 1;
  const accepting = componentsOf(nodes).filter((component) => {
    const marks = component.reduce((bits, node) => bits | nodes[node]!.accepting, 0);
    return isCyclic(nodes, component) && marks === all;
  });
  const inside = new Set(accepting.flat());
  const useful = new Set(inside);
  for (let size = -1; size !== useful.size;) {
    size = useful.size;
    nodes.forEach(({ successors }, node) => {
      if (successors.some((successor) => useful.has(successor))) useful.add(node);
    });
  }
  const marked = nodes.map((node, number) => (inside.has(number) ? node : { ...node, accepting: 0 }));
  return renumbered(
    { ...automaton, nodes: marked },
    [...useful].sort((a, b) => a - b).map((node) => [node]),
  );
}

const isCyclic = (nodes: readonly AutomatonNode[], component: readonly number[]): boolean =>
  component.length > 1 || nodes[component[0]!]!.successors.includes(component[0]!);

/** Drops each acceptance set that another one lies in, or that every node is in. */
function withoutNeedlessSets({ nodes, sets, ...rest }: Automaton): Automaton {
  const kept: number[] = [];
  for (let set = 0; set < sets; set++) {
    const others = [...kept, ...Array.from({ length: sets - set - 1 }, (_, index) => set + 1 + index)];
    const has = (node: AutomatonNode, bit: number): boolean => ((node.accepting >>> bit) & 1) === 1;
    const implied = others.some((other) => nodes.every((node) => !has(node, other) || has(node, set)));
    if (!implied && !nodes.every((node) => has(node, set))) kept.push(set);
  }
  const compact = (bits: number): number => kept.reduce((sum, set, bit) => sum | (((bits >>> set) & 1) << bit), 0);
  return {
    ...rest,
    nodes: nodes.map((node) => ({ ...node, accepting: compact(node.accepting) })),
    sets: kept.length,
  };
}

/** The coarsest partition into nodes that ask the same, are marked the same, and go on into the same parts. */
function merged(automaton: Automaton): Automaton {
  const { nodes } = automaton;
  let part = nodes.map(() => 0);
  for (let count = 0; ;) {
    const numbers = new Map<string, number>();
    part = nodes.map(({ positive, negative, accepting, successors }) => {
      const parts = [...new Set(successors.map((successor) => part[successor]!))].sort((a, b) => a - b);
      const key = [positive, negative, accepting, ...parts].join(' ');
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
    if (numbers.size === count) break;
    count = numbers.size;
  }
  const parts: number[][] = [];
  part.forEach((number, node) => (parts[number] ??= []).push(node));
  return renumbered(automaton, parts);
}

/** The automaton of some nodes, those of one part made one. */
function renumbered({ nodes, initial, ...rest }: Automaton, parts: readonly (readonly number[])[]): Automaton {
  const part = new Map(parts.flatMap((members, number) => members.map((node) => [node, number] as const)));
  const numbers = (of: readonly number[]): number[] => [
    ...new Set(of.flatMap((node) => (part.has(node) ? [part.get(node)!] : []))),
  ];
  return {
    ...rest,
    nodes: parts.map(([first]) => ({ ...nodes[first!]!, successors: numbers(nodes[first!]!.successors) })),
    initial: numbers(initial),
  };
}
