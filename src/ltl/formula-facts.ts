import type { Formula, Predicate } from '../model/index.ts';
import { isTrueOf } from './lasso.ts';

/**
 * Whether X occurs: such a formula can tell a run from the same run with a state repeated (it is not stutter-invariant),
 * so that its verdict depends on how finely steps are cut.
 */
export function usesNext(formula: Formula): boolean {
  if ('of' in formula) return formula.operator === 'X' || usesNext(formula.of);
  return 'left' in formula && (usesNext(formula.left) || usesNext(formula.right));
}

/** Whether it speaks of events, not of states alone. */
export function hasEvents(formula: Formula): boolean {
  if ('proposition' in formula) return formula.proposition.kind === 'event';
  if ('of' in formula) return hasEvents(formula.of);
  return 'left' in formula && (hasEvents(formula.left) || hasEvents(formula.right));
}

/** A formula of a single state as a predicate. @throws Error when it is none: it names an event. */
export const stateFormula =
  (formula: Formula): Predicate =>
  (view) =>
    isTrueOf(formula, {
      length: 1,
      loop: 0,
      holds: (proposition) => {
        if (proposition.kind === 'state') return proposition.holds(view);
        throw new Error(`"${proposition.name}" is an event, and a state has none`);
      },
    });
