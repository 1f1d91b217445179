import type { BinaryOperator, Formula, Predicate, Step, UnaryOperator, View } from '../model/index.ts';

/** A fact of a state. */
export const state = <V extends View>(name: string, holds: Predicate<V>): Formula => ({
  operator: 'proposition',
  proposition: { kind: 'state', name, holds: holds as unknown as Predicate },
});

/** The next step is one of these. False where a run has come to its end. */
export const taken = (name: string, isTaken: (step: Step) => boolean): Formula => ({
  operator: 'proposition',
  proposition: { kind: 'event', name, taken: isTaken },
});

/** True of every run. */
export const truth: Formula = { operator: 'true' };
/** True of no run. */
export const falsity: Formula = { operator: 'false' };

const unary =
  (operator: UnaryOperator) =>
  (of: Formula): Formula => ({ operator, of });
const binary =
  (operator: BinaryOperator) =>
  (left: Formula, right: Formula): Formula => ({ operator, left, right });
const chain =
  (operator: '&' | '|', none: Formula) =>
  (...formulas: readonly Formula[]): Formula =>
    formulas.length === 0 ? none : formulas.reduceRight((right, left) => ({ operator, left, right }));

export const not = unary('!');
/** All of these; `truth` without any. */
export const and = chain('&', truth);
/** One of these at least; `falsity` without any. */
export const or = chain('|', falsity);
export const implies = binary('->');
/** Both or neither. */
export const equivalent = binary('<->');
/** X: of the run without its first state. A run that has come to its end stays in its last state. */
export const next = unary('X');
/** F: now or later. */
export const eventually = unary('F');
/** G: now and for ever. */
export const globally = unary('G');
/** U: the right one comes, now or later, and the left one holds until then. */
export const until = binary('U');
/** W: the left one holds until the right one comes, or for ever. */
export const unless = binary('W');
/** R: the right one holds until and while the left one comes, or for ever. */
export const releases = binary('R');
/** M: the left one comes, and the right one holds until and while it does. */
export const stronglyReleases = binary('M');
