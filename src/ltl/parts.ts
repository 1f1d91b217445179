import type { Formula, FormulaPart, Operand } from '../model/index.ts';
import { formulaText } from './formula-text.ts';

/** Whether a formula grows weaker or stronger as a part of it does; `mixed`: as it happens, below `<->`. */
type Polarity = 'positive' | 'negative' | 'mixed';

/** One occurrence of a formula in another one. */
export type Part = {
  readonly formula: Formula;
  /** The way to it from the top: which operand, again and again. */
  readonly place: readonly Operand[];
  readonly polarity: Polarity;
};

/** A formula as a part of itself. */
export const whole = (formula: Formula): Part => ({ formula, place: [], polarity: 'positive' });

/** The parts right below a part: none below propositions and constants. */
export function operandsOf({ formula, place, polarity }: Part): readonly Part[] {
  const part = (operand: Operand, of: Formula, turns: boolean): Part => ({
    formula: of,
    place: [...place, operand],
    polarity: turns ? opposite[polarity] : polarity,
  });
  if ('of' in formula) return [part('of', formula.of, formula.operator === '!')];
  if (!('left' in formula)) return [];
  const both = [part('left', formula.left, formula.operator === '->'), part('right', formula.right, false)];
  return formula.operator === '<->' ? both.map((operand) => ({ ...operand, polarity: 'mixed' })) : both;
}

const opposite = { positive: 'negative', negative: 'positive', mixed: 'mixed' } as const;

/** A formula with the part at a place replaced by another formula. */
export function replaced(formula: Formula, [operand, ...rest]: readonly Operand[], by: Formula): Formula {
  if (operand === undefined) return by;
  if (operand === 'of' && 'of' in formula) return { ...formula, of: replaced(formula.of, rest, by) };
  if (operand === 'left' && 'left' in formula) return { ...formula, left: replaced(formula.left, rest, by) };
  if (operand === 'right' && 'left' in formula) return { ...formula, right: replaced(formula.right, rest, by) };
  throw new Error(`"${formulaText(formula)}" has no operand "${operand}"`);
}

/** Where a part stands in the text of its formula, brackets included. */
export function partText(formula: Formula, place: readonly Operand[]): FormulaPart {
  const text = formulaText(formula);
  const gap = '\0';
  const without = formulaText(replaced(formula, place, unnamed(gap)));
  const from = without.indexOf(gap);
  return { formula: text, from, to: from + text.length - without.length + gap.length };
}

const unnamed = (name: string): Formula => ({
  operator: 'proposition',
  proposition: { kind: 'state', name, holds: () => false },
});
