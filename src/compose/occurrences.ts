import type { Cluster } from './cluster.ts';
import type { Composition } from './composition.ts';
import { UNKNOWN } from './int-table.ts';

/** What a look-up gives where nothing happens: no own step, or a message that must wait. */
export const NOTHING = -2;

/** An event of a cluster by number: an own step by its slot, a message by `~input`. */
export type ClusterEvent = number;

/** A message that a queue is known to have held: whose it is, as an event of which cluster. */
export type Arrival = {
  readonly cluster: number;
  readonly party: number;
  readonly event: ClusterEvent;
  readonly whileTagged: string | undefined;
};

/**
 * What is known to occur in a system, as far as its tables were asked: which events each cluster takes in which local
 * state, what each queue has held, and so which queues a cluster may still send to.
 *
 * Reads the tables and never asks a chart: what was not looked up is unknown.
 */
export class Occurrences {
  readonly #composition: Composition;
  /** By queue, by message. */
  readonly #arrivals: Map<number, Arrival>[];
  readonly #contentsSeen: number[];
  /** By cluster, by place among its queues, by local state: 1 where it may still send there. */
  #mayAppend: Uint8Array[][] = [];
  /** By cluster, by event of a message: the arrival, to ask whether it must wait. */
  readonly #inputs: Map<ClusterEvent, Arrival>[];

  constructor(composition: Composition) {
    this.#composition = composition;
    this.#arrivals = composition.queues.map(() => new Map());
    this.#contentsSeen = composition.queues.map(() => 0);
    this.#inputs = composition.clusters.map(() => new Map());
    this.refresh();
  }

  /** A number that grows whenever the tables come to know something new. */
  get known(): number {
    this.#readQueues();
    const messages = this.#arrivals.reduce((sum, { size }) => sum + size, 0);
    return this.#composition.clusters.reduce((sum, { count, after }) => sum + count + after.length, messages);
  }

  /** Takes in what the tables know now. */
  refresh(): void {
    this.#readQueues();
    this.#mayAppend = this.#composition.clusters.map(mayAppend);
  }

  /** The messages that a queue has held. */
  arrivals(queue: number): Iterable<Arrival> {
    return this.#arrivals[queue]!.values();
  }

  /** Whose a message of a queue is. */
  arrival(queue: number, message: number): Arrival {
    return this.#arrivals[queue]!.get(message) ?? this.#newArrival(queue, message);
  }

  /** Whether a cluster in this local state, or in one that comes later, may send to a queue. */
  mayAppend(cluster: number, local: number, queue: number): boolean {
    const place = this.#composition.clusters[cluster]!.queues.indexOf(queue);
    if (place === -1) return false;
    const flags = this.#mayAppend[cluster]![place]!;
    return local >= flags.length || flags[local] === 1;
  }

  /** The move of an event in a local state, NOTHING where it is not possible, UNKNOWN where nobody asked. */
  move(cluster: number, local: number, event: ClusterEvent): number {
    const table = this.#composition.clusters[cluster]!;
    if (event < 0) {
      const { data, stride } = table.moves;
      const known = ~event < stride ? data[local * stride + ~event]! : UNKNOWN;
      return known === UNKNOWN && this.#waits(cluster, local, event) ? NOTHING : known;
    }
    const { slots, placeOf } = this.#composition;
    const slot = slots[event]!;
    if (slot.kind !== 'own') return NOTHING;
    const start = table.ownStart[placeOf[slot.party]!]!.data[local]!;
    if (start === UNKNOWN) return UNKNOWN;
    const end = start + table.ownCount[placeOf[slot.party]!]!.data[local]!;
    for (let own = start; own < end; own++)
      if (table.ownPlace.data[own] === slot.place) return table.ownMove.data[own]!;
    return NOTHING;
  }

  /** The own steps that a cluster has in a local state, as events; `undefined` where nobody asked. */
  ownEvents(cluster: number, local: number): ClusterEvent[] | undefined {
    const table = this.#composition.clusters[cluster]!;
    const events: ClusterEvent[] = [];
    for (const [place, party] of table.parties.entries()) {
      const start = table.ownStart[place]!.data[local]!;
      if (start === UNKNOWN) return undefined;
      const end = start + table.ownCount[place]!.data[local]!;
      for (let own = start; own < end; own++)
        events.push(this.#composition.partySlot[party]! + table.ownPlace.data[own]!);
    }
    return events;
  }

  #waits(cluster: number, local: number, event: ClusterEvent): boolean {
    const arrival = this.#inputs[cluster]!.get(event);
    if (arrival?.whileTagged === undefined) return false;
    const { clusters, placeOf, parties } = this.#composition;
    const state = clusters[cluster]!.localOf[placeOf[arrival.party]!]!.data[local]!;
    return !parties.list[arrival.party]!.table.view(state).hasTag(arrival.whileTagged);
  }

  #readQueues(): void {
    for (const [queue, { contents }] of this.#composition.queues.entries()) {
      for (let seen = this.#contentsSeen[queue]!; seen < contents.length; seen++) {
        for (const message of contents[seen]!.messages) this.arrival(queue, message);
      }
      this.#contentsSeen[queue] = contents.length;
    }
  }

  #newArrival(queue: number, message: number): Arrival {
    const { queues, parties, clusterOf, clusters } = this.#composition;
    const { name, fifo } = queues[queue]!;
    const party = parties.receiver(name, message);
    const cluster = clusterOf[party]!;
    const { whileTagged } = fifo;
    const event = ~clusters[cluster]!.input(party, message, whileTagged);
    const arrival = { cluster, party, event, whileTagged };
    this.#arrivals[queue]!.set(message, arrival);
    this.#inputs[cluster]!.set(event, arrival);
    return arrival;
  }
}

/** By place among a cluster's queues, by local state: 1 where a move that is known, now or later, sends there. */
function mayAppend(cluster: Cluster): Uint8Array[] {
  const { count, queues, after, appends } = cluster;
  const sources: number[][] = Array.from({ length: count }, () => []);
  const flags = queues.map(() => new Uint8Array(count));
  for (let local = 0; local < count; local++) {
    for (const move of knownMoves(cluster, local)) {
      sources[after.data[move]! >> 1]!.push(local);
      for (let place = 0; place < queues.length; place++) {
        if (appends.data[move * queues.length + place] !== 0) flags[place]![local] = 1;
      }
    }
  }
  for (const flag of flags) {
    const open: number[] = [];
    for (let local = 0; local < count; local++) if (flag[local] === 1) open.push(local);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const source of sources[next]!) {
        if (flag[source] === 1) continue;
        flag[source] = 1;
        open.push(source);
      }
    }
  }
  return flags;
}

function* knownMoves({ moves, ownStart, ownCount, ownMove }: Cluster, local: number): Generator<number> {
  for (let input = 0; input < moves.stride; input++) {
    const move = moves.data[local * moves.stride + input]!;
    if (move >= 0) yield move;
  }
  for (const [place, starts] of ownStart.entries()) {
    const start = starts.data[local]!;
    if (start === UNKNOWN) continue;
    for (let own = start; own < start + ownCount[place]!.data[local]!; own++) yield ownMove.data[own]!;
  }
}
