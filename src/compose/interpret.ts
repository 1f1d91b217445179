import type { Composition } from './composition.ts';
import { pack } from './layout.ts';
import { FULL } from './queue-table.ts';
import type { StateStore } from './state-store.ts';
import { type OnFull, Outgrown, type Successors, blockOf, maxSteps, mustBeTaken } from './successors.ts';

/**
 * Told of one step: its slot, its move among those of all clusters (for a loss `~message`), and the components after it, which are overwritten by
 * the next step; `undefined` when a queue is full. Then who moves, and on which message.
 */
export type OnStep = (
  slot: number,
  move: number,
  after: Int32Array | undefined,
  party: number,
  message: number,
) => void;

/** A cluster's move by its number among the moves of all clusters: a queue may lead to several. */
export const moveAmongAll = ({ clusters }: Composition, cluster: number, move: number): number =>
  move * clusters.length + cluster;

/** The steps of a state, in order, by looking them up in the tables one by one. */
export function interpret(composition: Composition, before: Int32Array, onStep: OnStep): void {
  const { clusters, queues, parties, clusterOf, placeOf, partySlot, queueSlot } = composition;
  const after = new Int32Array(before.length);
  const take = (slot: number, move: number, party: number, message: number): void => {
    const cluster = clusterOf[party]!;
    const found = apply(composition, cluster, move, after) ? after : undefined;
    onStep(slot, moveAmongAll(composition, cluster, move), found, party, message);
  };
  for (let party = 0; party < parties.list.length; party++) {
    const cluster = clusters[clusterOf[party]!]!;
    const place = placeOf[party]!;
    const local = before[clusterOf[party]!]!;
    cluster.findOwn(local, place);
    const start = cluster.ownStart[place]!.data[local]!;
    const end = start + cluster.ownCount[place]!.data[local]!;
    for (let own = start; own < end; own++) {
      const step = cluster.ownPlace.data[own]!;
      after.set(before);
      take(partySlot[party]! + step, cluster.ownMove.data[own]!, party, parties.list[party]!.own[step]!.message);
    }
  }
  for (let number = 0; number < queues.length; number++) {
    const queue = queues[number]!;
    const contents = before[clusters.length + number]!;
    const start = queue.exitStart.data[contents]!;
    for (let exit = start; exit < start + queue.exitCount.data[contents]!; exit++) {
      const slot = queueSlot[number]! + queue.kind.data[exit]!;
      after.set(before);
      after[clusters.length + number] = queue.rest.data[exit]!;
      const message = queue.message.data[exit]!;
      const party = parties.receiver(queue.name, message);
      if (queue.kind.data[exit] === 1) {
        onStep(slot, ~message, after, party, message);
        continue;
      }
      const receiver = queue.cluster.data[exit]!;
      const move = clusters[receiver]!.move(before[receiver]!, queue.input.data[exit]!);
      if (move >= 0) take(slot, move, party, message);
    }
  }
}

/** Does to the components what a cluster's move does; `false` when a queue is full. */
function apply({ clusters, queues }: Composition, number: number, move: number, components: Int32Array): boolean {
  const cluster = clusters[number]!;
  components[number] = cluster.after.data[move]! >> 1;
  if ((cluster.after.data[move]! & 1) === 0) return true;
  for (let place = 0; place < cluster.queues.length; place++) {
    const sequence = cluster.appends.data[move * cluster.queues.length + place]!;
    if (sequence === 0) continue;
    const queue = cluster.queues[place]!;
    const contents = queues[queue]!.append(components[clusters.length + queue]!, sequence);
    if (contents === FULL) return false;
    components[clusters.length + queue] = contents;
  }
  return true;
}

/** Successors by interpretation, a state at a time: for readers, for tests, and where generated code is not allowed. */
export function interpreted(composition: Composition, store: StateStore, onFull: OnFull): Successors {
  const block = blockOf(1, maxSteps(composition));
  const fair = mustBeTaken(composition);
  const before = new Int32Array(store.layout.fields.length);
  const words = new Int32Array(store.layout.words);
  let state = 0;
  const add = (): number => {
    store.read(state, before);
    let count = 0;
    let must = 0;
    interpret(composition, before, (slot, move, after) => {
      must |= fair[slot]!;
      if (after === undefined) {
        onFull(state, slot, move);
        return;
      }
      if (!pack(store.layout, after, words)) throw new Outgrown();
      block.targets[count] = store.insert(words);
      block.slots[count] = slot;
      block.moves[count++] = move;
    });
    block.ends[0] = count;
    block.musts[0] = must;
    block.counts[0] = store.count;
    return 1;
  };
  const look = (from: number): number => {
    state = from;
    return 1;
  };
  return { block, look, add, at: () => state, bind: () => {} };
}
