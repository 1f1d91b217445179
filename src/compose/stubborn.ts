import type { Beside, Commutation } from './commutation.ts';
import type { Composition } from './composition.ts';
import { interpret } from './interpret.ts';
import type { ClusterEvent, Occurrences } from './occurrences.ts';

/** A step of a state, as a reduced search needs to know it. */
export type StateStep = {
  readonly slot: number;
  /** Among the moves of all clusters; for a loss `~message`. */
  readonly move: number;
  /** Among those of its cluster. */
  readonly ownMove: number;
  readonly kind: 'own' | 'deliver' | 'lose' | 'duplicate';
  /** Whose move it is; -1 for a loss. */
  readonly cluster: number;
  /** The queue whose head it takes; -1 for an own step. */
  readonly queue: number;
  readonly event: ClusterEvent;
  /** The components after it. */
  readonly after: Int32Array;
};

/** A step into a full queue. */
type Refused = Omit<StateStep, 'after'>;

/** The steps of a state, and those that a full queue forbids. */
export type StateSteps = { readonly steps: readonly StateStep[]; readonly refused: readonly Refused[] };

/** What a step does: a cluster moves from one local state to another (-1 where none does), queues hold something else. */
export type Change = {
  readonly cluster: number;
  readonly from: number;
  readonly to: number;
  readonly queues: readonly number[];
};

/** Some of the steps of a state: nothing that may happen without them is in the way of any of them. */
export type Persistent = {
  /** By place among the steps: 1 for a member. */
  readonly members: Uint8Array;
  readonly size: number;
  /** The least cluster that its clusters have to do with, by queues and more queues. */
  readonly group: number;
  /** What a member may do, when it comes without other members before it. */
  readonly changes: (step: StateStep) => readonly Change[];
};

/** All steps of a state, in order. */
export function stepsFor(composition: Composition, occurrences: Occurrences, state: Int32Array): StateSteps {
  const steps: StateStep[] = [];
  const refused: Refused[] = [];
  interpret(composition, state, (slot, move, after, party, message) => {
    const taken = composition.slots[slot]!;
    const { kind } = taken;
    const [queue, event] = kind === 'own' ? [-1, slot] : [taken.queue, occurrences.arrival(taken.queue, message).event];
    const cluster = kind === 'lose' ? -1 : composition.clusterOf[party]!;
    const ownMove = kind === 'lose' ? move : occurrences.move(cluster, state[cluster]!, event);
    const step = { slot, move, ownMove, kind, cluster, queue, event };
    if (after === undefined) refused.push(step);
    else steps.push({ ...step, after: after.slice() });
  });
  return { steps, refused };
}

/**
 * Persistent sets, by the closure that A. Valmari ("Stubborn sets for reduced state space generation", 1989) and
 * P. Godefroid ("Partial-order methods for the verification of concurrent systems", 1996) describe, over clusters and
 * the two ends of queues.
 *
 * The head of a queue and its tail are apart: what is sent to a queue does not touch what is taken from it. Taking,
 * losing and duplicating are all of the head. Two clusters that send to one queue depend on each other. A cluster is
 * *whole*, all its steps are members and nothing that is no member can move it; or single steps of it are members, that
 * commute with everything that may happen to it before. See docs/decisions/016-reduction.md.
 */
export class StubbornSets {
  readonly #composition: Composition;
  readonly #occurrences: Occurrences;
  readonly #commutation: Commutation | undefined;
  /** By cluster: the queues that deliver to it, as far as is known. */
  readonly #feeds: readonly (readonly number[])[];
  /** By queue: the clusters whose ports lead there. */
  readonly #senders: readonly (readonly number[])[];
  /** By cluster: the least that it is joined with by queues, as far as is known. */
  readonly groups: readonly number[];
  #state: Int32Array = new Int32Array(0);
  #steps: readonly StateStep[] = [];
  #members = new Uint8Array(0);
  #size = 0;
  readonly #whole: Uint8Array;
  readonly #open: number[] = [];

