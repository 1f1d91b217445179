import {
  type Block,
  type Composition,
  type Layout,
  type MakeSuccessors,
  Outgrown,
  type StateStore,
  type Steps,
  type Successors,
  type Unspecified,
  generated,
  interpreted,
  maxSteps,
  pack,
  roomyLayout,
  tightLayout,
} from '../compose/index.ts';
import { EdgeList } from './edge-list.ts';
import { type Limits, type Progress, reached } from './limits.ts';
import { located } from './located.ts';

/** Told what a search meets, in the order in which it meets it. */
export type Watcher = {
  /** States `from` up to, not including, `to` are new. */
  readonly discovered?: (from: number, to: number) => void;
  /** A state's steps are all found: the first `count` of `steps`. */
  readonly expanded?: (state: number, count: number, steps: Steps) => void;
  /** In this state nothing must happen any more. */
  readonly rested?: (state: number) => void;
};

export type SearchOptions = Limits & {
  /** How successors are found; both give the same graph. Default: `interpreted` at first, then `generated`. */
  readonly engine?: 'generated' | 'interpreted';
  /** Whether the edges are kept. */
  readonly edges: boolean;
};

/** A step that cannot be taken, or that somebody does not understand, by number: where it was met first. */
export type Met<T> = T & { readonly state: number };

/** What a search found. */
export type Searched = {
  readonly steps: number;
  readonly depth: number;
  readonly edges: EdgeList | undefined;
  readonly stopped: 'states' | 'memory' | 'interrupted' | 'time' | undefined;
  /** Receptions that no transition is written for, each kind once. */
  readonly unspecified: readonly Met<Unspecified>[];
  /** The first step that a full queue forbids. */
  readonly full: Met<{ readonly slot: number; readonly move: number }> | undefined;
  readonly bytes: number;
};

/** Of so many states it matters how many words they take. */
const LARGE = 1 << 17;

const layoutFor = (counts: readonly number[], states: number): Layout =>
  states < LARGE ? roomyLayout(counts) : tightLayout(counts);

/** Generating code is worth its while for searches of more states than this. */
const WARM = 1 << 15;

/** How many states are expanded between two looks at limits and signals. */
const POLL = 4096;

/**
 * Explores a composition breadth-first, exactly and completely as far as the limits allow.
 *
 * States are numbered in order of discovery, so that every state is reached by a shortest path through its parents.
 *
 * @param store empty; filled with the states found.
 */
export function search(
  composition: Composition,
  store: StateStore,
  options: SearchOptions,
  watchers: readonly Watcher[],
): Searched {
  const began = performance.now();
  const edges = options.edges ? new EdgeList() : undefined;
  const unspecified: Met<Unspecified>[] = composition.initial.unspecified.map((found) => ({ ...found, state: -1 }));
  let full: Searched['full'];
  let stopped: Searched['stopped'];
  let state = 0;
  let first = 1;
  let steps = 0;
  let depth = 0;
  let levelEnd = 1;
  let looking = (): number => 0;
  for (const cluster of composition.clusters)
    cluster.onUnspecified = (found) => unspecified.push({ ...found, state: looking() });
  const { maxStates = Infinity } = options;
  const most = maxSteps(composition);
  const one: Steps = { slots: new Int32Array(most), moves: new Int32Array(most), targets: new Int32Array(most) };
  const stepwise = edges !== undefined || watchers.some(({ expanded }) => expanded !== undefined);
  const classOf = Uint16Array.from(composition.slots, (slot) => Math.max(0, slot.class));
  const bytes = (): number => store.bytes + composition.bytes + (edges?.bytes ?? 0);

  const successors = (): Successors => {
    const { engine = state < WARM ? 'interpreted' : 'generated' } = options;
    const make: MakeSuccessors = engine === 'interpreted' ? interpreted : generated;
    const made = make(composition, store, (at, slot, move) => (full ??= { state: at, slot, move }));
    looking = made.at;
    return made;
  };
  const finished = (block: Block, place: number, begin: number): void => {
    const end = block.ends[place]!;
    const count = end - begin;
    const known = block.counts[place]!;
    steps += count;
    store.finish(known - first);
    if (stepwise) copySteps(block, begin, end, one);
    edges?.add(count, one.targets, one.slots, classOf);
    for (const watcher of watchers) {
      if (known > first) watcher.discovered?.(first, known);
      watcher.expanded?.(state, count, one);
      if (block.musts[place] === 0) watcher.rested?.(state);
    }
    first = known;
    if (++state < levelEnd) return;
    if (known > levelEnd) depth++;
    levelEnd = known;
  };
  const expandUntil = (end: number, next: Successors): void => {
    while (state < store.count && state < end) {
      if (state % POLL === 0 || store.count > maxStates) stopped = reached(options, progress());
      if (stopped !== undefined) return;
      const found = next.look(state, Math.min(end, levelEnd, state - (state % POLL) + POLL));
      const room = Math.max(most, next.block.ends[found - 1]!);
      if (store.count + room > store.room) {
        store.makeRoom(room);
        next.bind();
      }
      const added = next.add(found, maxStates);
      for (let place = 0, begin = 0; place < added; begin = next.block.ends[place++]!)
        finished(next.block, place, begin);
    }
  };
  const progress = (): Progress => ({
    states: store.count,
    expanded: state,
    steps,
    depth,
    bytes: bytes(),
    milliseconds: performance.now() - began,
  });

  store.makeRoom(1);
  const words = new Int32Array(store.layout.words);
  pack(store.layout, composition.initial.components, words);
  store.insert(words);
  for (const watcher of watchers) watcher.discovered?.(0, 1);
  for (;;) {
    try {
      for (const end of [WARM, LARGE, Infinity]) {
        if (state >= end || stopped !== undefined) continue;
        const tight = layoutFor(composition.counts, store.count);
        if (tight.words < store.layout.words) store.repack(tight);
        expandUntil(end, successors());
      }
      return { steps, depth: depthOf(), edges, stopped, ...metBefore(state), bytes: bytes() };
    } catch (error) {
      if (!(error instanceof Outgrown)) throw located(error, composition, store, state);
      store.repack(layoutFor(composition.counts, store.count));
    }
  }

  /** States may have been looked at that a limit then left unexpanded: what was met there is not reported. */
  function metBefore(end: number): Pick<Searched, 'unspecified' | 'full'> {
    return {
      unspecified: unspecified.filter((met) => met.state < end),
      full: full !== undefined && full.state < end ? full : undefined,
    };
  }

  function depthOf(): number {
    return store.count > levelEnd ? depth + 1 : depth;
  }
}

/** Copies the steps of one state to the front of others. */
function copySteps(from: Steps, begin: number, end: number, to: Steps): void {
  for (let step = begin; step < end; step++) {
    to.slots[step - begin] = from.slots[step]!;
    to.moves[step - begin] = from.moves[step]!;
    to.targets[step - begin] = from.targets[step]!;
  }
}
