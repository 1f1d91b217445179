/**
 * One run on live actors under a schedule, watched at every step, and brought to an end in fairness.
 *
 * What the run shows must be what the exhaustive search of the same system has found: the same steps in the same states,
 * the same sends, no claim broken that the search holds, no end that the search does not foresee. What is owed must hold
 * whatever the search says.
 */
import { type Fairness, ModelError, type Path, type Step, type View } from '../../src/model/index.ts';
import { type LiveError, LiveSystem, type LiveStep, replay } from '../../src/trace/live-system.ts';
import type { Attempt } from './attempt.ts';
import { type Breach, found, type Known, missed } from './breach.ts';
import { Companion, Names } from './companion.ts';
import { errorInSearch } from './errors-in-search.ts';
import { brokenBy, brokenIn, type SafetyClaim, safetyOf } from './safety.ts';
import type { Schedule } from './schedule.ts';
import type { Survey } from './survey.ts';

/** How many more steps a run may take to come to rest after its schedule. */
const longest = 400;

/** By kind of step: how often it was taken. */
export type Habits = Map<string, number>;

/** The place of the first step of a kind that was taken least often. */
function rarest(kinds: readonly string[], habits: Habits): number {
  const times = kinds.map((kind) => habits.get(kind) ?? 0);
  return times.indexOf(Math.min(...times));
}

/** Thrown when a run shows what it must not. */
class Shown extends Error {
  readonly breach: Breach;
  constructor(breach: Breach) {
    super(breach.what);
    this.breach = breach;
  }
}

/** Takes live runs of one system, one after the other. */
export class Journeys {
  readonly #attempt: Attempt;
  readonly #survey: Survey;
  readonly #names = new Names();
  readonly #claims: readonly SafetyClaim[];

  constructor(attempt: Attempt, survey: Survey) {
    this.#attempt = attempt;
    this.#survey = survey;
    this.#claims = safetyOf(attempt.families);
  }

  /** Takes a run; gives what it shows that it must not, if anything. */
  take(schedule: Schedule, habits: Habits): Breach | undefined {
    const steps: Step[] = [];
    try {
      this.#run(schedule, habits, steps);
      return undefined;
    } catch (error) {
      if (error instanceof Shown) return error.breach;
      if (!(error instanceof ModelError)) throw error;
      return {
        what: error.message,
        search: 'The exhaustive search goes on where live actors stop: one of the two is wrong.',
        steps,
      };
    }
  }

