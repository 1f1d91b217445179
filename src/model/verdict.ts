import type { Evidence } from './evidence.ts';
import type { Explanation } from './explanation.ts';
import type { Path } from './step.ts';
import type { Arrivals, UntakenTransitions } from './untaken.ts';
import type { Assumption, InterestingWitness, Vacuity } from './vacuity.ts';

/**
 * What a check can say of a claim.
 *
 * `holds` and, for witnesses, `not reached` are said only after a complete search.
 */
export type VerdictName = 'holds' | 'violated' | 'reached' | 'not reached' | 'not finished';

/** The errors that every system is checked for without a claim. */
export type ProtocolError = (typeof protocolErrorNames)[number];

/** Their names, in the order of a report. */
export const protocolErrorNames = ['deadlock', 'livelock', 'unspecified reception', 'bound hit'] as const;

export type Verdict = {
  /** The claim's name, or a protocol error. */
  readonly claim: string;
  readonly kind:
    | 'always'
    | 'everyStep'
    | 'reaches'
    | 'leadsTo'
    | 'neverAfter'
    | 'restsOnly'
    | 'outcomes'
    | 'ltl'
    | 'alwaysPossible'
    | 'protocol error';
  readonly family: string;
  readonly cites: readonly string[];
  readonly verdict: VerdictName;
  /** A shortest counterexample, or the shortest way to a witness. */
  readonly path?: Path;
  /** What broke, in words: the outcome, the message that nobody takes, the channel that is full. */
  readonly detail?: string;
  /** Why it comes to a violation, where that was asked for and can be told. */
  readonly explanation?: Explanation;
};

/** One kind of end, and a shortest way to it. */
export type OutcomeFound = { readonly name: string; readonly fine: boolean; readonly path: Path };

/**
 * The searches of a reduced check: one for rests and protocol errors, whose size the report gives, and one for each claim
 * that this leaves open.
 */
export type Reduced = {
  readonly searches: number;
  /** The states of the largest. */
  readonly largest: number;
  /** How often something was searched, as a search is repeated until it learns nothing new. */
  readonly passes: number;
};

export type Report = {
  readonly system: string;
  /** Whether every reachable state was explored within the bounds, none of them hit. */
  readonly complete: boolean;
  /** Why not, when not complete. */
  readonly stopped?: 'states' | 'memory' | 'interrupted' | 'time';
  readonly states: number;
  readonly steps: number;
  /** Length of the longest of the shortest paths to a state. */
  readonly depth: number;
  readonly verdicts: readonly Verdict[];
  readonly outcomes: readonly OutcomeFound[];
  /** Per chart id, the ids of transitions taken and of all there are. */
  readonly coverage: Readonly<Record<string, { readonly taken: readonly string[]; readonly all: readonly string[] }>>;
  /** Claims that hold for want of cases, or of which a part does not matter; absent where nobody looked. */
  readonly vacuous?: readonly Vacuity[];
  /** Of each formula that holds and has a part that matters, a short run that shows one; absent where nobody looked. */
  readonly interesting?: readonly InterestingWitness[];
  /** What each assumption of fairness is worth; absent where nobody looked. */
  readonly assumptions?: readonly Assumption[];
  /** Why transitions are not taken, as far as this run shows; absent where nobody looked. */
  readonly untaken?: UntakenTransitions;
  /** What came where, and what became of it; absent where nobody looked. */
  readonly arrivals?: Arrivals;
  /** What certifies the verdicts; absent where nobody asked, and where the search is not complete. */
  readonly evidence?: Evidence;
  /** How a reduced check went; absent where every state was looked at. */
  readonly reduced?: Reduced;
  readonly cost: { readonly xstateCalls: number; readonly milliseconds: number; readonly bytes: number };
};
