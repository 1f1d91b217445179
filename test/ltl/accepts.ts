/** Whether an automaton accepts a lasso: the product of the two, searched in the plainest way. */
import type { Automaton, Lasso } from '../../src/ltl/index.ts';

export function accepts({ nodes, initial, sets, propositions }: Automaton, lasso: Lasso): boolean {
  const reads = (node: number, position: number): boolean =>
    propositions.every((proposition, bit) => {
      const truth = lasso.holds(proposition, position);
      return truth ? ((nodes[node]!.negative >>> bit) & 1) === 0 : ((nodes[node]!.positive >>> bit) & 1) === 0;
    });
  const after = (position: number): number => (position + 1 === lasso.length ? lasso.loop : position + 1);
  const from = (pair: string): string[] => {
    const [node, position] = pair.split(' ').map(Number) as [number, number];
    return nodes[node]!.successors.filter((next) => reads(next, after(position))).map(
      (next) => `${next} ${after(position)}`,
    );
  };
  const reach = (pairs: readonly string[]): Set<string> => {
    const found = new Set(pairs);
    for (const pair of found) for (const next of from(pair)) found.add(next);
    return found;
  };
  const all = reach(initial.filter((node) => reads(node, 0)).map((node) => `${node} 0`));
  return [...all].some((pair) => {
    const round = reach(from(pair));
    if (!round.has(pair)) return false;
    const component = [...round].filter((other) => reach([other]).has(pair));
    const marks = component.reduce((bits, other) => bits | nodes[Number(other.split(' ')[0])]!.accepting, 0);
    return marks === 2 ** sets - 1;
  });
}
