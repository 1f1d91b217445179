import { type Action, type ChartDescription, isBelow, type State, statesOf, type Transition } from './chart.ts';
import { identifiers } from './identifiers.ts';
import { ScxmlConditions, ScxmlData } from './scxml-conditions.ts';
import { element, escaped } from './svg-writing.ts';

/**
 * A chart as SCXML that runs: the same configurations and the same order of actions as in XState.
 *
 * Guards are variables of the data model, false until somebody sets them; actions are `<log>` elements,
 * events that an action raises are raised. A parallel state
 * that XState leaves and enters as a whole without leaving the state itself is written as a state with a parallel in it.
 *
 * One difference stays: where a history state remembers the very state that a transition to it comes from, XState does
 * not leave that state, and SCXML leaves and enters it. Events of which the chart does not know are no part of this:
 * SCXML takes `a.b` for a kind of `a`.
 */
export function chartScxml(chart: ChartDescription): string {
  const names = identifiers(chart);
  const data = new ScxmlData();
  const body = new Writer(chart, names, data).document();
  const variables = [...data.entries].map(([id, expr]) => `    ${element('data', { id, expr })}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="${escaped(chart.id)}" initial="${names.get('')}">`,
    ...(variables.length > 0 ? ['  <datamodel>', ...variables, '  </datamodel>'] : []),
    ...body,
    '</scxml>',
    '',
  ].join('\n');
}

class Writer {
  readonly #root: State;
  readonly #names: ReadonlyMap<string, string>;
  readonly #data: ScxmlData;
  readonly #conditions: ScxmlConditions;
  /** Parallel states that are written as a state with a parallel in it. */
  readonly #wrapped: ReadonlySet<string>;

