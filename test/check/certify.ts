/** A path taken again on live actors, and looked at with nothing but the definition of the claim. */
import { isTrueOf, type Lasso } from '../../src/ltl/index.ts';
import type { Claim, Fairness, Path, System, View } from '../../src/model/index.ts';
import { type LiveChoice, LiveSystem } from '../../src/trace/live-system.ts';

type Moment = { view: View; key: string; choices: readonly LiveChoice[] };

/** What a path passes through, and the errors of its last step. Throws where a step is not possible. */
function momentsOf(system: System, { steps }: Path): { moments: Moment[]; errors: string[] } {
  const live = new LiveSystem(system);
  const look = (): Moment => ({ view: live.view(), key: live.snapshotKey(), choices: live.enabled() });
  const moments = [look()];
  let { errors } = live;
  for (const step of steps) {
    ({ errors } = live.take(step));
    moments.push(look());
  }
  return { moments, errors: errors.map(({ kind }) => kind) };
}

type Of = (name: string, fairness: Fairness) => Fairness;

const isRest = ({ choices }: Moment, fairnessOf: Of): boolean =>
  choices.every((choice) => fairnessOf(choice.class, choice.fairness) === 'none');

/** Whether the repeated part of a path closes and meets every obligation that its states impose. */
function loopsFairly({ steps, loop }: Path, moments: readonly Moment[], fairnessOf: Of): boolean {
  const round = moments.slice(loop);
  if (loop === undefined || round.length < 2 || round[0]!.key !== round.at(-1)!.key) return false;
  const taken = new Set(steps.slice(loop).map((step) => step.class));
  const obliging = new Map(
    round.flatMap(({ choices }) => choices).map((choice) => [choice.class, fairnessOf(choice.class, choice.fairness)]),
  );
  const possible = (name: string) => (moment: Moment) => moment.choices.some((choice) => choice.class === name);
  return [...obliging].every(
    ([name, kind]) => kind === 'none' || taken.has(name) || (kind === 'weak' && !round.every(possible(name))),
  );
}

/** Whether a path shows an end of any name: a rest, or a fair loop without progress. */
const showsAnyEnd = (system: System, path: Path): boolean => {
  const { moments } = momentsOf(system, path);
  if (path.loop === undefined) return isRest(moments.at(-1)!, (_, fairness) => fairness);
  const progress = path.steps.slice(path.loop).some((step) => system.progress?.includes(step.class));
  return !progress && loopsFairly(path, moments, (_, fairness) => fairness);
};

/** Whether a path shows the end of a name: a loop through states of several names may bear that of a state beside it. */
export function showsEnd(system: System, path: Path, name: string): boolean {
  const ends = momentsOf(system, path).moments.slice(path.loop ?? -1);
  const unnamed = path.loop === undefined ? 'deadlock' : 'livelock';
  const names = new Set(ends.map(({ view }) => system.ending(view)?.name ?? unnamed));
  return showsAnyEnd(system, path) && (names.size > 1 || names.has(name));
}

/** Whether the last step of a path shows a protocol error. */
export const showsError = (system: System, path: Path, kind: string): boolean =>
  momentsOf(system, path).errors.includes(kind);

/** The infinite run that a path stands for: where it ends, it stays in its last state, and no step is taken. */
const runOf = ({ steps, loop }: Path, views: readonly View[]): Lasso => ({
  length: loop === undefined ? steps.length + 1 : steps.length,
  loop: loop ?? steps.length,
  holds: (proposition, position) => {
    if (proposition.kind === 'state') return proposition.holds(views[position]!);
    const step = steps[position];
    return step !== undefined && proposition.taken(step);
  },
});

/** Whether a path shows what is said of a claim: its violation, or for a witness that it is reached. */
export function shows(system: System, claim: Claim, path: Path): boolean {
  const { moments } = momentsOf(system, path);
  const views = moments.map(({ view }) => view);
  const last = views.at(-1)!;
  switch (claim.kind) {
    case 'always':
      return !claim.holds(last);
    case 'reaches':
      return claim.when(last);
    case 'everyStep':
      return !claim.holds(views.at(-2)!, path.steps.at(-1)!, last);
    case 'restsOnly':
      return isRest(moments.at(-1)!, (_, fairness) => fairness) && !claim.in(last);
    case 'neverAfter':
      return views.some(claim.after) && claim.never(last);
    case 'outcomes':
      return showsAnyEnd(system, path);
    case 'alwaysPossible':
      return claim.when(last) && !claim.to(last);
    case 'ltl': {
      const fairnessOf: Of = (name, fairness) => claim.fairness?.[name] ?? fairness;
      const ends =
        path.loop === undefined ? isRest(moments.at(-1)!, fairnessOf) : loopsFairly(path, moments, fairnessOf);
      return ends && !isTrueOf(claim.formula, runOf(path, views));
    }
    case 'leadsTo': {
      const fairnessOf: Of = (name, fairness) => claim.fairness?.[name] ?? fairness;
      const owed = views.slice(views.findLastIndex(claim.from));
      const ends =
        path.loop === undefined ? isRest(moments.at(-1)!, fairnessOf) : loopsFairly(path, moments, fairnessOf);
      return views.some(claim.from) && !owed.some(claim.to) && ends;
    }
  }
}
