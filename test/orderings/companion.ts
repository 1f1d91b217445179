/** The search's own walk beside a live one: the same choices, taken in its tables and in its graph. */
import { stepsOf, type TakenStep } from '../../src/compose/index.ts';
import { canonical, type Step, type View } from '../../src/model/index.ts';
import type { LiveChoice } from '../../src/trace/live-system.ts';
import type { Survey } from './survey.ts';

/** Names of states, each way: equal texts for equal states, whoever found them. */
export class Names {
  readonly #keyOf = new Map<string, string>();
  readonly #stateOf = new Map<string, string>();

  /** Whether a state was met under these two names before, is met for the first time, or bears another name already. */
  meet(state: string, key: string): 'again' | 'first' | 'differs' {
    const [knownKey, knownState] = [this.#keyOf.get(state), this.#stateOf.get(key)];
    if (knownKey === undefined && knownState === undefined) {
      this.#keyOf.set(state, key);
      this.#stateOf.set(key, state);
      return 'first';
    }
    return knownKey === key && knownState === state ? 'again' : 'differs';
  }
}

/** Walks where a live system walks, in the tables of the search. */
export class Companion {
  readonly #survey: Survey;
  readonly #names: Names;
  #components: Int32Array;
  #steps: readonly TakenStep[];
  /** The number of the state, as far as the search has come there. */
  state: number | undefined = 0;

  constructor(survey: Survey, names: Names) {
    this.#survey = survey;
    this.#names = names;
    this.#components = Int32Array.from(survey.explored.composition.initial.components);
    this.#steps = this.#stepsHere();
  }

  /** The kinds of the steps here, in order: the same where a step does the same to the same parties. */
  get kinds(): readonly string[] {
    return this.#steps.map(({ slot, move }) => `${slot} ${move}`);
  }

  /** How the steps that are possible live differ from those that the search has; undefined when they do not. */
  refutes(choices: readonly LiveChoice[]): string | undefined {
    const here = this.#steps.map(({ step: { kind, party, channel, message, class: name } }) =>
      canonical([kind, party, channel ?? null, message, name]),
    );
    const live = choices.map(({ kind, party, channel, message, class: name }) =>
      canonical([kind, party, channel ?? null, message, name]),
    );
    const at = Array.from({ length: Math.max(here.length, live.length) }, (_, place) => place).find(
      (place) => here[place] !== live[place],
    );
    return at === undefined
      ? undefined
      : `step ${at + 1} is ${live[at] ?? 'nothing'}, in the search ${here[at] ?? 'nothing'}`;
  }

  /** Takes the step at this place; tells how the live step differs, or the state that it led to. */
  take(place: number, step: Step, view: View, key: string): string | undefined {
    const steps = this.#steps;
    const taken = steps[place]!;
    const [live, found] = [step.sends, taken.step.sends].map((sends) => canonical(sends));
    if (live !== found) return `the step sends ${live}, in the search ${found}`;
    if (taken.after === undefined) {
      this.state = undefined;
      return undefined;
    }
    const { explored } = this.#survey;
    const { graph } = explored;
    const edge = steps.slice(0, place).filter(({ after }) => after !== undefined).length;
    const from = this.state;
    const isExplored = from !== undefined && edge < graph.offsets[from + 1]! - graph.offsets[from]!;
    this.state = isExplored ? graph.targets[graph.offsets[from]! + edge] : undefined;
    this.#components = taken.after;
    this.#steps = this.#stepsHere();
    const met = this.#names.meet(this.#components.join(), key);
    if (met === 'differs') return 'the state is one state live and two in the search, or the reverse';
    if (met === 'again' || this.state === undefined) return undefined;
    const [seen, there] = [view, explored.view(this.state)].map((each) => this.#told(each));
    return seen === there ? undefined : `the state is ${seen}, in the search ${there}`;
  }

  /** All that claims can see of a state. */
  #told({ party, channel }: View): string {
    const { system } = this.#survey;
    const fifos = Object.entries(system.channels).filter(([, { kind }]) => kind === 'fifo');
    return canonical([
      Object.keys(system.parties).map((name) => [name, party[name]!.value, party[name]!.context]),
      fifos.map(([name]) => [name, channel[name]]),
    ]);
  }

  #stepsHere(): readonly TakenStep[] {
    return stepsOf(this.#survey.explored.composition, this.#components);
  }
}
