import { canonical, type Claim, type Fairness, type StepKey, type System, type View } from '../model/index.ts';
import type { CertifiedVerdict } from './certificate.ts';
import type { Charts } from './chart-answers.ts';
import { formulaFails } from './formula-holds.ts';
import { type Global, initialState, keyOf, type StepError, stepsOf, type Taken } from './naive-steps.ts';
import { viewOf } from './naive-view.ts';
import { refuse } from './refusal.ts';
import type { Scan } from './scan.ts';

/** A state that a path passes through, and what is possible there. */
type Moment = { readonly state: Global; readonly view: View; readonly possible: readonly Taken[] };

type Walk = {
  readonly moments: readonly Moment[];
  readonly taken: readonly Taken[];
  /** What went wrong in the last step; without steps, in the first snapshots. */
  readonly errors: readonly StepError[];
};

/** Takes the steps of a path from the initial state. @throws Refusal naming the first step that is not possible. */
function walk(system: System, steps: readonly StepKey[], charts: Charts): Walk {
  const first = initialState(system, charts);
  let { errors } = first;
  const look = (state: Global): Moment => ({ state, view: viewOf(state), possible: stepsOf(system, state, charts) });
  const moments = [look(first.state)];
  const taken: Taken[] = [];
  for (const [index, key] of steps.entries()) {
    const here = moments[index] ?? refuse(`step ${index + 1}: the step before it leads into a full queue`);
    const step = here.possible.find((one) => keyText(one.step) === keyText(key));
    if (!step) return refuse(`step ${index + 1} is not possible: ${key.party} ${key.kind} ${key.message.type}`);
    taken.push(step);
    ({ errors } = step);
    if (step.next) moments.push(look(step.next));
  }
  return { moments, taken, errors };
}

const keyText = ({ kind, party, channel, message }: StepKey): string =>
  canonical([kind, party, channel ?? null, message], '$', 'kept');

type FairnessOf = (taken: Taken) => Fairness;
const declared: FairnessOf = ({ fairness }) => fairness;

/** @throws Refusal unless a run may end here, or go round its loop for ever. */
function ends(walk: Walk, loop: number | undefined, fairnessOf: FairnessOf): void {
  if (walk.moments.length <= walk.taken.length) refuse('the last step leads into a full queue');
  if (loop === undefined) {
    const due = walk.moments.at(-1)!.possible.find((taken) => fairnessOf(taken) !== 'none');
    if (due) refuse(`the run goes on after the last step: ${due.step.class} must be taken`);
    return;
  }
  const round = walk.moments.slice(loop);
  if (round.length < 2 || keyOf(round[0]!.state) !== keyOf(round.at(-1)!.state)) refuse('the loop does not close');
  const classes = new Set(walk.taken.slice(loop).map(({ step }) => step.class));
  for (const taken of round.flatMap(({ possible }) => possible)) {
    const name = taken.step.class;
    const fairness = fairnessOf(taken);
    const always = round.every(({ possible }) => possible.some(({ step }) => step.class === name));
    if (classes.has(name) || fairness === 'none' || (fairness === 'weak' && !always)) continue;
    refuse(`the loop is not fair: ${name} can be taken and never is`);
  }
}

/** The names of an end that makes no progress: of its last state, or of the states of its loop. */
function endNames(system: System, walk: Walk, loop: number | undefined): Set<string | undefined> {
  const classes = walk.taken.slice(loop ?? walk.taken.length).map(({ step }) => step.class);
  const progress = system.progress?.find((name) => classes.includes(name));
  if (progress !== undefined) refuse(`the loop makes progress: ${progress}`);
  return new Set(walk.moments.slice(loop ?? -1).map(({ view }) => system.ending(view)?.name));
}

