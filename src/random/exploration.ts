import { type Composition, MetParty, composeAnd } from '../compose/index.ts';
import type { Family, Path, System } from '../model/index.ts';
import { Chance, seedOf } from './chance.ts';
import { shortestTo } from './shortest.ts';
import { type Sight, Sights } from './sights.ts';
import { StepKinds } from './step-kinds.ts';
import { Territory } from './territory.ts';
import { type Habits, walk } from './walk.ts';

/** How to walk. Walks are numbered from 1. */
export type WalkOptions = {
  readonly seed: number;
  /** How many steps a walk has at most. */
  readonly steps: number;
  /** The first walk. Default 1. */
  readonly from?: number;
  /** Forget the states seen when there are more of them. Default 500,000. */
  readonly maxStates?: number;
};

/** What was seen, by how many walks, first by which one, and the shortest way there among all that was seen. */
export type Sighting = Sight & { readonly walks: number; readonly first: number; readonly path: Path };

/** What walks gave so far. */
export type Walked = {
  readonly walks: number;
  readonly steps: number;
  /** How many states they came through; where some were forgotten, since then. */
  readonly states: number;
  readonly forgot: boolean;
  readonly seen: readonly Sighting[];
  /** What was looked for and not seen. */
  readonly unseen: readonly Sight[];
  /** The claims that no walk decides, for they are about all of a run. */
  readonly left: readonly string[];
  /** By kind of end: how many walks came to a rest of this name. */
  readonly ends: ReadonlyMap<string, number>;
  /** Per chart: the transitions that the steps seen take, of all that there are. */
  readonly coverage: ReadonlyMap<string, { readonly taken: ReadonlySet<string>; readonly all: readonly string[] }>;
};

/** Walks that share their habits: a walk depends on those before it in its group, and on no others. */
const GROUP = 50;

/**
 * Random walks through a system, judged on the way: claims that one state or one step decides, protocol errors, ends.
 *
 * Which walk it is hangs on the seed and its number alone, so that walks can be gone on with: of those that are left out,
 * the ones of the same group are taken all the same, for what they make rare.
 */
export class Exploration {
  readonly #system: System;
  readonly #families: readonly Family[];
  readonly #options: Required<WalkOptions>;
  #next: number;
  #at!: Standing;

  /** @throws ModelError when the system cannot be composed. */
  constructor(system: System, families: readonly Family[], options: WalkOptions) {
    this.#system = system;
    this.#families = families;
    this.#options = { from: 1, maxStates: 500_000, ...options };
    this.#next = this.#options.from;
    this.#anew(() => {});
  }

  /** Takes the next walk. @throws ModelError when a chart, the system or a claim cannot be evaluated. */
  walk(): void {
    this.#next++;
    try {
      this.#at.take(this.#next - 1);
    } catch (error) {
      if (!(error instanceof MetParty)) throw error;
      this.#anew(() => {});
    }
  }

  /** How many steps were taken so far. */
  get taken(): number {
    return this.#at.taken;
  }

  /** What the walks gave so far. @throws ModelError when something beside the walks cannot be evaluated. */
  walked(): Walked {
    try {
      return this.#at.walked();
    } catch (error) {
      if (!(error instanceof MetParty)) throw error;
      return this.#anew(() => this.#at.walked());
    }
  }

  /** Parties that move as one are found out on the way, or by a look beside it: then all walks are taken again. */
  #anew<T>(then: () => T): T {
    return composeAnd(this.#system, {}, (composition) => {
      this.#at = new Standing(composition, this.#families, this.#options);
      for (let walk = this.#options.from; walk < this.#next; walk++) this.#at.take(walk);
      return then();
    });
  }
}

/** What is known of the walks through one composition. */
class Standing {
  readonly #options: Required<WalkOptions>;
  readonly #kinds: StepKinds;
  readonly #sights: Sights;
  #territory: Territory;
  #habits: Habits = [];
  #walks = 0;
  #steps = 0;
  #forgot = false;
  readonly #ends = new Map<string, number>();
  readonly #seen = new Map<number, { walks: number; readonly first: number }>();
  /** Shortest ways among states that were forgotten. */
  readonly #paths = new Map<number, Path>();

  constructor(composition: Composition, families: readonly Family[], options: Required<WalkOptions>) {
    this.#options = options;
    this.#kinds = new StepKinds(composition);
    this.#territory = new Territory(this.#kinds);
    this.#sights = new Sights(this.#territory, families);
    const { from } = options;
    for (let walk = from - ((from - 1) % GROUP); walk < from; walk++) this.#stroll(walk, () => {});
  }

  get taken(): number {
    return this.#steps;
  }

  /** Takes a walk and notes what it sees. */
  take(number: number): void {
    if (this.#territory.known > this.#options.maxStates) this.#forget();
    const seen = new Set<number>();
    const ends = new Set<string>();
    this.#steps += this.#stroll(number, (state, place) => {
      this.#territory.visit(state);
      for (const sight of this.#sights.inState(state)) seen.add(sight);
      const end = this.#sights.endOf(state);
      if (end !== undefined) ends.add(end);
      if (place !== undefined) for (const sight of this.#sights.onStep(state, place)) seen.add(sight);
    });
    this.#walks++;
    for (const end of ends) this.#ends.set(end, (this.#ends.get(end) ?? 0) + 1);
    for (const sight of seen) {
      const known = this.#seen.get(sight);
      if (known === undefined) this.#seen.set(sight, { walks: 1, first: number });
      else known.walks++;
    }
  }

  walked(): Walked {
    this.#shorten();
    const { list, left } = this.#sights;
    const { parties } = this.#kinds.composition;
    const coverage = new Map<string, { taken: Set<string>; all: readonly string[] }>();
    for (const { table } of parties.list) {
      const known = coverage.get(table.chart) ?? { taken: new Set(), all: table.transitions.names };
      for (const transition of table.taken) known.taken.add(transition);
      coverage.set(table.chart, known);
    }
    return {
      walks: this.#walks,
      steps: this.#steps,
      states: this.#territory.visited,
      forgot: this.#forgot,
      seen: [...this.#seen]
        .sort(([a], [b]) => a - b)
        .map(([sight, counts]) => ({ ...list[sight]!, ...counts, path: this.#paths.get(sight)! })),
      unseen: list.filter((_, sight) => !this.#seen.has(sight)),
      left,
      ends: this.#ends,
      coverage,
    };
  }

  #stroll(number: number, onPlace: Parameters<typeof walk>[4]): number {
    if ((number - 1) % GROUP === 0) this.#habits = [];
    const chance = new Chance(seedOf(this.#options.seed, number));
    return walk(this.#territory, chance, this.#habits, this.#options.steps, onPlace);
  }

  #shorten(): void {
    for (const [sight, path] of shortestTo(this.#territory, this.#sights, new Set(this.#seen.keys()))) {
      const known = this.#paths.get(sight);
      if (known === undefined || path.steps.length < known.steps.length) this.#paths.set(sight, path);
    }
  }

  #forget(): void {
    this.#shorten();
    this.#territory = new Territory(this.#kinds);
    this.#sights.turnTo(this.#territory);
    this.#forgot = true;
  }
}
