import type { Formula, Proposition } from '../model/index.ts';
import { normalForm } from './normal-form.ts';
import { reduced } from './reduce.ts';
import { tableau } from './tableau.ts';

/** A state of an automaton: what it asks of the state and step that it reads, and where it goes on. */
export type AutomatonNode = {
  /** Propositions that must be true, one bit each; likewise those that must be false. */
  readonly positive: number;
  readonly negative: number;
  /** The acceptance sets that the node is in, one bit each. */
  readonly accepting: number;
  readonly successors: readonly number[];
};

/**
 * A generalised Buchi automaton that reads runs: each node asks something of the position that it is at. It accepts a
 * run along which it visits each acceptance set again and again.
 */
export type Automaton = {
  readonly nodes: readonly AutomatonNode[];
  readonly initial: readonly number[];
  /** How many acceptance sets there are: at most 30. */
  readonly sets: number;
  /** By the number of their bit. */
  readonly propositions: readonly Proposition[];
};

/**
 * The automaton that accepts exactly the runs of which a formula is true (R. Gerth, D. Peled, M. Y. Vardi, P. Wolper,
 * "Simple On-the-fly Automatic Verification of Linear Temporal Logic", 1995), simplified before and after.
 *
 * @throws ModelError when the formula has too many propositions or untils, or its automaton too many nodes.
 */
export const automatonOf = (formula: Formula): Automaton => reduced(tableau(normalForm(formula)));

/** The same automaton with a proposition that may be true or false as it likes, at every position anew. */
export function withFree(automaton: Automaton, proposition: Proposition): Automaton {
  const bit = automaton.propositions.indexOf(proposition);
  if (bit < 0) return automaton;
  const others = ~(1 << bit);
  const nodes = automaton.nodes.map((node) => ({
    ...node,
    positive: node.positive & others,
    negative: node.negative & others,
  }));
  return { ...automaton, nodes };
}