  #run(schedule: Schedule, habits: Habits, steps: Step[]): void {
    const live = new LiveSystem(this.#attempt.system);
    const companion = new Companion(this.#survey, this.#names);
    let view = live.view();
    /** The state that the last step was taken in, where that is explored, and the step; at rest the state alone. */
    let place: { readonly from: number | undefined; readonly last: readonly Step[] } = { from: 0, last: [] };
    const parts = (what: string, known: Known): never => {
      throw new Shown({ what, steps, ...known });
    };
    const show = (what: string, known: Known): never => {
      const shortcut = known.shortest ? undefined : this.#wayTo(place.from, place.last);
      throw new Shown({ what, steps, ...known, ...(shortcut && { shortcut }) });
    };
    const errors = (all: readonly LiveError[]): void =>
      all.forEach((error) => show(told(error), errorInSearch(this.#survey, error)));
    const differs = (how: string | undefined): void => {
      if (how !== undefined) parts(`live actors and the search part: ${how}`, missed(true, this.#survey.report.states));
    };
    const broken = (claims: readonly SafetyClaim[]): void =>
      claims.forEach((claim) => {
        const known = this.#knownOf(claim);
        if (this.#attempt.owed(claim.name) || known.shortest === undefined)
          show(`the claim "${claim.name}" is broken`, known);
      });
    const choices = () => {
      const possible = live.enabled();
      differs(companion.refutes(possible));
      return possible;
    };
    const take = (at: number, step: LiveStep): void => {
      const kind = companion.kinds[at]!;
      habits.set(kind, (habits.get(kind) ?? 0) + 1);
      steps.push(step.step);
      place = { from: companion.state, last: [step.step] };
      const after = live.view();
      errors(step.errors);
      differs(companion.take(at, step.step, after, live.snapshotKey()));
      broken(brokenBy(this.#claims, view, step.step, after));
      place = { from: companion.state, last: [] };
      view = after;
    };

    errors(live.errors);
    broken(brokenIn(this.#claims, view));
    for (const turn of schedule) {
      const possible = choices();
      if (possible.length === 0) break;
      const at = turn === 'rarest' ? rarest(companion.kinds, habits) : turn % possible.length;
      take(at, live.take(possible[at]!));
    }
    const foreseen = this.#foreseen(companion, show);
    const turns = new Turns();
    for (let more = 0; more < longest; more++) {
      const possible = choices();
      const at = turns.next(possible);
      if (at === undefined) {
        this.#atRest(view, foreseen, show);
        return;
      }
      take(at, live.take(possible[at]!));
    }
  }

  /** The shortest way through the explored graph to a state, and on by some steps, if live actors can go it. */
  #wayTo(state: number | undefined, on: readonly Step[]): Path | undefined {
    if (state === undefined) return undefined;
    const path = { steps: [...this.#survey.explored.pathTo(state).steps, ...on] };
    return replay(this.#attempt.system, path).agrees ? path : undefined;
  }

  #knownOf(claim: SafetyClaim): Known {
    const { verdict, path } = this.#survey.verdictOn(claim);
    const { complete, states } = this.#survey.report;
    return verdict === 'violated' && path ? found(path) : missed(complete, states);
  }

  /** The ends that fair runs can come to from here; each must be one that the search knows, and one that is allowed. */
  #foreseen({ state }: Companion, show: (what: string, known: Known) => never): ReadonlySet<string> | undefined {
    const { report } = this.#survey;
    if (!report.complete) return undefined;
    if (state === undefined)
      return show('live actors are in a state that the search has not got', missed(true, report.states));
    const ends = this.#survey.endsFrom(state);
    if (ends.size === 0)
      show('no fair run from here ever ends, and none goes on for ever', missed(true, report.states));
    for (const name of ends) {
      const outcome = report.outcomes.find((each) => each.name === name);
      if (outcome === undefined) show(`from here a fair run ends in "${name}"`, missed(true, report.states));
      else if (this.#attempt.ends?.(name) === false)
        show(`from here a fair run ends in "${name}"`, found(outcome.path));
    }
    return ends;
  }

  #atRest(view: View, foreseen: ReadonlySet<string> | undefined, show: (what: string, known: Known) => never): void {
    const { report } = this.#survey;
    const name = this.#attempt.system.ending(view)?.name ?? 'deadlock';
    const outcome = report.outcomes.find((each) => each.name === name);
    if (foreseen?.has(name) === false)
      show(`the run ends in "${name}", which was not to be foreseen`, missed(true, report.states));
    if (report.complete && outcome === undefined) show(`the run ends in "${name}"`, missed(true, report.states));
    if (this.#attempt.ends?.(name) === false)
      show(`the run ends in "${name}"`, outcome ? found(outcome.path) : missed(report.complete, report.states));
  }
}

/** A fair schedule: of the steps that must be taken, one of the class that has waited longest. */
class Turns {
  readonly #last = new Map<string, number>();
  #turn = 0;

  /** The place of the next step; undefined at rest. */
  next(choices: readonly { readonly class: string; readonly fairness: Fairness }[]): number | undefined {
    let place: number | undefined;
    const since = (at: number): number => this.#last.get(choices[at]!.class) ?? -1;
    choices.forEach(({ fairness }, at) => {
      if (fairness !== 'none' && (place === undefined || since(at) < since(place))) place = at;
    });
    if (place !== undefined) this.#last.set(choices[place]!.class, this.#turn++);
    return place;
  }
}

const told = ({ kind, where, message }: LiveError): string =>
  kind === 'bound hit'
    ? `the channel "${where}" is full when ${message.type} is sent`
    : `no transition is written for ${JSON.stringify(message)} at "${where}"`;
