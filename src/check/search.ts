import {
  type Block,
  type Composition,
  type Layout,
  type MakeSuccessors,
  Outgrown,
  type StateStore,
  type Steps,
  type Successors,
  fits,
  generated,
  interpreted,
  maxSteps,
  pack,
  roomyLayout,
  tightLayout,
} from '../compose/index.ts';
import { type Checkpoint, type KeptCheckpoint, type Parts, checkpointOf, resumed } from './checkpoint.ts';
import { EdgeList } from './edge-list.ts';
import { type Limits, type Progress, reached } from './limits.ts';
import { located } from './located.ts';
import { type Position, beginning, metSoFar } from './position.ts';
import type { Watcher } from './watcher.ts';

/** When a search is kept, and from where it goes on. */
export type Checkpoints = {
  /** A search that was kept: of the same system, with the same claims and options. */
  readonly resume?: KeptCheckpoint;
  /** Asked after each level: whether to keep the search now. */
  readonly due?: () => boolean;
  /** Keeps the search, now and when a limit has stopped it. What it is given changes when the search goes on. */
  readonly keep?: (checkpoint: Checkpoint) => void;
};

export type SearchOptions = Limits & {
  /** How successors are found; both give the same graph. Default: `interpreted` at first, then `generated`. */
  readonly engine?: 'generated' | 'interpreted';
  /** Whether the edges are kept. */
  readonly edges: boolean;
  readonly checkpoints?: Checkpoints;
};

/** What a search found. */
export type Searched = Pick<Position, 'steps' | 'depth' | 'unspecified' | 'full'> & {
  readonly edges: EdgeList | undefined;
  readonly stopped: 'states' | 'memory' | 'interrupted' | 'time' | undefined;
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
 * @throws CheckpointMismatch when the search to go on with was another.
 */
export function search(
  composition: Composition,
  store: StateStore,
  options: SearchOptions,
  watchers: readonly Watcher[],
): Searched {
  const began = performance.now();
  const edges = options.edges ? new EdgeList() : undefined;
  const parts: Parts = { composition, store, edges, watchers };
  const { maxStates = Infinity, maxBytes = Infinity, checkpoints = {} } = options;
  const at = (checkpoints.resume && resumed(parts, checkpoints.resume)) ?? begun(parts);
  let stopped: Searched['stopped'];
  let looking = (): number => 0;
  for (const cluster of composition.clusters)
    cluster.onUnspecified = (found) => at.unspecified.push({ ...found, state: looking() });
  const most = maxSteps(composition);
  const one: Steps = { slots: new Int32Array(most), moves: new Int32Array(most), targets: new Int32Array(most) };
  const stepwise = edges !== undefined || watchers.some(({ expanded }) => expanded !== undefined);
  const classOf = Uint16Array.from(composition.slots, (slot) => Math.max(0, slot.class));
  const others = (): number => composition.bytes + (edges?.bytes ?? 0);
  const bytes = (): number => store.bytes + others();

  const successors = (): Successors => {
    const { engine = at.state < WARM ? 'interpreted' : 'generated' } = options;
    const make: MakeSuccessors = engine === 'interpreted' ? interpreted : generated;
    const made = make(composition, store, (state, slot, move) => (at.full ??= { state, slot, move }));
    looking = made.at;
    return made;
  };
  const finished = (block: Block, place: number, begin: number): void => {
    const count = block.ends[place]! - begin;
    const known = block.counts[place]!;
    at.steps += count;
    store.finish(known - at.first);
    if (stepwise) copySteps(block, begin, count, one);
    edges?.add(count, one.targets, one.slots, classOf);
    for (const watcher of watchers) {
      if (known > at.first) watcher.discovered?.(at.first, known);
      watcher.expanded?.(at.state, count, one);
      if (block.musts[place] === 0) watcher.rested?.(at.state);
    }
    at.first = known;
    if (++at.state < at.levelEnd) return;
    if (known > at.levelEnd) at.depth++;
    at.levelEnd = known;
  };
  const expandUntil = (end: number, next: Successors): void => {
    let { levelEnd } = at;
    while (at.state < store.count && at.state < end) {
      if (at.state % POLL === 0 || store.count > maxStates) stopped = reached(options, progress());
      if (stopped !== undefined) return;
      if (at.levelEnd > levelEnd) {
        levelEnd = at.levelEnd;
        if (checkpoints.due?.()) checkpoints.keep?.(checkpointOf(parts, at));
      }
      const found = next.look(at.state, Math.min(end, levelEnd, at.state - (at.state % POLL) + POLL));
      const room = Math.max(most, next.block.ends[found - 1]!);
      if (store.count + room > store.room) {
        if (store.bytesWith(room) + others() > maxBytes) {
          stopped = 'memory';
          return;
        }
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
    expanded: at.state,
    steps: at.steps,
    depth: at.depth,
    bytes: bytes(),
    milliseconds: performance.now() - began,
  });

  for (;;) {
    try {
      for (const end of [WARM, LARGE, Infinity]) {
        if (at.state >= end || stopped !== undefined) continue;
        const tight = layoutFor(composition.counts, store.count);
        if (tight.words < store.layout.words || !fits(store.layout, composition.counts)) store.repack(tight);
        expandUntil(end, successors());
      }
      if (stopped !== undefined) checkpoints.keep?.(checkpointOf(parts, at));
      const depth = store.count > at.levelEnd ? at.depth + 1 : at.depth;
      return { steps: at.steps, depth, edges, stopped, ...metSoFar(at), bytes: bytes() };
    } catch (error) {
      if (!(error instanceof Outgrown)) throw located(error, composition, store, at.state);
      store.repack(layoutFor(composition.counts, store.count));
    }
  }
}

/** Puts the initial state into an empty store. */
function begun({ composition, store, watchers }: Parts): Position {
  store.makeRoom(1);
  const words = new Int32Array(store.layout.words);
  pack(store.layout, composition.initial.components, words);
  store.insert(words);
  for (const watcher of watchers) watcher.discovered?.(0, 1);
  return beginning(composition);
}

/** Copies the steps of one state to the front of others. */
function copySteps(from: Steps, begin: number, count: number, to: Steps): void {
  for (let step = 0; step < count; step++) {
    to.slots[step] = from.slots[begin + step]!;
    to.moves[step] = from.moves[begin + step]!;
    to.targets[step] = from.targets[begin + step]!;
  }
}
