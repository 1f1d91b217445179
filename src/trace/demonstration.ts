import { isTrueOf } from '../ltl/index.ts';
import {
  type AlwaysPossible,
  type Claim,
  type Fairness,
  hint,
  type LeadsTo,
  type Ltl,
  protocolErrorNames,
  type System,
  type Verdict,
  type View,
} from '../model/index.ts';

import { enact, type Enacted, ReplayError } from './enact.ts';
import type { LiveError } from './live-system.ts';
import { wayAhead } from './way-ahead.ts';

/** What a trace is said to show: a claim violated or a witness reached, or a protocol error. */
export type Thesis = { readonly kind: Verdict['kind']; readonly claim: string };

/**
 * Whether a path that live actors took shows what it is said to show.
 *
 * A loop is fair when each class of weak fairness that can be taken in all its states, and each of strong fairness that
 * can be taken in one of them, is taken in it.
 *
 * @param claim the claim that the thesis names; undefined for a protocol error.
 * @returns undefined when it does, else why not.
 */
export function refutation(
  system: System,
  { kind, claim: name }: Thesis,
  claim: Claim | undefined,
  path: Enacted,
): string | undefined {
  if (kind === 'protocol error') return protocolRefutation(system, name, path);
  if (!claim) return `there is no claim "${name}"`;
  if (claim.kind !== kind) return `the claim is of the kind ${claim.kind}, not ${kind}`;
  const { views } = path;
  const last = views.at(-1)!;
  switch (claim.kind) {
    case 'always':
      return views.some((view) => !claim.holds(view)) ? undefined : 'the claim holds in every state of the trace';
    case 'reaches':
      return views.some((view) => claim.when(view)) ? undefined : 'no state of the trace is such a one';
    case 'everyStep':
      return path.steps.some((step, index) => !claim.holds(views[index]!, step, views[index + 1]!))
        ? undefined
        : 'the claim holds of every step of the trace';
    case 'neverAfter': {
      const after = views.findIndex((view) => claim.after(view));
      if (after < 0) return 'what must come first never comes';
      return views.slice(after).some((view) => claim.never(view)) ? undefined : 'what must not come does not come';
    }
    case 'restsOnly':
      return endRefutation(system, path, {}) ?? (claim.in(last) ? 'the rest is one of those allowed' : undefined);
    case 'leadsTo':
      return leadsToRefutation(system, claim, path, views);
    case 'outcomes':
      return endRefutation(system, path, {}) ?? outcomeRefutation(system, claim.only, path);
    case 'ltl':
      return ltlRefutation(system, claim, path);
    case 'alwaysPossible':
      return noReturnRefutation(system, claim, path);
  }
}

function protocolRefutation(system: System, name: string, path: Enacted): string | undefined {
  const error = protocolErrorNames.find((known) => known === name);
  if (error === undefined) return `there is no protocol error "${name}"${hint(name, protocolErrorNames)}`;
  const loops = path.loop !== undefined;
  if (loops !== (error === 'livelock')) return loops ? `a loop is no ${error}` : `what has no loop is no ${error}`;
  if (error === 'unspecified reception' || error === 'bound hit') {
    return errorsAtEnd(system, path).some(({ kind }) => kind === error) ? undefined : `the last step is no ${error}`;
  }
  const names = endNames(system, path);
  const declared = names.includes(undefined) ? undefined : `the end is declared: ${names.join(', ')}`;
  return endRefutation(system, path, {}) ?? declared;
}

/** What the end of a path may be called: by its last state, or by each state of its loop; undefined if not declared. */
function endNames(system: System, { views, loop }: Enacted): (string | undefined)[] {
  return [...new Set(views.slice(loop ?? -1).map((view) => system.ending(view)?.name))];
}

/** Errors of the last step, or of a step that is possible after it (a step into a full channel has no next state). */
function errorsAtEnd(system: System, path: Enacted): readonly LiveError[] {
  const next = path.choices.at(-1)!.flatMap((choice) => enact(system, [...path.steps, choice]).errors);
  return [...path.errors, ...next];
}

function outcomeRefutation(system: System, only: readonly string[], path: Enacted): string | undefined {
  const undeclared = path.loop === undefined ? 'deadlock' : 'livelock';
  const names = endNames(system, path).map((name) => name ?? undeclared);
  return names.every((name) => only.includes(name))
    ? `the end is one of those allowed: ${names.join(', ')}`
    : undefined;
}

function leadsToRefutation(system: System, claim: LeadsTo, path: Enacted, views: readonly View[]): string | undefined {
  const lastGoal = views.findLastIndex((view) => claim.to(view));
  const repeated = path.loop ?? views.length;
  if (lastGoal >= repeated) return 'the goal comes again and again';
  if (!views.slice(lastGoal + 1).some((view) => claim.from(view))) return 'nothing waits for the goal at the end';
  return endRefutation(system, path, claim.fairness ?? {}, false);
}

/** The formula itself is evaluated, on the run that the path stands for: one that ends stays in its last state for ever. */
function ltlRefutation(system: System, { formula, fairness }: Ltl, path: Enacted): string | undefined {
  const { steps, views, loop } = path;
  const isTrue = isTrueOf(formula, {
    length: loop === undefined ? views.length : steps.length,
    loop: loop ?? steps.length,
    holds: (proposition, position) =>
      proposition.kind === 'state'
        ? proposition.holds(views[position]!)
        : position < steps.length && proposition.taken(steps[position]!),
  });
  return isTrue ? 'the formula is true of this run' : endRefutation(system, path, fairness ?? {}, false);
}

function noReturnRefutation(system: System, { when, to }: AlwaysPossible, path: Enacted): string | undefined {
  if (path.loop !== undefined) return 'a loop is no state of no return';
  if (!when(path.views.at(-1)!)) return 'nothing is claimed of the last state';
  const way = wayAhead(system, path.steps, to);
  return way && `${way.length} more steps lead there`;
}

/** Why a path is not the whole of a fair run: it goes on, or its loop is unfair or makes progress. */
function endRefutation(
  system: System,
  { choices, steps, loop }: Enacted,
  changed: Readonly<Record<string, Fairness>>,
  standstill = true,
): string | undefined {
  const fairness = ({ class: name, fairness: declared }: { class: string; fairness: Fairness }): Fairness =>
    changed[name] ?? declared;
  if (loop === undefined) {
    const due = choices.at(-1)!.find((choice) => fairness(choice) !== 'none');
    return due && `it goes on: ${due.class} must be taken`;
  }
  const taken = new Set(steps.slice(loop).map((step) => step.class));
  const progress = standstill ? system.progress?.find((name) => taken.has(name)) : undefined;
  if (progress !== undefined) return `the loop makes progress: ${progress}`;
  const classes = new Map(choices.flatMap((there) => there.map((choice) => [choice.class, fairness(choice)] as const)));
  for (const [name, kind] of classes) {
    const times = choices.filter((there) => there.some((choice) => choice.class === name)).length;
    const owed = kind === 'strong' ? times > 0 : kind === 'weak' && times === choices.length;
    if (owed && !taken.has(name)) return `the loop is not fair: ${name} can be taken and never is`;
  }
  return undefined;
}

/** @throws ReplayError when the path does not show what it is said to show. */
export function demand(system: System, thesis: Thesis, claim: Claim | undefined, path: Enacted): void {
  const why = refutation(system, thesis, claim, path);
  if (why !== undefined) throw new ReplayError(`the trace of "${thesis.claim}" does not show it: ${why}`);
}
