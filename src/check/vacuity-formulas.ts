import type { Formula, Ltl } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { lettersOf } from './ltl-letters.ts';
import { acceptedRun, automatonAgainst } from './ltl-violation.ts';
import type { Findings } from './verdicts.ts';

/**
 * Whether a formula has an implication whose left side comes on no fair run: its right side could be anything.
 *
 * Source    I. Beer, S. Ben-David, C. Eisner, Y. Rodeh, "Efficient detection of vacuity in temporal model checking" (2001).
 */
export function hasIdleImplication(
  { name, formula, fairness = {} }: Ltl,
  { graph, predicates, edgeSteps, composition }: Omit<Findings, 'graph'> & { readonly graph: Graph },
): boolean {
  const classes = composition.fairnessWith(fairness);
  return leftSides(formula).some((left) => {
    const never: Formula = { operator: 'G', of: { operator: '!', of: left } };
    const automaton = automatonAgainst(name, never);
    const letters = lettersOf(automaton, name, graph.states, predicates, edgeSteps);
    return acceptedRun(graph, automaton, letters, classes) === undefined;
  });
}

/** The left sides of all implications in a formula. */
function leftSides(formula: Formula): readonly Formula[] {
  if ('of' in formula) return leftSides(formula.of);
  if (!('left' in formula)) return [];
  const inside = [...leftSides(formula.left), ...leftSides(formula.right)];
  return formula.operator === '->' ? [formula.left, ...inside] : inside;
}
