import type { Cluster } from './cluster.ts';
import { IntColumn } from './int-column.ts';
import type { QueueTable } from './queue-table.ts';

/** What a table can be asked: which own steps a local state has, what a message does to it, what a queue holds then. */
const kinds = ['own', 'move', 'append'] as const;

/** Numbers that one look-up is noted by: its kind, the cluster or queue, and what is looked up there. */
const WIDTH = 4;

/**
 * What the tables of a composition were asked for that they did not know yet, in order.
 *
 * Tables number what they meet in the order in which they meet it: asked for the same in the same order, they are the
 * same again.
 */
export class Lookups {
  readonly #asked = new IntColumn();

  /** Notes from now on what these tables are asked for. */
  listen(clusters: readonly Cluster[], queues: readonly QueueTable[]): void {
    const note = (kind: (typeof kinds)[number], table: number, row: number, column: number): void => {
      for (const number of [kinds.indexOf(kind), table, row, column]) this.#asked.push(number);
    };
    for (const [number, cluster] of clusters.entries()) {
      cluster.onAsked = (kind, local, other) => note(kind, number, local, other);
    }
    for (const [number, queue] of queues.entries()) {
      queue.onAsked = (contents, sequence) => note('append', number, contents, sequence);
    }
  }

  /** All that was noted. */
  get noted(): Int32Array {
    return this.#asked.data.subarray(0, this.#asked.length);
  }
}

/**
 * Asks tables again for what was noted of others of the same system.
 *
 * @returns whether there were such places: if not, the system is another.
 */
export function askAgain(noted: Int32Array, clusters: readonly Cluster[], queues: readonly QueueTable[]): boolean {
  for (let at = 0; at + WIDTH <= noted.length; at += WIDTH) {
    const [kind = 0, table = 0, row = 0, column = 0] = noted.subarray(at, at + WIDTH);
    const rows = kinds[kind] === 'append' ? queues[table]?.count : clusters[table]?.count;
    if (rows === undefined || row < 0 || row >= rows) return false;
    if (kinds[kind] === 'own') clusters[table]!.findOwn(row, column);
    else if (kinds[kind] === 'move') clusters[table]!.move(row, column);
    else queues[table]!.append(row, column);
  }
  return true;
}
