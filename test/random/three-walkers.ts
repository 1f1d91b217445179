/** Live actors, tables and the naive engine on one walk: what can be done, what is sent, where it leads. */
import type { Charts } from '../../src/certify/chart-answers.ts';
import {
  type Global,
  initialState,
  keyOf,
  type StepError,
  stepsOf,
  type Taken,
} from '../../src/certify/naive-steps.ts';
import type { Composition } from '../../src/compose/index.ts';
import { canonical, type Step, type StepKey, type System, type View } from '../../src/model/index.ts';
import { Chance } from '../../src/random/chance.ts';
import { StepKinds } from '../../src/random/step-kinds.ts';
import { NOWHERE, Territory } from '../../src/random/territory.ts';
import { type LiveChoice, LiveSystem } from '../../src/trace/live-system.ts';

/** What is known of a state of the tables: the same state of the naive engine, and its steps there. */
type Known = {
  readonly global: Global;
  readonly steps: readonly Taken[];
  readonly texts: readonly string[];
  /** What each step sends, and what goes wrong in it. */
  readonly effects: readonly string[];
  live?: readonly string[];
};

const keyText = ({ kind, party, channel, message }: StepKey, name: string, fairness: string): string =>
  canonical([kind, party, channel ?? null, message, name, fairness]);
const sendText = ({ sends }: Pick<Step, 'sends'>): string => canonical(sends);
/** What a step sends, and what goes wrong in it. */
const effectText = (step: Pick<Step, 'sends'>, errors: readonly StepError[]): string =>
  errors.length === 0 && step.sends.length === 0
    ? ''
    : canonical([step.sends, errors.map(({ kind, where, message }) => [kind, where, message])]);

/** Takes walks through one system, each step three times. */
export class ThreeWalkers {
  readonly #system: System;
  readonly #charts: Charts;
  readonly #territory: Territory;
  readonly #fairness: ReadonlyMap<string, string>;
  readonly #known = new Map<number, Known>();
  readonly #stateOf = new Map<string, number>();
  readonly #numberOf = new Map<string, number>();

  constructor(composition: Composition, charts: Charts) {
    this.#system = composition.description;
    this.#charts = charts;
    this.#territory = new Territory(new StepKinds(composition));
    this.#fairness = new Map(composition.classNames.map((name, number) => [name, composition.classFairness[number]!]));
    this.#meet(0, initialState(this.#system, charts).state);
  }

  /** How many states the walks came through. */
  get states(): number {
    return this.#known.size;
  }

  /** Takes a walk of so many steps at most; gives how many it took. @throws Error where two of the three differ. */
  walk(seed: number, most: number): number {
    const chance = new Chance(seed);
    const live = new LiveSystem(this.#system);
    let state = 0;
    this.#compare(state, live);
    for (let taken = 0; taken < most; taken++) {
      const known = this.#known.get(state)!;
      const choices = live.enabled();
      this.#expect(state, 'what can be done', choices.map(textOf), known.texts);
      if (choices.length === 0) return taken;
      const place = Math.floor(chance.share() * choices.length);
      const { step, errors } = live.take(choices[place]!);
      const effect = effectText(step, errors);
      if (effect !== known.effects[place]) this.#expect(state, 'what is sent', [effect], [known.effects[place]!]);
      const target = this.#territory.choices(state).targets[place]!;
      if (target === NOWHERE) return taken + 1;
      if (!this.#known.has(target)) this.#meet(target, known.steps[place]!.next!);
      state = target;
      this.#compare(state, live);
    }
    return most;
  }

  /** A state that is met for the first time: the naive engine and the tables must have the same steps there. */
  #meet(state: number, global: Global): void {
    const steps = stepsOf(this.#system, global, this.#charts);
    const texts = steps.map(({ step, fairness }) => keyText(step, step.class, fairness));
    const { kinds, targets } = this.#territory.choices(state);
    const tabled = Array.from(kinds, (kind) => this.#territory.kinds.at(kind));
    const tabledText = ({ step }: { readonly step: Step }): string =>
      keyText(step, step.class, this.#fairness.get(step.class)!);
    this.#expect(state, 'the steps in the tables', tabled.map(tabledText), texts);
    this.#expect(
      state,
      'the sends in the tables',
      tabled.map(({ step }) => sendText(step)),
      steps.map(({ step }) => sendText(step)),
    );
    const unspecified = ({ errors }: Taken): boolean => errors.some(({ kind }) => kind === 'unspecified reception');
    this.#expect(
      state,
      'the receptions in the tables',
      tabled.map((kind) => String(kind.unspecified)),
      steps.map((taken) => String(unspecified(taken))),
    );
    this.#expect(
      state,
      'the full queues in the tables',
      Array.from(targets, (target) => String(target === NOWHERE)),
      steps.map(({ next }) => String(next === undefined)),
    );
    steps.forEach(({ next }, place) => next && this.#same(keyOf(next), targets[place]!, this.#numberOf, 'naive'));
    this.#same(keyOf(global), state, this.#numberOf, 'naive');
    this.#expect(
      state,
      'the view of the tables',
      [this.#told(this.#territory.view(state))],
      [this.#toldNaively(global)],
    );
    const effects = steps.map(({ step, errors }) => effectText(step, errors));
    this.#known.set(state, { global, steps, texts, effects });
  }

  /** The live state must be the one that the others are in. */
  #compare(state: number, live: LiveSystem): void {
    const known = this.#known.get(state)!;
    const parts = live.snapshotParts();
    if (known.live !== undefined) {
      this.#expect(state, 'the live state', parts, known.live);
      return;
    }
    known.live = parts;
    this.#same(parts.join('\n'), state, this.#stateOf, 'live');
    this.#expect(state, 'the view', [this.#told(live.view())], [this.#toldNaively(known.global)]);
  }

  #same(text: string, state: number, states: Map<string, number>, whose: string): void {
    const before = states.get(text) ?? state;
    if (before !== state) throw new Error(`one ${whose} state is two in the tables, ${before} and ${state}: ${text}`);
    states.set(text, state);
  }

  #told({ party, channel }: View): string {
    const { parties, channels } = this.#system;
    const fifos = Object.keys(channels).filter((name) => channels[name]!.kind === 'fifo');
    return canonical([
      Object.keys(parties).map((name) => [party[name]!.value, canonical(party[name]!.context ?? null, '$', 'kept')]),
      fifos.map((name) => channel[name]),
    ]);
  }

  #toldNaively({ locals, queues }: Global): string {
    return canonical([
      Object.values(locals).map(({ value, context }) => [value, canonical(context ?? null, '$', 'kept')]),
      Object.values(queues).map(({ messages }) => messages),
    ]);
  }

  #expect(state: number, what: string, got: readonly string[], expected: readonly string[]): void {
    if (got.length === expected.length && got.every((text, place) => text === expected[place])) return;
    throw new Error(
      `${this.#system.name}, state ${state}: ${what} differs:\n  ${got.join(', ')}\n  naively ${expected.join(', ')}`,
    );
  }
}

const texts = new WeakMap<object, string>();

function textOf(choice: LiveChoice): string {
  const known = texts.get(choice);
  if (known !== undefined) return known;
  const text = keyText(choice, choice.class, choice.fairness);
  texts.set(choice, text);
  return text;
}
