import type { AlwaysPossible, Claim, ClaimEvidence, Evidence, LeadsTo, NeverAfter, System } from '../model/index.ts';
import { fairComponents } from './fair-components.ts';
import { formulaFails } from './formula-holds.ts';
import { refuse } from './refusal.ts';
import { type End, restsOf } from './run-ends.ts';
import type { Scan } from './scan.ts';

/** All that is known of a system whose states were looked at. */
export type Known = {
  readonly system: System;
  readonly scan: Scan;
  readonly evidence: Evidence;
  /** The kinds of end: of rests, and of loops without progress. */
  readonly rests: readonly End[];
  readonly loops: readonly End[];
};

/**
 * Looks whether a claim holds, or a witness is not reached, in every state, step and run that was looked at.
 *
 * @throws Refusal naming the state where it does not.
 */
export function claimHolds(claim: Claim, known: Known): void {
  const { scan, evidence, rests, loops } = known;
  const { looked, views, edges } = scan;
  const proof = evidence.claims.get(claim.name) ?? {};
  const nowhere = (states: Iterable<number>, bad: (state: number) => boolean, what: string): void => {
    for (const state of states) if (bad(state)) refuse(`state ${state}: ${what}`);
  };
  switch (claim.kind) {
    case 'always':
      return nowhere(looked, (state) => !claim.holds(views[state]!), 'the claim does not hold');
    case 'reaches':
      return nowhere(looked, (state) => claim.when(views[state]!), 'it is a witness');
    case 'everyStep': {
      const fails = (state: number): boolean =>
        edges[state]!.some(({ step, target }) => !claim.holds(views[state]!, step, views[target]!));
      return nowhere(looked, fails, 'the claim does not hold of one of its steps');
    }
    case 'restsOnly':
      return nowhere(restsOf(scan), (state) => !claim.in(views[state]!), 'it is a rest, and none of those allowed');
    case 'outcomes': {
      const named = [...rests.map(nameWith('deadlock')), ...loops.map(nameWith('livelock'))];
      const other = named.find(({ name }) => !claim.only.includes(name));
      return other && refuse(`state ${other.state}: a run ends in "${other.name}"`);
    }
    case 'neverAfter':
      return neverAfter(claim, scan, marksOf(proof, scan));
    case 'leadsTo':
      return leadsTo(claim, scan, proof);
    case 'alwaysPossible':
      return staysPossible(claim, scan, proof);
    case 'ltl': {
      const state = formulaFails(
        claim.formula,
        scan,
        (name) => claim.fairness?.[name] ?? scan.fairness[name] ?? 'none',
      );
      return state === undefined ? undefined : refuse(`state ${state} is on a fair run of which the formula is false`);
    }
  }
}

/** The name of an end; one that nobody declared has this. */
export const nameWith =
  (undeclared: string) =>
  ({ name, state, fine }: End) => ({ name: name ?? undeclared, state, fine });

function marksOf({ marks }: ClaimEvidence, scan: Scan): Uint8Array {
  if (marks?.length !== scan.states) return refuse('the states in which it is watched are not marked');
  return marks;
}

/** Marked: every state after which, or in which, the claim is armed. */
function neverAfter({ after, never }: NeverAfter, { looked, views, edges }: Scan, marks: Uint8Array): void {
  for (const state of looked) {
    if (after(views[state]!) && !marks[state]) refuse(`state ${state} arms the claim, and is not marked as armed`);
    if (!marks[state]) continue;
    if (never(views[state]!)) refuse(`state ${state}: what must not come any more is there`);
    const unmarked = edges[state]!.find(({ target }) => !marks[target]);
    if (unmarked) refuse(`state ${unmarked.target} follows the armed state ${state}, and is not marked as armed`);
  }
}

/** Marked: every state that owes the goal. None is a rest, and the order of their components has no fair one. */
function leadsTo(claim: LeadsTo, scan: Scan, proof: ClaimEvidence): void {
  const { looked, views, edges } = scan;
  const marks = marksOf(proof, scan);
  const fairness = (name: string) => claim.fairness?.[name] ?? scan.fairness[name] ?? 'none';
  for (const state of looked) {
    const goal = claim.to(views[state]!);
    if (goal && marks[state]) refuse(`state ${state} is a goal, and is marked as owing one`);
    if (!goal && !marks[state] && claim.from(views[state]!)) refuse(`state ${state} owes a goal, and is not marked`);
    if (!marks[state]) continue;
    if (edges[state]!.every(({ step }) => fairness(step.class) === 'none')) {
      refuse(`state ${state} owes a goal, and a run may end there`);
    }
    const lost = edges[state]!.find(({ target }) => !marks[target] && !claim.to(views[target]!));
    if (lost) refuse(`state ${lost.target} owes the goal of state ${state}, and is not marked`);
  }
  const region = [...marks.keys()].filter((state) => marks[state] === 1);
  const [fair] = fairComponents({ scan, fairness, may: () => true }, region, proof.order);
  if (fair) refuse(`state ${fair.states[0]} is on a fair loop without the goal`);
}

/** Each state has a distance to the goal, one more than that of some successor. */
function staysPossible({ when, to }: AlwaysPossible, scan: Scan, { distances }: ClaimEvidence): void {
  const { looked, views, edges } = scan;
  if (distances?.length !== scan.states) return refuse('the states have no distances to the goal');
  for (const state of looked) {
    const distance = distances[state]!;
    if (distance === 0 && when(views[state]!)) refuse(`state ${state}: no way to the goal is given`);
    if (distance === 1 && !to(views[state]!)) refuse(`state ${state} is said to be a goal, and is none`);
    if (distance > 1 && !edges[state]!.some(({ target }) => distances[target] === distance - 1)) {
      refuse(`state ${state}: no step leads nearer to the goal`);
    }
  }
}

/** @throws Refusal unless a state is lost: it and all that follow it are marked, and none of them is a goal. */
export function isLost({ to }: AlwaysPossible, scan: Scan, proof: ClaimEvidence, last: number | undefined): void {
  const { looked, views, edges } = scan;
  const marks = marksOf(proof, scan);
  if (last === undefined || !marks[last]) refuse('the last state is not marked as lost');
  for (const state of looked) {
    if (!marks[state]) continue;
    if (to(views[state]!)) refuse(`state ${state} is a goal, and is marked as lost`);
    const saved = edges[state]!.find(({ target }) => !marks[target]);
    if (saved) refuse(`state ${state} is marked as lost, and leads to state ${saved.target}, which is not`);
  }
}
