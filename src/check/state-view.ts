import type { Composition } from '../compose/index.ts';
import { type LocalView, type Message, UnknownNameError, type View, hint } from '../model/index.ts';

/** Told of each part of a state that is read, by the number of its variable. */
export type OnRead = (variable: number) => void;

/**
 * States of a composition as claims see them.
 *
 * The *variables* of a state are the local state of each party, then the contents of each queue, by number.
 */
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

  /** Writes the variables of a state, given by its components, into `variables` from `offset` on. */
  variablesOf(components: Int32Array, variables: Int32Array, offset = 0): void {
    const { clusters, queues, clusterOf, placeOf } = this.#composition;
    for (let party = 0; party < clusterOf.length; party++) {
      const cluster = clusterOf[party]!;
      variables[offset + party] = clusters[cluster]!.localOf[placeOf[party]!]!.data[components[cluster]!]!;
    }
    for (let queue = 0; queue < queues.length; queue++) {
      variables[offset + clusterOf.length + queue] = components[clusters.length + queue]!;
    }
  }

  /** A view that reads from `variables`, as they are when it is asked, and tells what it reads. */
  view(variables: Int32Array, offset = 0, onRead: OnRead = () => {}): View {
    const { parties, queues, description } = this.#composition;
    const read = (variable: number): number => {
      onRead(offset + variable);
      return variables[offset + variable]!;
    };
    const locals = parties.list.map(
      ({ name, table }, party) => [name, (): LocalView => table.view(read(party))] as const,
    );
    const contents = queues.map(
      ({ name }, queue) =>
        [name, (): readonly Message[] => this.#messages(queue, read(parties.list.length + queue))] as const,
    );
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

/** An object with a getter for each name; reading any other name throws. */
function named<T>(getters: readonly (readonly [string, () => T])[], missing: string): Readonly<Record<string, T>> {
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