function showsProtocolError(system: System, name: string, walk: Walk, loop: number | undefined): void {
  if ((loop !== undefined) !== (name === 'livelock')) refuse('a livelock is a loop, and no other protocol error is');
  if (name === 'deadlock' || name === 'livelock') {
    ends(walk, loop, declared);
    const names = endNames(system, walk, loop);
    if (!names.has(undefined)) refuse(`the end is declared: ${[...names].join(', ')}`);
    return;
  }
  if (!walk.errors.some(({ kind }) => kind === name)) refuse(`the last step is no ${name}`);
}

/**
 * Takes the path of a verdict again, and looks whether it shows that a claim is violated or a witness reached; of a claim
 * that something stays possible only whether it leads to a state that is spoken of.
 *
 * @param claim undefined for a protocol error.
 * @returns the last state.
 * @throws Refusal saying what it does not show.
 */
export function pathShows(
  system: System,
  claim: Claim | undefined,
  { claim: name, steps = [], loop }: CertifiedVerdict,
  charts: Charts,
): Global {
  const walked = walk(system, steps, charts);
  judge(system, claim, name, walked, loop);
  return walked.moments.at(-1)!.state;
}

function judge(system: System, claim: Claim | undefined, name: string, walked: Walk, loop: number | undefined): void {
  const views = walked.moments.map(({ view }) => view);
  const last = views.at(-1)!;
  if (loop !== undefined && !['leadsTo', 'outcomes', 'ltl', undefined].includes(claim?.kind)) {
    refuse('a loop shows nothing of such a claim');
  }
  switch (claim?.kind) {
    case undefined:
      return showsProtocolError(system, name, walked, loop);
    case 'always':
      return claim.holds(last) ? refuse('the claim holds in the last state') : undefined;
    case 'reaches':
      return claim.when(last) ? undefined : refuse('the last state is not such a one');
    case 'everyStep': {
      const { step } = walked.taken.at(-1) ?? refuse('there is no step');
      if (views.length < 2 || claim.holds(views.at(-2)!, step, last)) refuse('the claim holds of the last step');
      return;
    }
    case 'neverAfter':
      if (!views.some((view) => claim.after(view))) refuse('what must come first never comes');
      return claim.never(last) ? undefined : refuse('what must not come does not come');
    case 'restsOnly':
      ends(walked, undefined, declared);
      return claim.in(last) ? refuse('the rest is one of those allowed') : undefined;
    case 'outcomes': {
      ends(walked, loop, declared);
      const other = loop === undefined ? 'deadlock' : 'livelock';
      const names = [...endNames(system, walked, loop)].map((found) => found ?? other);
      if (names.every((found) => claim.only.includes(found))) refuse(`the end is allowed: ${names.join(', ')}`);
      return;
    }
    case 'leadsTo': {
      const lastGoal = views.findLastIndex((view) => claim.to(view));
      const repeated = loop ?? views.length;
      if (lastGoal >= repeated) refuse('the goal comes again and again');
      if (!views.slice(lastGoal + 1).some((view) => claim.from(view))) refuse('nothing waits for the goal at the end');
      return ends(walked, loop, ({ step, fairness }) => claim.fairness?.[step.class] ?? fairness);
    }
    case 'alwaysPossible':
      return claim.when(last) ? undefined : refuse('nothing is asked of the last state');
    case 'ltl':
      if (formulaFails(claim.formula, runOf(walked, loop), () => 'weak') === undefined) refuse('the formula is true');
      return ends(walked, loop, ({ step, fairness }) => claim.fairness?.[step.class] ?? fairness);
  }
}

/** The one run that a path stands for, as if nothing else were possible. */
function runOf({ moments, taken }: Walk, loop: number | undefined): Scan {
  const states = loop === undefined ? moments.length : taken.length;
  const edges = taken.map(({ step }, state) => [{ step, target: state + 1 === states ? loop! : state + 1 }]);
  return {
    states,
    looked: [...new Array(states).keys()],
    edges: loop === undefined ? [...edges, []] : edges,
    views: moments.map(({ view }) => view),
    fairness: {},
    errors: [],
  };
}
