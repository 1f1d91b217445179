import type { Fairness } from './system.ts';

/** In what way a claim that holds says less than it seems to, in words that go on from "it holds because". */
export const vacuityKinds = {
  'no trigger': 'what it begins with never comes',
  'no rest': 'no run comes to rest',
  'never awaited': 'what it waits for is there whenever the wait begins',
  'any trigger': 'it holds whatever it begins with',
  'unused end': 'an end that it allows never comes',
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
};

/** Says that a claim may be vacuous, where, and why that is as it should be. */
export type VacuousByMeaning = {
  /** The names of the claims, or of their families. */
  readonly of: readonly string[];
  readonly kinds: readonly VacuityKind[];
  /** Whether it is so in a run of this name. */
  readonly where: (run: string) => boolean;
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
