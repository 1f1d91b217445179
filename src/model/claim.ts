import type { Formula } from './formula.ts';
import type { Fairness } from './system.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

type Named = { readonly name: string; readonly cites: readonly string[] };
/** What a claim rests on: the ids of its clauses. */
export type Cited = { readonly cites: readonly string[] };

/** A predicate over a state: plain, total, without memory. Its answer is remembered by what it reads. */
export type Predicate<V extends View = View> = (state: V) => boolean;

/** A predicate over a step, between the states before and after it; as plain as one over a state. */
export type StepPredicate<V extends View = View> = (before: V, step: Step, after: V) => boolean;

/** Holds in every reachable state. */
export type Always = Named & {
  readonly kind: 'always';
  readonly holds: Predicate;
  /** The cases that it speaks of; `holds` is true in all others. */
  readonly given?: Predicate;
};
/** Holds of every step: the state before it, the step, the state after it. */
export type EveryStep = Named & {
  readonly kind: 'everyStep';
  readonly holds: StepPredicate;
  /** The steps that it speaks of; `holds` is true of all others. */
  readonly given?: StepPredicate;
};
/** A witness: some reachable state satisfies it. The guard against claims that hold for want of cases. */
export type Reaches = Named & { readonly kind: 'reaches'; readonly when: Predicate };
/** On every fair run, a state `from` is followed (at once or later) by a state `to`. */
export type LeadsTo = Named & {
  readonly kind: 'leadsTo';
  readonly from: Predicate;
  readonly to: Predicate;
  /** Overrides the system's fairness, by step class. */
  readonly fairness?: Readonly<Record<string, Fairness>>;
};
/** Once `after` has held, `never` does not hold in that state or any later one. */
export type NeverAfter = Named & { readonly kind: 'neverAfter'; readonly after: Predicate; readonly never: Predicate };
/** Every rest satisfies it. */
export type RestsOnly = Named & { readonly kind: 'restsOnly'; readonly in: Predicate };
/** The kinds of end of fair maximal runs are among these. */
export type Outcomes = Named & { readonly kind: 'outcomes'; readonly only: readonly string[] };
/** A formula of linear temporal logic is true of every fair maximal run. */
export type Ltl = Named & {
  readonly kind: 'ltl';
  readonly formula: Formula;
  /** Overrides the system's fairness, by step class. */
  readonly fairness?: Readonly<Record<string, Fairness>>;
};
/** From every state `when` (from every state, without), some steps lead to a state `to`: AG (when -> EF to). */
export type AlwaysPossible = Named & {
  readonly kind: 'alwaysPossible';
  readonly when: Predicate;
  readonly to: Predicate;
};

export type Claim = Always | EveryStep | Reaches | LeadsTo | NeverAfter | RestsOnly | Outcomes | Ltl | AlwaysPossible;

/** Claims that belong together, for systems of one shape. */
export type Family = { readonly name: string; readonly claims: readonly Claim[] };

const of = <V extends View>(predicate: Predicate<V>): Predicate => predicate as unknown as Predicate;
const ofStep = <V extends View>(predicate: StepPredicate<V>): StepPredicate => predicate as unknown as StepPredicate;

/**
 * `holds` in every state, or in every state in which `given` is true.
 *
 * With `given` a check can tell when the claim holds for want of cases.
 */
export const always = <V extends View>(
  name: string,
  { cites, given, holds }: Cited & { given?: Predicate<V>; holds: Predicate<V> },
): Always => ({
  kind: 'always',
  name,
  cites,
  holds: of(given === undefined ? holds : (state) => !given(state) || holds(state)),
  ...(given && { given: of(given) }),
});

/** `holds` of every step, or of every step of which `given` is true: see `always`. */
export const everyStep = <V extends View>(
  name: string,
  { cites, given, holds }: Cited & { given?: StepPredicate<V>; holds: StepPredicate<V> },
): EveryStep => ({
  kind: 'everyStep',
  name,
  cites,
  holds: ofStep(given === undefined ? holds : (...step) => !given(...step) || holds(...step)),
  ...(given && { given: ofStep(given) }),
});

export const reaches = <V extends View>(name: string, claim: Cited & { when: Predicate<V> }): Reaches => ({
  kind: 'reaches',
  name,
  cites: claim.cites,
  when: of(claim.when),
});

export const leadsTo = <V extends View>(
  name: string,
  claim: Cited & { from: Predicate<V>; to: Predicate<V>; fairness?: Readonly<Record<string, Fairness>> },
): LeadsTo => ({
  kind: 'leadsTo',
  name,
  cites: claim.cites,
  from: of(claim.from),
  to: of(claim.to),
  ...(claim.fairness && { fairness: claim.fairness }),
});

export const neverAfter = <V extends View>(
  name: string,
  claim: Cited & { after: Predicate<V>; never: Predicate<V> },
): NeverAfter => ({ kind: 'neverAfter', name, cites: claim.cites, after: of(claim.after), never: of(claim.never) });

export const restsOnly = <V extends View>(name: string, claim: Cited & { in: Predicate<V> }): RestsOnly => ({
  kind: 'restsOnly',
  name,
  cites: claim.cites,
  in: of(claim.in),
});

export const outcomes = (name: string, claim: Cited & { only: readonly string[] }): Outcomes => ({
  kind: 'outcomes',
  name,
  ...claim,
});

export const ltl = (
  name: string,
  claim: Cited & { formula: Formula; fairness?: Readonly<Record<string, Fairness>> },
): Ltl => ({ kind: 'ltl', name, ...claim });

export const alwaysPossible = <V extends View>(
  name: string,
  claim: Cited & { to: Predicate<V>; when?: Predicate<V> },
): AlwaysPossible => ({
  kind: 'alwaysPossible',
  name,
  cites: claim.cites,
  to: of(claim.to),
  when: claim.when === undefined ? () => true : of(claim.when),
});

export const family = (name: string, claims: readonly Claim[]): Family => ({ name, claims });
