import type { Automaton } from '../ltl/index.ts';
import type { EdgeSteps } from './edge-steps.ts';
import { type Predicates, blamed, truth } from './predicates.ts';

/** What an automaton reads of a run: the propositions that are true, one bit each. */
export type Letters = {
  /** Of each state: the facts of states. */
  readonly ofState: Uint32Array;
  /** The events that the step of an edge is. */
  readonly ofEdge: (edge: number) => number;
  /** The bits that are events; all others are facts of states. */
  readonly events: number;
};

/**
 * Reads the propositions of an automaton off the graph.
 *
 * @param claim whose formula it is, for errors.
 * @throws ModelError or UnknownNameError naming the claim, when a proposition cannot be evaluated.
 */
export function lettersOf(
  { propositions }: Pick<Automaton, 'propositions'>,
  claim: string,
  states: number,
  predicates: Pick<Predicates, 'flags'>,
  steps: EdgeSteps,
): Letters {
  const ofState = new Uint32Array(states);
  let events = 0;
  propositions.forEach((proposition, bit) => {
    if (proposition.kind === 'event') {
      events |= 1 << bit;
      return;
    }
    const flags = predicates.flags(claim, proposition.holds);
    flags.forEach((flag, state) => (ofState[state]! |= flag << bit));
  });
  const none = (): number => 0;
  const ofEdge = steps.ofEdge((step) =>
    propositions.reduce((bits, proposition, bit) => {
      const taken = proposition.kind === 'event' && blamed(`claim "${claim}"`, () => truth(proposition.taken(step)));
      return taken ? bits | (1 << bit) : bits;
    }, 0),
  );
  return { ofState, ofEdge: events === 0 ? none : ofEdge, events };
}
