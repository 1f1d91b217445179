import type { Composition } from '../../compose/index.ts';
import { type LocalView, type Message, UnknownNameError, type View } from '../../model/index.ts';
import { type Asking, type Diagram, diagramOf, occurringDiagramOf, TooWide } from './diagram.ts';
import { groupedBy } from './grouped.ts';
import type { Model } from './model.ts';
import { type Look, answer, observed } from './observed.ts';

/** Thrown out of a function of views that reads a variable whose value is open. So often that it bears no stack. */
class Needs {
  readonly variable: number;

  constructor(variable: number) {
    this.variable = variable;
  }
}

/** A diagram, and whether it says nothing of combinations that do not occur. */
export type Answers<T> = { readonly diagram: Diagram<T>; readonly partial: boolean };

/** How a state after a step comes out of the state before it: by variable, the value after. */
export type After = {
  /** Parties whose local state after the step is known. */
  readonly locals: ReadonlyMap<number, number>;
  /** What is in a queue after the step. */
  readonly messages: (queue: number, before: readonly number[]) => readonly number[];
};

/**
 * Asks functions of states about all combinations of values that occur: of local states by party (the first variables),
 * and of what is in each queue.
 */
export class Asker {
  readonly #composition: Composition;
  readonly #rows: Model['rows'];
  readonly #before: View;
  readonly #next: View;
  /** What is asked about now: variables whose value is known, what a step does, values of other variables. */
  #fixed: ReadonlyMap<number, number> = new Map();
  #after: After | undefined;
  #values: ReadonlyMap<number, number> = new Map();
  /** By variable, what was looked at: its text for the way, and how a value answers. */
  readonly #looks = new Map<number, Map<string, (value: number) => string>>();
  #looked = 0;
  readonly #classes = new Map<number, readonly (readonly number[])[]>();

  /** By party and what was looked at, at any time: the classes of its local states. */
  readonly #told = new Map<string, readonly (readonly number[])[]>();

  constructor({ composition, rows }: Pick<Model, 'composition' | 'rows'>) {
    this.#composition = composition;
    this.#rows = rows;
    this.#before = this.#view(false);
    this.#next = this.#view(true);
  }

  /**
   * For all combinations of values where these are few, else for those that occur.
   *
   * @param fixed variables whose value is known.
   * @throws TooWide when these are too many as well.
   */
  diagram<T>(
    ask: (before: View, after: View) => T,
    fixed: ReadonlyMap<number, number> = new Map(),
    after?: After,
  ): Answers<T> {
    this.#fixed = fixed;
    this.#after = after;
    this.#looks.clear();
    this.#classes.clear();
    const asking: Asking<T> = {
      ask: (values) => {
        this.#values = values;
        try {
          return { gives: ask(this.#before, this.#next) };
        } catch (error) {
          if (error instanceof Needs) return { needs: error.variable };
          throw error;
        }
      },
      classes: (variable) => this.#classesOf(variable),
      looks: () => this.#looked,
    };
    try {
      return { diagram: diagramOf(asking), partial: false };
    } catch (error) {
      if (!(error instanceof TooWide)) throw error;
      const known = [...fixed];
      const rows = this.#rows().filter((row) => known.every(([variable, value]) => row[variable] === value));
      return { diagram: occurringDiagramOf(asking.ask, rows), partial: true };
    }
  }

  #valueOf(variable: number): number {
    const value = this.#fixed.get(variable) ?? this.#values.get(variable);
    if (value === undefined) throw new Needs(variable);
    return value;
  }

  #look(variable: number, key: string, of: (value: number) => string): void {
    const looks = this.#looks.get(variable) ?? new Map<string, (value: number) => string>();
    this.#looks.set(variable, looks);
    if (looks.has(key)) return;
    looks.set(key, of);
    this.#looked += 1;
    this.#classes.delete(variable);
  }

