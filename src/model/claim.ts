import type { Fairness } from './system.ts';
import type { Step } from './step.ts';
import type { View } from './view.ts';

type Named = { readonly name: string; readonly cites: readonly string[] };
/** What a claim rests on: the ids of its clauses. */
export type Cited = { readonly cites: readonly string[] };

/** A predicate over a state: plain, total, without memory. Its answer is remembered by what it reads. */
export type Predicate<V extends View = View> = (state: V) => boolean;

/** Holds in every reachable state. */
export type Always = Named & { readonly kind: 'always'; readonly holds: Predicate };
/** Holds of every step: the state before it, the step, the state after it. */
export type EveryStep = Named & {
  readonly kind: 'everyStep';
  readonly holds: (before: View, step: Step, after: View) => boolean;
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

export type Claim = Always | EveryStep | Reaches | LeadsTo | NeverAfter | RestsOnly | Outcomes;

/** Claims that belong together, for systems of one shape. */
export type Family = { readonly name: string; readonly claims: readonly Claim[] };

const of = <V extends View>(predicate: Predicate<V>): Predicate => predicate as unknown as Predicate;

export const always = <V extends View>(name: string, claim: Cited & { holds: Predicate<V> }): Always => ({
  kind: 'always',
  name,
  cites: claim.cites,
  holds: of(claim.holds),
});

export const everyStep = <V extends View>(
  name: string,
  claim: Cited & { holds: (before: V, step: Step, after: V) => boolean },
): EveryStep => ({ kind: 'everyStep', name, cites: claim.cites, holds: claim.holds as unknown as EveryStep['holds'] });

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

export const family = (name: string, claims: readonly Claim[]): Family => ({ name, claims });
