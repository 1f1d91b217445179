import { type Automaton, automatonOf } from '../ltl/index.ts';
import { type Fairness, type Formula, ModelError } from '../model/index.ts';
import { fairComponents } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { smallLasso } from './liveness-lasso.ts';
import { restsOf } from './liveness.ts';
import type { EdgePath } from './liveness-search.ts';
import type { Letters } from './ltl-letters.ts';
import { productOf } from './ltl-product.ts';

/** The automaton of the runs of which a claim's formula is not true. @throws ModelError naming a claim that is too large. */
export function automatonAgainst(claim: string, formula: Formula): Automaton {
  try {
    return automatonOf({ operator: '!', of: formula });
  } catch (error) {
    throw error instanceof ModelError ? new ModelError(`claim "${claim}": ${error.message}`) : error;
  }
}

/**
 * A fair maximal run that an automaton accepts; none if there is none.
 *
 * A run that comes to an end, in a state in which no step of a weak or strong class is possible, is read as one that stays
 * in its last state for ever, with no event. Such a run is preferred to a loop, and is then a shortest one. Fairness is
 * an obligation of the loop beside the automaton's acceptance: a Streett condition, decided by refining components.
 */
export function acceptedRun(
  graph: Graph,
  automaton: Automaton,
  letters: Letters,
  fairness: readonly Fairness[],
): EdgePath | undefined {
  if (automaton.initial.length === 0) return undefined;
  const rests = restsOf(graph, fairness);
  const standstills = standstillsOf(automaton);
  const ends = (state: number, node: number): boolean =>
    rests[state] === 1 && standstills(letters.ofState[state]!).has(node);
  const product = productOf(graph, automaton, letters, fairness, ends);
  if ('ended' in product) return product.ended;
  const { accepting, pathTo, project } = product;
  const without = new Uint8Array(graph.classNames.length);
  const all = 2 ** automaton.sets - 1;
  const acceptance = { of: accepting, all };
  const reached = new Uint8Array(product.graph.states).fill(1, 1);
  const { of, lowest } = fairComponents(product.graph, { states: reached, without, acceptance }, fairness);
  if (lowest.length === 0) return undefined;
  const members: number[] = [];
  of.forEach((component, node) => void (component === 0 && members.push(node)));
  const place = { states: Uint32Array.from(members), without, fairness, acceptance };
  return project(smallLasso(product.graph, place, pathTo));
}

/** Gives the nodes from which an automaton accepts one letter for ever; asked once for each letter. */
function standstillsOf({ nodes, sets }: Automaton): (letter: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  const find = (letter: number): ReadonlySet<number> => {
    const content = new Set(
      nodes.flatMap(({ positive, negative }, node) =>
        (positive & ~letter) === 0 && (negative & letter) === 0 ? [node] : [],
      ),
    );
    const reach = (from: Iterable<number>): Set<number> => {
      const found = new Set(from);
      for (const node of found) for (const next of nodes[node]!.successors) if (content.has(next)) found.add(next);
      return found;
    };
    const reached = new Map(
      [...content].map((node) => [node, reach(nodes[node]!.successors.filter((next) => content.has(next)))]),
    );
    const isAccepting = (node: number): boolean => {
      const round = reached.get(node)!;
      if (!round.has(node)) return false;
      const component = [...round].filter((other) => reached.get(other)!.has(node));
      return component.reduce((marks, other) => marks | nodes[other]!.accepting, 0) === 2 ** sets - 1;
    };
    const accepting = [...content].filter(isAccepting);
    return new Set(
      [...content].filter((node) => accepting.some((goal) => goal === node || reached.get(node)!.has(goal))),
    );
  };
  return (letter) => {
    const found = known.get(letter) ?? find(letter);
    known.set(letter, found);
    return found;
  };
}