  #classesOf(variable: number): readonly (readonly number[])[] {
    const known = this.#classes.get(variable);
    if (known !== undefined) return known;
    const { parties, queues } = this.#composition;
    const list = parties.list;
    const count = variable < list.length ? list[variable]!.table.locals.count : queues[variable - list.length]!.count;
    const looks = this.#looks.get(variable) ?? new Map<string, (value: number) => string>();
    const told = `${variable} ${[...looks.keys()].join('|')}`;
    const classes = this.#told.get(told) ?? classesBy(count, [...looks.values()]);
    this.#classes.set(variable, classes);
    // What a queue holds after a step depends on the step.
    if (variable < list.length) this.#told.set(told, classes);
    return classes;
  }

  #view(after: boolean): View {
    const { parties, queues, description } = this.#composition;
    const locals = parties.list.map(({ name }, party) => [name, this.#local(party, after)] as const);
    const contents = queues.map(({ name }, queue) => [name, () => this.#contents(queue, after)] as const);
    return {
      party: named(locals, `system "${description.name}" has no party`),
      channel: named(contents, `system "${description.name}" has no queue`),
    };
  }

  /** Gives the view of a party; it tells what is looked at of a local state that is not known. */
  #local(party: number, after: boolean): () => LocalView {
    const { table } = this.#composition.parties.list[party]!;
    const look = (key: string, of: (view: LocalView) => string): void =>
      this.#look(party, key, (value) => of(table.view(value)));
    const part = (field: 'value' | 'context'): unknown =>
      observed(table.view(this.#valueOf(party))[field], (way, what) =>
        look(`${field}.${way.join('.')} ${what}`, (other) => answer(other[field], way, what)),
      );
    const open: LocalView = {
      get value() {
        return part('value');
      },
      get context() {
        return part('context');
      },
      matches: (path) => {
        look(`matches ${path}`, (other) => String(other.matches(path)));
        return table.view(this.#valueOf(party)).matches(path);
      },
      hasTag: (tag) => {
        look(`has tag ${tag}`, (other) => String(other.hasTag(tag)));
        return table.view(this.#valueOf(party)).hasTag(tag);
      },
    };
    return () => {
      const known = (after ? this.#after?.locals.get(party) : undefined) ?? this.#fixed.get(party);
      if (known !== undefined) return table.view(known);
      if (!this.#values.has(party)) throw new Needs(party);
      return open;
    };
  }

  #contents(queue: number, after: boolean): readonly Message[] {
    const { parties, queues } = this.#composition;
    const variable = parties.list.length + queue;
    const messagesOf = (value: number): readonly Message[] => {
      const { messages } = queues[queue]!.contents[value]!;
      const then = after && this.#after !== undefined ? this.#after.messages(queue, messages) : messages;
      return then.map((message) => parties.messages.at(message));
    };
    const look: Look = (way, what) =>
      this.#look(variable, `${after ? 'after' : 'before'} ${way.join('.')} ${what}`, (value) =>
        answer(messagesOf(value), way, what),
      );
    return observed(messagesOf(this.#valueOf(variable)), look) as readonly Message[];
  }
}

/** Values that answer alike. */
function classesBy(count: number, looks: readonly ((value: number) => string)[]): readonly (readonly number[])[] {
  const values = Array.from({ length: count }, (_, value) => value);
  return [...groupedBy(values, (value) => looks.map((of) => of(value)).join('|')).values()];
}

function named<T>(getters: readonly (readonly [string, () => T])[], missing: string): Readonly<Record<string, T>> {
  const known = new Map(getters);
  return new Proxy({} as Record<string, T>, {
    get(_, name): T | undefined {
      if (typeof name === 'symbol') return undefined;
      const get = known.get(name);
      if (get === undefined) throw new UnknownNameError(`${missing} "${name}"`);
      return get();
    },
    ownKeys: () => [...known.keys()],
    getOwnPropertyDescriptor: (_, name) => ({
      enumerable: true,
      configurable: true,
      value: known.get(String(name))?.(),
    }),
  });
}
