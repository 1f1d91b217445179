/** The automaton of a formula accepts exactly the runs of which the formula is true. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Automaton, automatonOf, formulaText, isTrueOf, parseFormula } from '../../src/ltl/index.ts';
import { type Formula, ModelError } from '../../src/model/index.ts';
import { accepts } from './accepts.ts';
import { atoms, formulaOver, names, randomWord } from './random-formula.ts';

const numRuns = Number(process.env.FC_RUNS ?? 3000);
const vocabulary = new Map(
  atoms.flatMap((atom) => ('proposition' in atom ? [[atom.proposition.name, atom.proposition]] : [])),
);

/** The automaton; undefined for the rare formula that is refused, as its automaton would have too many nodes. */
function unlessTooLarge(formula: Formula): Automaton | undefined {
  try {
    return automatonOf(formula);
  } catch (error) {
    if (error instanceof ModelError && error.message.includes('more than 1024 nodes')) return undefined;
    throw error;
  }
}

const agree = (seed?: number): void =>
  fc.assert(
    fc.property(formulaOver(atoms), fc.array(randomWord(names), { minLength: 4, maxLength: 4 }), (formula, words) => {
      const automaton = unlessTooLarge(formula);
      fc.pre(automaton !== undefined);
      for (const word of words)
        expect([formulaText(formula), accepts(automaton, word)]).toEqual([
          formulaText(formula),
          isTrueOf(formula, word),
        ]);
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );

test('on random formulas and lassos', { timeout: 600_000 }, () => agree());
test('on the same ones each time', { timeout: 600_000 }, () => agree(478));

test.for([
  ['!G (p -> F q)', 3, 1],
  ['G F p', 2, 1],
  ['F G p', 3, 1],
  ['G p', 1, 0],
  ['p U q', 3, 1],
  ['!((G F p & G F q) -> G F r)', 14, 3],
  ['false', 0, 0],
  ['p & X !p & G X p', 0, 0],
] as const)('%s has at most %i nodes and %i acceptance sets', ([text, nodes, sets]) => {
  const automaton = automatonOf(parseFormula(text, vocabulary));
  expect(automaton.nodes.length).toBeLessThanOrEqual(nodes);
  expect(automaton.sets).toBeLessThanOrEqual(sets);
});
