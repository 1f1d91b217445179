import type { Change, Composition } from '../compose/index.ts';
import { type LocalView, type Message, type View, canonical } from '../model/index.ts';
import { named } from './state-view.ts';
import type { Variables } from './variables.ts';

/** A question by what it asks: of a party, something of its local state; of a queue, its messages. */
type Question = {
  readonly party: number;
  readonly queue: number;
  readonly ask: (view: LocalView) => unknown;
  /** By local state, or by contents: the number of the answer. */
  readonly answers: (number | undefined)[];
};

/**
 * What functions of a state ask of it, question by question: whether a party is in a state, bears a tag, what stands
 * under one key of its context, what a queue holds.
 *
 * Questions and their answers are variables with values, by number. A function that asks nothing else gives the same for
 * the same answers.
 */
export class Questions {
  readonly #composition: Composition;
  readonly #questions: Question[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #values: unknown[] = [];
  readonly #valueNumbers = new Map<string, number>();

  constructor(composition: Composition) {
    this.#composition = composition;
  }

  /** The answer to a question in a state, which is given by its components. */
  answer(question: number, components: Int32Array): number {
    const { party, queue } = this.#questions[question]!;
    const { clusters, clusterOf } = this.#composition;
    if (party === -1) return this.#ofContents(question, components[clusters.length + queue]!);
    return this.#ofCluster(question, components[clusterOf[party]!]!);
  }

  /** How many questions were asked. */
  get count(): number {
    return this.#questions.length;
  }

  /** Whether a change changes no answer. */
  same({ cluster, from, to, queues }: Change): boolean {
    for (const [question, { party, queue }] of this.#questions.entries()) {
      if (party === -1) {
        if (queues.includes(queue)) return false;
      } else if (this.#composition.clusterOf[party] === cluster) {
        if (this.#ofCluster(question, from) !== this.#ofCluster(question, to)) return false;
      }
    }
    return true;
  }

  /** A view of the state whose answers `variables` gives. */
  view(variables: Variables): View {
    const { parties, queues, description } = this.#composition;
    const locals = parties.list.map(
      ({ name }, party) => [name, (): LocalView => this.#local(party, variables)] as const,
    );
    const contents = queues.map(
      ({ name }, queue) =>
        [
          name,
          (): readonly Message[] =>
            this.#values[variables.get(this.#number(`${queue}`, { party: -1, queue }))] as readonly Message[],
        ] as const,
    );
    return {
      party: named(locals, `system "${description.name}" has no party`),
      channel: named(contents, `system "${description.name}" has no queue`),
    };
  }

  #local(party: number, variables: Variables): LocalView {
    const asked = (what: string, ask: Question['ask']): unknown =>
      this.#values[variables.get(this.#number(`${party} ${what}`, { party, queue: -1, ask }))];
    return {
      get value(): unknown {
        return asked('value', (view) => view.value);
      },
      get context(): unknown {
        return contextOf(asked);
      },
      matches: (path) => asked(`matches ${path}`, (view) => view.matches(path)) as boolean,
      hasTag: (tag) => asked(`hasTag ${tag}`, (view) => view.hasTag(tag)) as boolean,
    };
  }

  #number(key: string, question: Omit<Question, 'answers' | 'ask'> & { readonly ask?: Question['ask'] }): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#questions.push({ ask: () => undefined, ...question, answers: [] }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #ofCluster(question: number, local: number): number {
    const { party, ask, answers } = this.#questions[question]!;
    const { clusters, clusterOf, placeOf, parties } = this.#composition;
    const state = clusters[clusterOf[party]!]!.localOf[placeOf[party]!]!.data[local]!;
    return (answers[state] ??= this.#valueNumber(ask(parties.list[party]!.table.view(state))));
  }

  #ofContents(question: number, contents: number): number {
    const { queue, answers } = this.#questions[question]!;
    const { queues, parties } = this.#composition;
    return (answers[contents] ??= this.#valueNumber(
      Object.freeze(queues[queue]!.contents[contents]!.messages.map((message) => parties.messages.at(message))),
    ));
  }

  #valueNumber(value: unknown): number {
    const key = value === undefined ? 'undefined' : canonical(value, '$', 'kept');
    const known = this.#valueNumbers.get(key);
    if (known !== undefined) return known;
    this.#valueNumbers.set(key, this.#values.push(value) - 1);
    return this.#values.length - 1;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A context of which each key is asked for alone; all of it, where somebody wants to know which keys there are. */
function contextOf(asked: (what: string, ask: (view: LocalView) => unknown) => unknown): unknown {
  const whole = (): unknown => asked('context', (view) => view.context);
  if (asked('context is a record', (view) => isRecord(view.context)) !== true) return whole();
  const record = (): Record<string, unknown> => whole() as Record<string, unknown>;
  return new Proxy(
    {},
    {
      get: (_, key) =>
        key in Object.prototype || typeof key === 'symbol'
          ? Reflect.get(record(), key)
          : asked(`context.${key}`, ({ context }) => (context as Record<string, unknown>)[key]),
      has: (_, key) => key in record(),
      ownKeys: () => Reflect.ownKeys(record()),
      getOwnPropertyDescriptor: (_, key) => {
        const descriptor = Reflect.getOwnPropertyDescriptor(record(), key);
        return descriptor && { ...descriptor, configurable: true };
      },
    },
  );
}
