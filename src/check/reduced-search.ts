import {
  type Composition,
  type Occurrences,
  type Persistent,
  type StateStep,
  StateStore,
  type StateSteps,
  type Steps,
  type StubbornSets,
  type UnspecifiedMoves,
  maxSteps,
  mustBeTaken,
  pack,
  roomyLayout,
  stepsFor,
} from '../compose/index.ts';
import { EdgeList } from './edge-list.ts';
import { type Limits, reached } from './limits.ts';
import { located } from './located.ts';
import { type Position, beginning } from './position.ts';
import type { Searched } from './search.ts';
import type { Watcher } from './watcher.ts';

/** What a reduced search must not lose, in the words of docs/decisions/016-reduction.md. */
export type Keeping = {
  /** Told each state that is expanded, and all its steps. */
  readonly met: (components: Int32Array, steps: readonly StateStep[]) => void;
  /** Whether a member of a set must be one that has to be taken some time: then every rest is found. */
  readonly rests: boolean;
  /** Whether a step of the state at hand may be taken before those that a set leaves out. */
  readonly mayLead: (step: StateStep, set: Persistent) => boolean;
  /** Whether it changes nothing that matters, so that what follows it stands for what is left out. */
  readonly mayStand: (step: StateStep, set: Persistent) => boolean;
  /** Whether only the steps of one group of clusters are taken, which no other has to do with: by its number. */
  readonly group?: number;
  /** Whether all is known, and the search may end. */
  readonly done?: () => boolean;
};

/** What all reduced searches of a composition share. */
export type Reduction = {
  readonly composition: Composition;
  readonly occurrences: Occurrences;
  readonly unspecified: UnspecifiedMoves;
};

/** How many states are expanded between two looks at limits and signals. */
const POLL = 512;

/**
 * Explores as much of a composition as keeps what is wanted: of a state either all steps, or a persistent set of which
 * one member leads to a state that is expanded later.
 *
 * @param sets of what is known before the search.
 * @param makeWatchers told what is met, once there is a store.
 * @throws ModelError when a chart cannot be evaluated.
 */
export function reducedSearch(
  reduction: Reduction,
  sets: StubbornSets,
  keeping: Keeping,
  limits: Limits,
  makeWatchers: (store: StateStore) => readonly Watcher[],
): { readonly store: StateStore; readonly searched: Searched } {
  const search = new ReducedSearch(reduction, sets, keeping);
  const searched = search.run(limits, makeWatchers(search.store));
  return { store: search.store, searched };
}

class ReducedSearch {
  readonly store: StateStore;
  readonly #reduction: Reduction;
  readonly #sets: StubbornSets;
  readonly #keeping: Keeping;
  readonly #at: Position;
  readonly #edges = new EdgeList();
  readonly #most: number;
  readonly #taken: Steps;
  readonly #fair: Int32Array;
  #words: Int32Array;

