import type { Composition } from '../compose/index.ts';
import { type LocalView, type Message, UnknownNameError, type View, hint } from '../model/index.ts';
import type { Variables } from './variables.ts';

/** Makes views of a composition's states out of their variables: see `StateReader`. */
export class StateViews {
  /** How many variables a state has. */
  readonly variables: number;
  readonly #composition: Composition;
  readonly #contents: (readonly Message[])[][];

  constructor(composition: Composition) {
    this.#composition = composition;
    this.#contents = composition.queues.map(() => []);
    this.variables = composition.parties.list.length + composition.queues.length;
  }

  /**
   * A view that reads `variables`, as they are when it is asked.
   *
   * @param first the number of the state's first variable.
   */
  view(variables: Variables, first = 0): View {
    const { parties, queues, description } = this.#composition;
    const locals = parties.list.map(
      ({ name, table }, party) => [name, (): LocalView => table.view(variables.get(first + party))] as const,
    );
    const contents = queues.map(({ name }, queue) => {
      const variable = first + parties.list.length + queue;
      return [name, (): readonly Message[] => this.#messages(queue, variables.get(variable))] as const;
    });
    return {
      party: named(locals, `system "${description.name}" has no party`),
      channel: named(contents, `system "${description.name}" has no queue`),
    };
  }

  #messages(queue: number, contents: number): readonly Message[] {
    const { queues, parties } = this.#composition;
    return (this.#contents[queue]![contents] ??= Object.freeze(
      queues[queue]!.contents[contents]!.messages.map((message) => parties.messages.at(message)),
    ));
  }
}

/** An object with a getter for each name; reading any other name throws an `UnknownNameError`. */
export function named<T>(
  getters: readonly (readonly [string, () => T])[],
  missing: string,
): Readonly<Record<string, T>> {
  const object = {};
  for (const [name, get] of getters) Object.defineProperty(object, name, { get, enumerable: true });
  return new Proxy(object as Record<string, T>, {
    get(target, name): T | undefined {
      if (typeof name === 'symbol' || name === 'toJSON') return undefined;
      if (Object.hasOwn(target, name)) return target[name];
      throw new UnknownNameError(`${missing} "${name}"${hint(name, Object.keys(target))}`);
    },
  });
}
