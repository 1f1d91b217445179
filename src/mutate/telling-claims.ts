import type { Report, VerdictName } from '../model/index.ts';

/** What a report says, as far as it can tell a mutant from the original. */
export type RunFacts = {
  readonly verdicts: ReadonlyMap<string, VerdictName>;
  /** The kinds of end, as one text. */
  readonly outcomes: string;
  /** States, steps and depth, as one text. */
  readonly size: string;
  readonly states: number;
};

/** What a report says, without its paths. */
export const factsOf = ({ verdicts, outcomes, states, steps, depth }: Report): RunFacts => ({
  verdicts: new Map(verdicts.map(({ claim, verdict }) => [claim, verdict])),
  outcomes: [...new Set(outcomes.map(({ name }) => name))].sort().join(', '),
  size: `${states} states, ${steps} steps, depth ${depth}`,
  states,
});

/**
 * The claims of which two reports say different things, and the protocol errors that only one of them has, in the order
 * of the reports. What is not finished says nothing.
 */
export function tellingClaims({ verdicts: original }: RunFacts, { verdicts: mutated }: RunFacts): readonly string[] {
  const known = [...new Set([...original.keys(), ...mutated.keys()])];
  const says = (one: VerdictName | undefined): boolean => one !== 'not finished';
  return known.filter((claim) => {
    const [was, is] = [original.get(claim), mutated.get(claim)];
    return says(was) && says(is) && was !== is;
  });
}
