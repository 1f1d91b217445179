import { type ChartDescription, type Guard, isBelow, type State, statesOf, type Transition } from './chart.ts';
import { guardText } from './transition-words.ts';

/** What an SCXML document must be told while it runs: guards, delays and raised events that only code knows. */
export class ScxmlData {
  readonly #ids = new Map<string, string>();
  readonly #initial = new Map<string, string>();

  /** The variable of that name: `guard_isOpen`; its value until somebody sets it is an expression. */
  id(kind: 'guard' | 'delay' | 'raise', name: string, initial: string): string {
    const key = `${kind} ${name}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const plain = `${kind}_${name.replaceAll(/\W+/g, '_').replace(/_$/, '')}`;
    let id = plain;
    for (let again = 2; this.#initial.has(id); again++) id = `${plain}_${again}`;
    this.#ids.set(key, id);
    this.#initial.set(id, initial);
    return id;
  }

  /** All variables so far, each with its first value. */
  get entries(): Iterable<readonly [string, string]> {
    return this.#initial;
  }
}

/** Conditions of transitions as ECMAScript, so that SCXML selects what XState selects. */
export class ScxmlConditions {
  readonly #states: readonly State[];
  readonly #names: ReadonlyMap<string, string>;
  readonly #data: ScxmlData;
  readonly #events: readonly string[];
  readonly #eventOf: (state: State, transition: Transition) => string;

  /** @param eventOf what the document calls the event of a transition that has one. */
  constructor(
    { root }: ChartDescription,
    names: ReadonlyMap<string, string>,
    data: ScxmlData,
    eventOf: (state: State, transition: Transition) => string,
  ) {
    this.#states = statesOf(root);
    this.#names = names;
    this.#data = data;
    this.#eventOf = eventOf;
    this.#events = this.#states.flatMap(({ transitions }) => transitions.map(({ event }) => event));
  }

  /** The condition under which a state takes a transition; undefined where it always does. */
  of(state: State, transition: Transition): string | undefined {
    const { trigger, event, guard } = transition;
    const parts = [
      ...(guard ? [this.#guard(guard)] : []),
      ...(trigger === 'event' && this.#isPrefix(event) ? [`_event.name === '${event}'`] : []),
      ...(trigger !== 'always' && this.#hasRegions(state)
        ? this.#nothingBelow(state, this.#eventOf(state, transition))
        : []),
    ];
    return parts.length === 0 ? undefined : parts.join(' && ');
  }

  #guard(guard: Guard): string {
    switch (guard.kind) {
      case 'named':
        return this.#data.id('guard', guardText(guard), 'false');
      case 'in':
        return guard.states.map((path) => `In('${this.#names.get(path)}')`).join(' && ');
      case 'not':
        return `!(${this.#guard(guard.of[0]!)})`;
      default:
        return `(${guard.of.map((each) => this.#guard(each)).join(guard.kind === 'and' ? ' && ' : ' || ')})`;
    }
  }

  /** SCXML matches events by their first parts: `a` takes `a.b` too, which XState does not. */
  #isPrefix(event: string): boolean {
    return this.#events.some((other) => other.startsWith(`${event}.`) && !other.endsWith('*'));
  }

  #hasRegions(state: State): boolean {
    return statesOf(state).some(({ kind }) => kind === 'parallel');
  }

  /** XState asks the states around regions only if no region has an answer; SCXML asks for each region apart. */
  #nothingBelow(state: State, event: string): readonly string[] {
    return this.#states
      .filter(({ path }) => isBelow(path, state.path))
      .flatMap((below) =>
        below.transitions
          .filter((transition) => transition.trigger !== 'always')
          .flatMap((transition) => {
            const match = matching(this.#eventOf(below, transition), event);
            if (match === undefined) return [];
            const guarded = transition.guard ? [this.#guard(transition.guard)] : [];
            return [`!(${[`In('${this.#names.get(below.path)}')`, ...match, ...guarded].join(' && ')})`];
          }),
      );
  }
}

/** What else must be true of an event that one descriptor takes, for another to take it too; undefined if none can. */
function matching(inner: string, outer: string): readonly string[] | undefined {
  if (inner === outer || inner === '*') return [];
  if (inner.endsWith('.*')) {
    const stem = inner.slice(0, -2);
    if (!outer.endsWith('*')) return takes(inner, outer) ? [] : undefined;
    return [`(_event.name + '.').indexOf('${stem}.') === 0`];
  }
  return takes(outer, inner) ? [`_event.name === '${inner}'`] : undefined;
}

const takes = (descriptor: string, event: string): boolean =>
  descriptor === '*' || (descriptor.endsWith('.*') && `${event}.`.startsWith(descriptor.slice(0, -1)));
