import { type Formula, ModelError, type Proposition } from '../model/index.ts';
import { FALSE, Terms, TRUE } from './terms.ts';

/** A formula with negations at propositions only, and with X, U and R alone of the temporal operators. */
export type NormalForm = {
  readonly terms: Terms;
  readonly root: number;
  /** By the number that literals name them by. */
  readonly propositions: readonly Proposition[];
};

/** Propositions of a formula are bits of a word. */
const mostPropositions = 30;

/** The negation normal form of a formula, simplified. @throws ModelError when it has more than 30 propositions. */
export function normalForm(formula: Formula): NormalForm {
  const terms = new Terms();
  const propositions: Proposition[] = [];
  const numberOf = (proposition: Proposition): number => {
    const known = propositions.indexOf(proposition);
    return known >= 0 ? known : propositions.push(proposition) - 1;
  };

  /** The formula, or its negation where `positive` is false. */
  function normal(of: Formula, positive: boolean): number {
    switch (of.operator) {
      case 'true':
      case 'false':
        return (of.operator === 'true') === positive ? TRUE : FALSE;
      case 'proposition':
        return terms.literal(numberOf(of.proposition), positive);
      case '!':
        return normal(of.of, !positive);
      case 'X':
        return terms.next(normal(of.of, positive));
      case 'F':
        return positive ? terms.until(TRUE, normal(of.of, true)) : terms.release(FALSE, normal(of.of, false));
      case 'G':
        return positive ? terms.release(FALSE, normal(of.of, true)) : terms.until(TRUE, normal(of.of, false));
      case '<->': {
        const same = terms.or(
          terms.and(normal(of.left, true), normal(of.right, positive)),
          terms.and(normal(of.left, false), normal(of.right, !positive)),
        );
        return same;
      }
      case '->':
        return joined('or', normal(of.left, !positive), normal(of.right, positive), positive);
      default:
        return binary(of.operator, normal(of.left, positive), normal(of.right, positive), positive);
    }
  }

  const joined = (kind: 'and' | 'or', left: number, right: number, positive: boolean): number =>
    (kind === 'and') === positive ? terms.and(left, right) : terms.or(left, right);

  /** An operator, or its dual where `positive` is false; the operands are negated already. */
  function binary(operator: '&' | '|' | 'U' | 'W' | 'R' | 'M', left: number, right: number, positive: boolean): number {
    switch (operator) {
      case '&':
        return joined('and', left, right, positive);
      case '|':
        return joined('or', left, right, positive);
      case 'U':
        return positive ? terms.until(left, right) : terms.release(left, right);
      case 'R':
        return positive ? terms.release(left, right) : terms.until(left, right);
      case 'W':
        return positive ? terms.release(right, terms.or(left, right)) : terms.until(right, terms.and(left, right));
      case 'M':
        return positive ? terms.until(right, terms.and(left, right)) : terms.release(right, terms.or(left, right));
    }
  }

  const root = normal(formula, true);
  if (propositions.length > mostPropositions) {
    throw new ModelError(
      `a formula has ${propositions.length} propositions, and may have ${mostPropositions}; split it, or join some`,
    );
  }
  return { terms, root, propositions };
}
