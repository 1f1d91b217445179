import type { FormulaPart, Operand } from './formula.ts';
import type { Path } from './step.ts';
import type { Fairness } from './system.ts';

/** In what way a claim that holds says less than it seems to, in words that go on from "it holds because". */
export const vacuityKinds = {
  'no trigger': 'what it begins with never comes',
  'no rest': 'no run comes to rest',
  'never awaited': 'what it waits for is there whenever the wait begins',
  'any trigger': 'it holds whatever it begins with',
  'unused end': 'an end that it allows never comes',
  'any part': 'it holds whatever a part of it says',
} as const;

export type VacuityKind = keyof typeof vacuityKinds;

/**
 * A claim that holds, and a part of it that has nothing to do with that.
 *
 * Source: Beer, Ben-David, Eisner, Rodeh, "Efficient detection of vacuity in temporal model checking" (2001), and
 * Kupferman, Vardi, "Vacuity detection in temporal model checking" (2003): a part does not matter when the claim still
 * holds with the part replaced by false or true, whichever makes the claim say more.
 */
export type Vacuity = {
  readonly claim: string;
  readonly kind: VacuityKind;
  /** Which end, where several are allowed. */
  readonly detail?: string;
  /** Of a formula: which part, the trigger that never comes or the one that does not matter. */
  readonly part?: FormulaPart;
};

/**
 * A run that is interesting to a formula that holds ("interesting witness": Beer et al.): with a part of the formula
 * replaced by a constant, which makes it say more, it is not true of this run. So that part matters.
 */
export type InterestingWitness = {
  readonly claim: string;
  readonly part: FormulaPart;
  readonly place: readonly Operand[];
  /** What stands for the part in the formula that says more. */
  readonly by: 'true' | 'false';
  readonly path: Path;
};

/** Says that claims may be vacuous, where, and why that is as it should be. */
export type VacuousByMeaning = {
  /** The claims, by the beginnings of their names. */
  readonly of: readonly string[];
  readonly kinds: readonly VacuityKind[];
  /** Which parts of a formula, each as its text stands in the formula's; whichever where absent. */
  readonly parts?: readonly string[];
  /** Whether it is so in a run of this name, which comes to these kinds of end. */
  readonly where: (run: { readonly name: string; readonly ends: readonly string[] }) => boolean;
  /** In a sentence. */
  readonly reason: string;
};

/** Says that the fairness of step classes makes no difference in any run, and why it is assumed all the same. */
export type UnneededByMeaning = {
  /** The names of classes; `*` stands for anything. */
  readonly classes: readonly string[];
  /** In a sentence. */
  readonly reason: string;
};

/** What the fairness of a step class is worth: the weakest that leaves every verdict and every kind of end as it is. */
export type Assumption = {
  readonly class: string;
  readonly assumed: Exclude<Fairness, 'none'>;
  /** The same as `assumed` where the assumption is needed. */
  readonly suffices: Fairness;
};
