import type { BinaryOperator, Formula, Proposition } from '../model/index.ts';

/** A run in which the positions from `loop` on repeat for ever: positions `0` up to, not including, `length`. */
export type Lasso = {
  readonly length: number;
  readonly loop: number;
  readonly holds: (proposition: Proposition, position: number) => boolean;
};

/**
 * Whether a formula is true of a lasso, by the definition of its operators: least fixpoints for F, U and M, greatest ones
 * for G, W and R, each over all positions. Knows no automaton, and no equivalence between formulas.
 */
export function isTrueOf(formula: Formula, lasso: Lasso): boolean {
  return truths(formula, lasso)[0]!;
}

/** The positions at which a formula is true of the run that begins there. */
function truths(formula: Formula, lasso: Lasso): boolean[] {
  const at = (value: (position: number) => boolean): boolean[] =>
    Array.from({ length: lasso.length }, (_, position) => value(position));
  const after = (position: number): number => (position + 1 === lasso.length ? lasso.loop : position + 1);
  const fixpoint = (start: boolean, value: (position: number, next: boolean) => boolean): boolean[] => {
    const found = at(() => start);
    for (let changed = true; changed;) {
      changed = false;
      for (let position = lasso.length - 1; position >= 0; position--) {
        const truth = value(position, found[after(position)]!);
        changed ||= truth !== found[position];
        found[position] = truth;
      }
    }
    return found;
  };
  switch (formula.operator) {
    case 'true':
    case 'false':
      return at(() => formula.operator === 'true');
    case 'proposition':
      return at((position) => lasso.holds(formula.proposition, position));
    case '!':
    case 'X':
    case 'F':
    case 'G': {
      const of = truths(formula.of, lasso);
      if (formula.operator === '!') return at((position) => !of[position]!);
      if (formula.operator === 'X') return at((position) => of[after(position)]!);
      if (formula.operator === 'F') return fixpoint(false, (position, next) => of[position]! || next);
      return fixpoint(true, (position, next) => of[position]! && next);
    }
    default: {
      const { operator } = formula;
      const [left, right] = [truths(formula.left, lasso), truths(formula.right, lasso)];
      const value = steps[operator];
      return fixpoint(operator === 'W' || operator === 'R', (position, next) =>
        value(left[position]!, right[position]!, next),
      );
    }
  }
}

/** What an operator comes to at a position, when it comes to `next` at the one after it. */
const steps: Readonly<Record<BinaryOperator, (left: boolean, right: boolean, next: boolean) => boolean>> = {
  '&': (left, right) => left && right,
  '|': (left, right) => left || right,
  '->': (left, right) => !left || right,
  '<->': (left, right) => left === right,
  U: (left, right, next) => right || (left && next),
  W: (left, right, next) => right || (left && next),
  R: (left, right, next) => right && (left || next),
  M: (left, right, next) => right && (left || next),
};
