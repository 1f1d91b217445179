import { type Composition, type Layout, type StateStore, askAgain } from '../compose/index.ts';
import { type Columns, bytesOf } from './columns.ts';
import type { EdgeList } from './edge-list.ts';
import type { Position } from './position.ts';
import type { Watcher } from './watcher.ts';

/** The part of a checkpoint that is JSON. */
export type CheckpointHead = {
  readonly position: Position;
  readonly layout: Layout;
  readonly states: number;
  /** How many values each component had: the tables must give as many again. */
  readonly counts: readonly number[];
  /** By composition made on the way: how many numbers its look-ups are noted by. */
  readonly lookups: readonly number[];
  /** The states with more children than a byte holds. */
  readonly manyChildren: readonly (readonly [number, number])[];
  /** How many edges are kept; none when they are not. */
  readonly edges?: number;
  /** What each watcher knows. */
  readonly watchers: readonly unknown[];
};

/** A search between two states: all that is needed to go on as if it had never stopped. Columns change as it goes on. */
export type Checkpoint = { readonly head: CheckpointHead; readonly columns: Columns };

/** A checkpoint that was kept: `read` fills a column of the length that it had. */
export type KeptCheckpoint = {
  readonly head: CheckpointHead;
  readonly read: (column: string, into: Uint8Array) => void;
};

/** A checkpoint does not fit the search: other claims were watched, or the charts answered otherwise. */
export class CheckpointMismatch extends Error {
  override readonly name = 'CheckpointMismatch';
}

/** What takes part in a search. */
export type Parts = {
  readonly composition: Composition;
  readonly store: StateStore;
  readonly edges: EdgeList | undefined;
  readonly watchers: readonly Watcher[];
};

/** All that a search knows. */
export function checkpointOf({ composition, store, edges, watchers }: Parts, position: Position): Checkpoint {
  const { children, many } = store.discovery.kept;
  const noted = composition.parties.lookups.map((lookups) => lookups.noted);
  const known = watchers.map((watcher) => watcher.kept());
  return {
    head: {
      position,
      layout: store.layout,
      states: store.count,
      counts: composition.counts,
      lookups: noted.map(({ length }) => length),
      manyChildren: many,
      ...(edges !== undefined && { edges: edges.count }),
      watchers: known.map(({ facts }) => facts),
    },
    columns: {
      words: bytesOf(store.words.subarray(0, store.count * store.layout.words)),
      children,
      ...Object.fromEntries(noted.map((numbers, made) => [`lookups ${made}`, bytesOf(numbers)])),
      ...edges?.kept,
      ...Object.assign({}, ...known.map(({ columns }, number) => numbered(number, columns ?? {}))),
    },
  };
}

const numbered = (number: number, columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, bytes]) => [`watcher ${number} ${name}`, bytes]));

/**
 * Whether a composition is the one that the kept search had last. One of those before it is asked again until its
 * parties meet, as they did then.
 */
const isLast = ({ parties }: Composition, { head }: KeptCheckpoint): boolean =>
  parties.lookups.length === head.lookups.length;

/**
 * Gives a search that has not begun all that a kept one knew.
 *
 * @returns where it goes on; `undefined` where parties met that did not meet then, so that it must begin anew.
 * @throws CheckpointMismatch when the kept search was another; whatever the charts throw.
 */
export function resumed({ composition, store, edges, watchers }: Parts, kept: KeptCheckpoint): Position | undefined {
  const { head, read } = kept;
  const made = composition.parties.lookups.length;
  if (made > head.lookups.length) return undefined;
  const noted = new Int32Array(head.lookups[made - 1]!);
  read(`lookups ${made - 1}`, bytesOf(noted));
  const asked = askAgain(noted, composition.clusters, composition.queues);
  if (!asked || !isLast(composition, kept) || composition.counts.join() !== head.counts.join()) {
    throw new CheckpointMismatch('the charts answer otherwise than when it was written');
  }
  if (watchers.length !== head.watchers.length || (edges === undefined) !== (head.edges === undefined)) {
    throw new CheckpointMismatch('other claims were checked when it was written');
  }
  store.restore(head.states, head.layout, (into) => read('words', into));
  store.discovery.restore(head.position.state, head.manyChildren, (into) => read('children', into));
  edges?.restore(head.position.state, head.edges!, read);
  for (const [number, watcher] of watchers.entries()) {
    watcher.restore(head.watchers[number], (column, into) => read(`watcher ${number} ${column}`, into));
  }
  const { full, ...position } = head.position;
  return { ...position, full };
}