  constructor(reduction: Reduction, sets: StubbornSets, keeping: Keeping) {
    const { composition } = reduction;
    [this.#reduction, this.#sets, this.#keeping] = [reduction, sets, keeping];
    this.store = new StateStore(roomyLayout(composition.counts));
    this.#at = beginning(composition);
    const most = maxSteps(composition);
    this.#most = most;
    this.#taken = { slots: new Int32Array(most), moves: new Int32Array(most), targets: new Int32Array(most) };
    this.#fair = mustBeTaken(composition);
    this.#words = new Int32Array(this.store.layout.words);
    this.store.makeRoom(1);
    this.#insert(composition.initial.components);
  }

  run(limits: Limits, watchers: readonly Watcher[]): Searched {
    const began = performance.now();
    const [at, store] = [this.#at, this.store];
    const { composition } = this.#reduction;
    const classOf = Uint16Array.from(composition.slots, (slot) => Math.max(0, slot.class));
    const bytes = (): number => store.bytes + composition.bytes + this.#edges.bytes;
    let stopped: Searched['stopped'];
    for (const watcher of watchers) watcher.discovered?.(0, 1);
    try {
      for (; at.state < store.count && this.#keeping.done?.() !== true; at.state++) {
        if (at.state % POLL === 0 || store.count > (limits.maxStates ?? Infinity)) {
          const { state: expanded, steps, depth } = at;
          const milliseconds = performance.now() - began;
          stopped = reached(limits, { states: store.count, expanded, steps, depth, bytes: bytes(), milliseconds });
          if (stopped !== undefined) break;
        }
        const { count, rest } = this.#expand();
        at.steps += count;
        store.finish(store.count - at.first);
        this.#edges.add(count, this.#taken.targets, this.#taken.slots, classOf);
        for (const watcher of watchers) {
          if (store.count > at.first) watcher.discovered?.(at.first, store.count);
          watcher.expanded?.(at.state, count, this.#taken);
          if (rest) watcher.rested?.(at.state);
        }
        at.first = store.count;
        if (at.state + 1 < at.levelEnd) continue;
        if (store.count > at.levelEnd) at.depth++;
        at.levelEnd = store.count;
      }
    } catch (error) {
      throw located(error, composition, store, at.state);
    }
    const { steps, depth, unspecified, full } = at;
    return { steps, depth, edges: this.#edges, stopped, unspecified, full, bytes: bytes() };
  }

  /** Takes the steps of the state at hand that are wanted: how many there are, and whether it is a rest. */
  #expand(): { readonly count: number; readonly rest: boolean } {
    const [at, store] = [this.#at, this.store];
    const { composition, occurrences } = this.#reduction;
    if (store.count + this.#most > store.room) store.makeRoom(this.#most);
    const components = new Int32Array(store.layout.fields.length);
    store.read(at.state, components);
    const all = stepsFor(composition, occurrences, components);
    const { group } = this.#keeping;
    const inGroup = (step: Parameters<StubbornSets['groupOf']>[0]): boolean =>
      group === undefined || this.#sets.groupOf(step) === group;
    const [steps, refused] = [all.steps.filter(inGroup), all.refused.filter(inGroup)];
    this.#keeping.met(components, steps);
    const [full] = refused;
    if (full !== undefined) at.full ??= { state: at.state, slot: full.slot, move: full.move };
    this.#noteUnspecified({ steps, refused });
    const rest = full === undefined && steps.every(({ slot }) => this.#fair[slot] === 0);
    const set = rest || full !== undefined || steps.length < 2 ? undefined : this.#chosen(components, steps);
    let count = 0;
    for (const [place, step] of steps.entries()) {
      if (set !== undefined && set.members[place] === 0) continue;
      this.#taken.slots[count] = step.slot;
      this.#taken.moves[count] = step.move;
      this.#taken.targets[count++] = this.#insert(step.after);
    }
    return { count, rest };
  }

  #noteUnspecified({ steps, refused }: StateSteps): void {
    const [at, { unspecified }] = [this.#at, this.#reduction];
    for (const { cluster, ownMove } of [...steps, ...refused]) {
      if (cluster < 0) continue;
      for (const found of unspecified.of(cluster, ownMove)) {
        const { party, message, local } = found;
        const known = at.unspecified.some(
          (one) => one.party === party && one.message === message && one.local === local,
        );
        if (!known) at.unspecified.push({ ...found, state: at.state });
      }
    }
  }

  /**
   * The smallest set that keeps what is wanted, of those around each step; `undefined` where all steps are to be taken.
   * Sets of the first group come first: one group goes on until it can go no further, and then the next.
   */
  #chosen(components: Int32Array, steps: readonly StateStep[]): Persistent | undefined {
    const sets: Persistent[] = [];
    for (const [place, { slot }] of steps.entries()) {
      if (this.#keeping.rests && this.#fair[slot] === 0) continue;
      if (sets.some(({ members }) => members[place] === 1)) continue;
      const set = this.#sets.around(components, steps, place);
      if (set !== undefined) sets.push(set);
    }
    return sets.sort((a, b) => a.group - b.group || a.size - b.size).find((set) => this.#keeps(set, steps));
  }

  #keeps(set: Persistent, steps: readonly StateStep[]): boolean {
    const members = steps.filter((_, place) => set.members[place] === 1);
    if (!members.every((step) => this.#keeping.mayLead(step, set))) return false;
    // What is new is expanded later: it is inserted only where the set is taken.
    return members.some((step) => this.#keeping.mayStand(step, set) && this.#insert(step.after) > this.#at.state);
  }

  /** The number of a state by its components; there must be room. */
  #insert(components: ArrayLike<number>): number {
    const { store } = this;
    while (!pack(store.layout, components, this.#words)) {
      store.repack(roomyLayout(this.#reduction.composition.counts));
      this.#words = new Int32Array(store.layout.words);
      store.makeRoom(this.#most);
    }
    return store.insert(this.#words);
  }
}