  constructor(chart: ChartDescription, names: ReadonlyMap<string, string>, data: ScxmlData) {
    this.#root = chart.root;
    this.#names = names;
    this.#data = data;
    this.#conditions = new ScxmlConditions(chart, names, data, (state, each) => this.#event(state, each));
    const states = statesOf(chart.root);
    const kept = new Set(states.flatMap((state) => state.transitions.flatMap((each) => keptState(state, each) ?? [])));
    this.#wrapped = new Set(
      states.filter(({ kind, path }) => kind === 'parallel' && kept.has(path)).map(({ path }) => path),
    );
  }

  document(): readonly string[] {
    const end = finished(this.#root, (path) => this.#name(path));
    if (end === undefined) return this.#state(this.#root, '  ', []);
    const over = `${this.#name('')}__end`;
    const leave = `    ${element('transition', { cond: end, target: over })}`;
    return [...this.#state(this.#root, '  ', [leave]), `  ${element('final', { id: over })}`];
  }

  #name(path: string): string {
    return this.#names.get(path)!;
  }

  #regions(path: string): string {
    return `${this.#name(path)}__regions`;
  }

  /** @param first lines that come before the state's own transitions. */
  #state(state: State, indent: string, first: readonly string[]): readonly string[] {
    const deeper = `${indent}  `;
    const id = this.#name(state.path);
    if (state.kind.endsWith('history')) {
      const type = state.kind === 'deep history' ? 'deep' : 'shallow';
      return [
        `${indent}${element('history', { id, type }, this.#arrow({ target: this.#targets(state.initial) }, []))}`,
      ];
    }
    const children = (by: string): readonly string[] => state.states.flatMap((child) => this.#state(child, by, []));
    const own = [
      ...this.#passage('onentry', state, deeper),
      ...this.#passage('onexit', state, deeper),
      ...first,
      ...ordered(state.transitions).map((each) => `${deeper}${this.#transition(state, each)}`),
    ];
    const wrapped = this.#wrapped.has(state.path);
    const inner = wrapped
      ? [`${deeper}<parallel id="${this.#regions(state.path)}">`, ...children(`${deeper}  `), `${deeper}</parallel>`]
      : [...this.#initial(state, deeper), ...children(deeper)];
    const tag = state.kind === 'parallel' && !wrapped ? 'parallel' : state.kind === 'final' ? 'final' : 'state';
    const lines = [...own, ...inner];
    if (lines.length === 0) return [`${indent}${element(tag, { id })}`];
    return [`${indent}<${tag} id="${id}">`, ...lines, `${indent}</${tag}>`];
  }

  #initial(state: State, indent: string): readonly string[] {
    if (state.kind !== 'compound') return [];
    const target = this.#targets(state.initial);
    return [`${indent}${element('initial', {}, this.#arrow({ target }, state.initialActions))}`];
  }

  #targets(paths: readonly string[]): string {
    return paths.map((path) => this.#name(path)).join(' ');
  }

  #passage(tag: 'onentry' | 'onexit', state: State, indent: string): readonly string[] {
    const clocks = state.transitions
      .filter(({ trigger }) => trigger === 'after')
      .map((each) => this.#clock(tag, state, each));
    const actions = this.#actions(tag === 'onentry' ? state.entry : state.exit);
    const content = [...new Set(clocks), ...actions];
    return content.length === 0 ? [] : [`${indent}${element(tag, {}, ...content)}`];
  }

  #clock(tag: 'onentry' | 'onexit', state: State, transition: Transition): string {
    const id = this.#event(state, transition);
    if (tag === 'onexit') return element('cancel', { sendid: id });
    const fixed = /^\d+$/.test(transition.event);
    return element('send', {
      id,
      event: id,
      delay: fixed ? `${transition.event}ms` : undefined,
      delayexpr: fixed ? undefined : this.#data.id('delay', transition.event, "'0ms'"),
    });
  }

  #event(state: State, { trigger, event }: Transition): string {
    const name = this.#name(state.path);
    if (trigger === 'done') return `done.state.${this.#wrapped.has(state.path) ? this.#regions(state.path) : name}`;
    return trigger === 'after' ? `after.${event.replaceAll(/\W/g, '_')}.${name}` : event;
  }

  #transition(state: State, transition: Transition): string {
    const { trigger, targets, reenter, actions } = transition;
    const event = trigger === 'always' ? undefined : this.#event(state, transition);
    const cond = this.#conditions.of(state, transition);
    const stays = !reenter && targets.length > 0 && keptState(state, transition) === state.path;
    if (!stays)
      return this.#arrow({ event, cond, target: targets.length > 0 ? this.#targets(targets) : undefined }, actions);
    const inside = targets.flatMap((path) => (path === state.path ? this.#startOf(state) : [this.#name(path)]));
    if (inside.length === 0) return this.#arrow({ event, cond }, actions);
    return this.#arrow({ event, cond, type: 'internal', target: inside.join(' ') }, actions);
  }

  /** Where a state starts inside; nothing for one without states. */
  #startOf(state: State): readonly string[] {
    if (state.kind === 'parallel') return [this.#regions(state.path)];
    return state.initial.map((path) => this.#name(path));
  }

  #arrow(attributes: Readonly<Record<string, string | undefined>>, actions: readonly Action[]): string {
    return element('transition', attributes, ...this.#actions(actions));
  }

  #actions(actions: readonly Action[]): readonly string[] {
    return actions.map(({ name, text, raises }) => {
      if (raises === undefined) return element('log', { label: text });
      if (raises !== '') return element('raise', { event: raises });
      return element('send', { target: '#_internal', eventexpr: this.#data.id('raise', name, "''") });
    });
  }
}

/** Wildcards behind the events that are named, longer ones first, as XState asks them. */
const ordered = (transitions: readonly Transition[]): readonly Transition[] =>
  [...transitions].sort((a, b) => wildness(a) - wildness(b));

const wildness = ({ trigger, event }: Transition): number =>
  trigger === 'event' && event.endsWith('*') ? 1 / event.length : 0;

/**
 * The state that is not left when a transition is taken although everything in it is: XState's transition domain.
 *
 * Undefined where no state is left, or every one.
 */
function keptState({ path }: State, { targets, reenter }: Transition): string | undefined {
  if (targets.length === 0) return undefined;
  if (!reenter && targets.every((target) => target === path || isBelow(target, path))) return path;
  const [first, ...others] = [...targets, path];
  for (let around = first!; around !== '';) {
    around = around.slice(0, Math.max(0, around.lastIndexOf('.')));
    if (others.every((other) => isBelow(other, around))) return around;
  }
  return undefined;
}

/** The condition under which a chart is at its end; undefined for one that has none. */
function finished(state: State, name: (path: string) => string): string | undefined {
  if (state.kind === 'compound') {
    const ends = state.states.filter(({ kind }) => kind === 'final').map(({ path }) => `In('${name(path)}')`);
    return ends.length > 0 ? ends.join(' || ') : undefined;
  }
  if (state.kind !== 'parallel') return undefined;
  const regions = state.states.map((region) => finished(region, name));
  return regions.every((region) => region !== undefined)
    ? regions.map((region) => `(${region})`).join(' && ')
    : undefined;
}
