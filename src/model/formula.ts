import type { Predicate } from './claim.ts';
import type { Step } from './step.ts';

/** What a formula speaks about: a fact of a state, or an event, a fact of the step that leaves it. */
export type Proposition =
  | { readonly kind: 'state'; readonly name: string; readonly holds: Predicate }
  | {
      readonly kind: 'event';
      readonly name: string;
      /** Whether the next step is one of these. A run that has come to its end takes no more steps: then it is false. */
      readonly taken: (step: Step) => boolean;
    };

/** Operators of one operand: not, next, eventually, always. */
export type UnaryOperator = '!' | 'X' | 'F' | 'G';
/** Operators of two operands: the Boolean ones, until, weak until, release, strong release. */
export type BinaryOperator = '&' | '|' | '->' | '<->' | 'U' | 'W' | 'R' | 'M';

/**
 * A formula of linear temporal logic (A. Pnueli, "The Temporal Logic of Programs", 1977) over runs: sequences of states,
 * each with the step that leaves it.
 */
export type Formula =
  | { readonly operator: 'true' | 'false' }
  | { readonly operator: 'proposition'; readonly proposition: Proposition }
  | {
      readonly operator: UnaryOperator;
      readonly of: Formula;
      /** Said again by a pattern to draw the edge of its scope: by itself no part of what is claimed. */
      readonly edge?: true;
    }
  | { readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula };

/** Which operand of a formula. */
export type Operand = 'of' | 'left' | 'right';

/** A part of a formula by its place in the formula's text: signs `from` up to, not including, `to`. */
export type FormulaPart = { readonly formula: string; readonly from: number; readonly to: number };

/** A proposition that can be named on a command line, with a sentence that says when it is true. */
export type Vocable = { readonly proposition: Proposition; readonly says: string };