  /** @param commutation Without it, clusters are always whole. */
  constructor(composition: Composition, occurrences: Occurrences, commutation: Commutation | undefined) {
    const { clusters, queues } = composition;
    this.#composition = composition;
    this.#occurrences = occurrences;
    this.#commutation = commutation;
    const numbers = queues.map((_, queue) => queue);
    this.#feeds = clusters.map((_, cluster) =>
      numbers.filter((queue) => [...occurrences.arrivals(queue)].some((arrival) => arrival.cluster === cluster)),
    );
    this.#senders = numbers.map((queue) =>
      clusters.flatMap((cluster, number) => (cluster.queues.includes(queue) ? [number] : [])),
    );
    this.groups = joinedBy(
      clusters.map(({ queues: to }, cluster) => [...to, ...this.#feeds[cluster]!]),
      queues.length,
    );
    this.#whole = new Uint8Array(clusters.length);
  }

  /** A persistent set with one of the steps of a state in it; `undefined` when that has all steps in it. */
  around(state: Int32Array, steps: readonly StateStep[], first: number): Persistent | undefined {
    [this.#state, this.#steps] = [state, steps];
    [this.#members, this.#size] = [new Uint8Array(steps.length), 0];
    this.#whole.fill(0);
    this.#open.length = 0;
    this.#add(first);
    do this.#close();
    while (this.#size < steps.length && this.#addsWhatConflicts());
    if (this.#size === steps.length) return undefined;
    const locals = new Map(
      this.#commutation === undefined ? [] : this.#split().map((step) => [step, this.#beside(step).locals] as const),
    );
    return {
      members: this.#members,
      size: this.#size,
      group: this.groupOf(steps[first]!),
      changes: (step) => this.#changes(step, locals.get(step) ?? [state[step.cluster]!]),
    };
  }

  /** The group of the cluster that moves, or that sends to the queue of a loss. */
  groupOf({ cluster, queue }: Pick<StateStep, 'cluster' | 'queue'>): number {
    return this.groups[cluster >= 0 ? cluster : this.#senders[queue]![0]!]!;
  }

  #changes({ cluster, event, queue, kind, ownMove }: StateStep, locals: readonly number[]): readonly Change[] {
    const taken = queue >= 0 && kind !== 'duplicate' ? [queue] : [];
    if (cluster < 0) return [{ cluster, from: -1, to: -1, queues: taken }];
    const { after } = this.#composition.clusters[cluster]!;
    const queues = [...taken, ...this.#sentTo(cluster, ownMove)];
    return locals.flatMap((from) => {
      const there = this.#occurrences.move(cluster, from, event);
      return there < 0 ? [] : [{ cluster, from, to: after.data[there]! >> 1, queues }];
    });
  }

  /** The queues that a move sends to. */
  #sentTo(cluster: number, move: number): readonly number[] {
    const { queues, appends } = this.#composition.clusters[cluster]!;
    return queues.filter((_, place) => appends.data[move * queues.length + place] !== 0);
  }

  #add(place: number): void {
    if (this.#members[place] === 1) return;
    this.#members[place] = 1;
    this.#size++;
    this.#open.push(place);
  }

  #addWhere(wanted: (step: StateStep) => boolean): void {
    for (let place = 0; place < this.#steps.length; place++) if (wanted(this.#steps[place]!)) this.#add(place);
  }

  #close(): void {
    for (let place = this.#open.pop(); place !== undefined; place = this.#open.pop()) {
      const step = this.#steps[place]!;
      if (step.queue >= 0) this.#takeHead(step.queue);
      if (step.kind === 'lose') continue;
      if (this.#commutation === undefined) this.#takeWhole(step.cluster);
      for (const queue of this.#sentTo(step.cluster, step.ownMove)) this.#takeSenders(queue, step.cluster);
    }
  }

  /** Nothing that is no member moves the cluster: all its steps are members, and none can become possible. */
  #takeWhole(cluster: number): void {
    if (this.#whole[cluster] === 1) return;
    this.#whole[cluster] = 1;
    this.#addWhere((step) => step.cluster === cluster);
    for (const queue of this.#feeds[cluster]!) {
      if (this.#contents(queue).length === 0) this.#takeSenders(queue);
      else this.#takeHead(queue);
    }
  }

  /** Whoever may send to a queue is whole, but for one cluster. */
  #takeSenders(queue: number, except = -1): void {
    for (const cluster of this.#senders[queue]!) {
      if (cluster !== except && this.#maySend(cluster, queue)) this.#takeWhole(cluster);
    }
  }

  /** Nothing that is no member takes from a queue that is not empty. */
  #takeHead(queue: number): void {
    this.#addWhere((step) => step.queue === queue);
    const lanes = this.#composition.queues[queue]!.fifo.lane !== undefined;
    // With lanes what is sent may be the first of its lane, and so may be taken.
    if (lanes) this.#takeSenders(queue);
    for (const message of lanes ? this.#contents(queue) : this.#contents(queue).slice(0, 1)) {
      const { cluster, event } = this.#occurrences.arrival(queue, message);
      const delivered = this.#steps.some(
        (step) => step.queue === queue && step.event === event && step.kind !== 'lose',
      );
      if (!delivered) this.#takeWhole(cluster);
    }
  }

  /** Adds what does not commute with a member whose cluster is not whole. */
  #addsWhatConflicts(): boolean {
    for (const step of this.#split()) {
      const { conflict } = this.#beside(step);
      if (conflict === undefined) continue;
      if (conflict === 'some' || !this.#addsEvent(step.cluster, conflict)) this.#takeWhole(step.cluster);
      return true;
    }
    return false;
  }

  /** Adds the steps that are an event of a cluster; false where there are none, or others may bring it too. */
  #addsEvent(cluster: number, event: ClusterEvent): boolean {
    const before = this.#size;
    if (event >= 0) this.#addWhere((step) => step.cluster === cluster && step.event === event);
    else {
      for (const queue of this.#bringing(cluster, event)) {
        if (this.#composition.queues[queue]!.fifo.lane === undefined && this.#contents(queue).length > 0) {
          this.#takeHead(queue);
        }
      }
    }
    return this.#size > before;
  }

  #bringing(cluster: number, event: ClusterEvent): readonly number[] {
    return this.#feeds[cluster]!.filter((queue) =>
      [...this.#occurrences.arrivals(queue)].some((arrival) => arrival.cluster === cluster && arrival.event === event),
    );
  }

  /** The members that are moves of a cluster that is not whole. */
  #split(): readonly StateStep[] {
    return this.#steps.filter(
      (step, place) => this.#members[place] === 1 && step.cluster >= 0 && this.#whole[step.cluster] === 0,
    );
  }

  #beside({ cluster, event }: StateStep): Beside {
    const members = this.#split().filter((step) => step.cluster === cluster);
    const own = members.flatMap((step) => (step.event >= 0 ? [step.event] : [])).sort((a, b) => a - b);
    return this.#commutation!.beside(cluster, this.#state[cluster]!, event, own, this.#messagesBeside(cluster));
  }

  /** The messages that may come to a cluster without a member, as events, ascending. */
  #messagesBeside(cluster: number): readonly ClusterEvent[] {
    const events = new Set<ClusterEvent>();
    for (const queue of this.#feeds[cluster]!) {
      const taken = this.#steps.some((step, place) => this.#members[place] === 1 && step.queue === queue);
      if (taken) continue;
      const more = this.#senders[queue]!.some((sender) => this.#whole[sender] === 0 && this.#maySend(sender, queue));
      const arrivals = more
        ? this.#occurrences.arrivals(queue)
        : this.#contents(queue).map((message) => this.#occurrences.arrival(queue, message));
      for (const arrival of arrivals) if (arrival.cluster === cluster) events.add(arrival.event);
    }
    return [...events].sort((a, b) => a - b);
  }

  #maySend(cluster: number, queue: number): boolean {
    return this.#occurrences.mayAppend(cluster, this.#state[cluster]!, queue);
  }

  #contents(queue: number): readonly number[] {
    const { clusters, queues } = this.#composition;
    return queues[queue]!.contents[this.#state[clusters.length + queue]!]!.messages;
  }
}

/** By set: the least set that it is joined with, by numbers in common. */
function joinedBy(sets: readonly (readonly number[])[], numbers: number): readonly number[] {
  const groups = sets.map((_, set) => set);
  for (let number = 0; number < numbers; number++) {
    const having = [...groups.keys()].filter((set) => sets[set]!.includes(number)).map((set) => groups[set]!);
    const least = Math.min(...having);
    for (const [set, group] of groups.entries()) if (having.includes(group)) groups[set] = least;
  }
  return groups;
}
