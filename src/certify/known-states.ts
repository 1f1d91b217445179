import type { AnyMachineSnapshot } from 'xstate';

import type { StateSet, System } from '../model/index.ts';
import { type Global, type Queue, textOfLocal, textOfQueue } from './naive-steps.ts';
import { refuse } from './refusal.ts';

/** A state as the places of its texts, a comma between them. */
type Places = string;

/** A state set that is looked into: which number, if any, has a state of the naive engine? */
export class KnownStates {
  readonly count: number;
  readonly #set: StateSet;
  readonly #parties: readonly (readonly [string, Map<string, number>])[];
  readonly #channels: readonly (readonly [string, Map<string, number>])[];
  #numbers = new Map<Places, number>();

  /** @throws Refusal when the parties and queues are not those of the system, or a text stands twice. */
  constructor(system: System, set: StateSet) {
    this.count = set.count;
    this.#set = set;
    const fifos = Object.entries(system.channels).flatMap(([name, { kind }]) => (kind === 'fifo' ? [name] : []));
    this.#parties = indexed(Object.keys(system.parties), set.parties, 'party');
    this.#channels = indexed(fifos, set.channels, 'queue');
    const texts = [...this.#parties, ...this.#channels];
    if (set.columns.length !== texts.length) refuse('the state set has not one column for each party and queue');
    for (const [column, [name, places]] of texts.entries()) {
      const used = new Uint8Array(places.size);
      for (const place of set.columns[column]!) {
        if (place >= places.size) refuse(`the state set gives "${name}" a state that it does not list`);
        used[place] = 1;
      }
      if (used.includes(0)) refuse(`the state set lists a state of "${name}" that it does not use`);
    }
    if ([set.parents, ...set.columns].some(({ length }) => length !== set.count)) {
      refuse('the columns of the state set are not all of one length');
    }
  }

  /** The places of a state of the naive engine; undefined when one of its parts is not listed. */
  placesOf({ locals, queues }: Global): Places | undefined {
    const places: number[] = [];
    for (const [name, known] of this.#parties) {
      const place = known.get(textOfLocal(locals[name] as AnyMachineSnapshot));
      if (place === undefined) return undefined;
      places.push(place);
    }
    for (const [name, known] of this.#channels) {
      const place = known.get(textOfQueue(queues[name] as Queue));
      if (place === undefined) return undefined;
      places.push(place);
    }
    return places.join();
  }

  placesAt(state: number): Places {
    return this.#set.columns.map((column) => column[state]).join();
  }

  /**
   * Looks up the numbers of states by their places; of all states without.
   *
   * @throws Refusal when two of the states are the same.
   */
  number(wanted?: ReadonlySet<Places>): void {
    for (let state = 0; state < this.count; state++) {
      const places = this.placesAt(state);
      if (wanted && !wanted.has(places)) continue;
      const twin = this.#numbers.get(places);
      if (twin !== undefined && twin !== state) refuse(`states ${twin} and ${state} of the state set are the same`);
      this.#numbers.set(places, state);
    }
  }

  /** The number of a state, as far as it was looked up. */
  numberOf(places: Places | undefined): number | undefined {
    return places === undefined ? undefined : this.#numbers.get(places);
  }

  /** The state that leads to a state, as the set has it. @throws Refusal when its number is not smaller. */
  parent(state: number): number {
    const parent = this.#set.parents[state]!;
    if (parent >= state) refuse(`state ${state} is said to come from state ${parent}, which has no smaller number`);
    return parent;
  }

  /** The numbers of the states on the way to a state, the initial one first. */
  wayTo(state: number): number[] {
    const way = [state];
    for (let last = state; last !== 0; way.push(last)) last = this.parent(last);
    return way.reverse();
  }
}

function indexed(
  names: readonly string[],
  texts: Readonly<Record<string, readonly string[]>>,
  what: string,
): (readonly [string, Map<string, number>])[] {
  const listed = Object.keys(texts);
  const stray = listed.find((name) => !names.includes(name)) ?? names.find((name) => !listed.includes(name));
  if (stray !== undefined) refuse(`the state set and the system do not agree on the ${what} "${stray}"`);
  return names.map((name) => {
    const places = new Map(texts[name]!.map((text, place) => [text, place]));
    if (places.size !== texts[name]!.length) refuse(`the state set lists a state of the ${what} "${name}" twice`);
    return [name, places] as const;
  });
}
