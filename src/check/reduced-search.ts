import {
  type Composition,
  type Persistent,
  type StateStep,
  StateStore,
  type Steps,
  type StubbornSets,
  type UnspecifiedMoves,
  type Occurrences,
  maxSteps,
  mustBeTaken,
  pack,
  roomyLayout,
  stepsFor,
} from '../compose/index.ts';
import { EdgeList } from './edge-list.ts';
import { type Limits, type Progress, reached } from './limits.ts';
import { located } from './located.ts';
import { beginning } from './position.ts';
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
  { composition, occurrences, unspecified }: Reduction,
  sets: StubbornSets,
  keeping: Keeping,
  limits: Limits,
  makeWatchers: (store: StateStore) => readonly Watcher[],
): { readonly store: StateStore; readonly searched: Searched } {
  const began = performance.now();
  const store = new StateStore(roomyLayout(composition.counts));
  const at = beginning(composition);
  const edges = new EdgeList();
  const most = maxSteps(composition);
  const taken: Steps = { slots: new Int32Array(most), moves: new Int32Array(most), targets: new Int32Array(most) };
  const classOf = Uint16Array.from(composition.slots, (slot) => Math.max(0, slot.class));
  const fair = mustBeTaken(composition);
  let words = new Int32Array(store.layout.words);
  const insert = (components: ArrayLike<number>): number => {
    while (!pack(store.layout, components, words)) {
      store.repack(roomyLayout(composition.counts));
      words = new Int32Array(store.layout.words);
      store.makeRoom(most);
    }
    return store.insert(words);
  };
  const bytes = (): number => store.bytes + composition.bytes + edges.bytes;
  const progress = (): Progress => ({
    states: store.count,
    expanded: at.state,
    steps: at.steps,
    depth: at.depth,
    bytes: bytes(),
    milliseconds: performance.now() - began,
  });
  store.makeRoom(1);
  insert(composition.initial.components);
  const watchers = makeWatchers(store);
  for (const watcher of watchers) watcher.discovered?.(0, 1);
  let stopped: Searched['stopped'];
  try {
    for (; at.state < store.count && stopped === undefined && keeping.done?.() !== true; at.state++) {
      if (at.state % POLL === 0 || store.count > (limits.maxStates ?? Infinity)) {
        stopped = reached(limits, progress());
        if (stopped !== undefined) break;
      }
      if (store.count + most > store.room) store.makeRoom(most);
      const components = new Int32Array(store.layout.fields.length);
      store.read(at.state, components);
      const all = stepsFor(composition, occurrences, components);
      const wanted = (step: Parameters<typeof sets.groupOf>[0]): boolean =>
        keeping.group === undefined || sets.groupOf(step) === keeping.group;
      const [steps, refused] = [all.steps.filter(wanted), all.refused.filter(wanted)];
      keeping.met(components, steps);
      const [full] = refused;
      if (full !== undefined) at.full ??= { state: at.state, slot: full.slot, move: full.move };
      for (const { cluster, ownMove } of [...steps, ...refused]) {
        if (cluster < 0) continue;
        for (const found of unspecified.of(cluster, ownMove)) {
          const known = at.unspecified.some(
            ({ party, message, local }) => party === found.party && message === found.message && local === found.local,
          );
          if (!known) at.unspecified.push({ ...found, state: at.state });
        }
      }
      const rest = full === undefined && steps.every(({ slot }) => fair[slot] === 0);
      const whole = rest || full !== undefined || steps.length < 2;
      const kept = whole ? undefined : chosen(components, steps);
      let count = 0;
      for (const [place, step] of steps.entries()) {
        if (kept !== undefined && kept.members[place] === 0) continue;
        taken.slots[count] = step.slot;
        taken.moves[count] = step.move;
        taken.targets[count++] = insert(step.after);
      }
      at.steps += count;
      store.finish(store.count - at.first);
      edges.add(count, taken.targets, taken.slots, classOf);
      for (const watcher of watchers) {
        if (store.count > at.first) watcher.discovered?.(at.first, store.count);
        watcher.expanded?.(at.state, count, taken);
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
  const { full, depth, unspecified: met, steps } = at;
  return { store, searched: { steps, depth, edges, stopped, unspecified: met, full, bytes: bytes() } };

  /** The smallest set that keeps what is wanted, of those around each step; `undefined` where it takes all steps. */
  function chosen(components: Int32Array, steps: readonly StateStep[]): Persistent | undefined {
    const seeds = keeping.rests ? steps.flatMap(({ slot }, place) => (fair[slot] === 1 ? [place] : [])) : steps.keys();
    const found: Persistent[] = [];
    for (const seed of seeds) {
      if (found.some(({ members }) => members[seed] === 1)) continue;
      const set = sets.around(components, steps, seed);
      if (set !== undefined) found.push(set);
    }
    return found.sort((a, b) => a.group - b.group || a.size - b.size).find((set) => keeps(set, steps));
  }

  function keeps(set: Persistent, steps: readonly StateStep[]): boolean {
    const members = steps.filter((_, place) => set.members[place] === 1);
    if (!members.every((step) => keeping.mayLead(step, set))) return false;
    return members.some((step) => keeping.mayStand(step, set) && insert(step.after) > at.state);
  }
}
