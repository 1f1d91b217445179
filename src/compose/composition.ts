import { type Fairness, ModelError, type System, UnknownNameError, hint } from '../model/index.ts';
import type { TableOptions } from '../tabulate/index.ts';
import { checkSystem, isFairness } from './check-system.ts';
import { Cluster } from './cluster.ts';
import { type Unspecified, carryOut } from './consequence.ts';
import { MetParty, joinedParties } from './joined.ts';
import { Parties } from './parties.ts';
import { Lookups } from './lookups.ts';
import { FULL, QueueTable, channelKinds } from './queue-table.ts';
import { stepClasses } from './step-classes.ts';

/**
 * One kind of step that a system can take, by number in the order of steps: a party's own step by its place in the
 * party's list, or a step of a queue. The class is -1 where a queue never loses or duplicates.
 */
export type Slot =
  | { readonly kind: 'own'; readonly party: number; readonly place: number; readonly class: number }
  | { readonly kind: (typeof channelKinds)[number]; readonly queue: number; readonly class: number };

/**
 * A system as tables: a state is one small number for each *component*, which is a cluster or a queue.
 *
 * Components are numbered clusters first, then queues in the order of the description.
 */
export class Composition {
  readonly description: System;
  readonly parties: Parties;
  readonly clusters: readonly Cluster[];
  readonly queues: readonly QueueTable[];
  /** By party: its cluster, and its place there. */
  readonly clusterOf: readonly number[];
  readonly placeOf: readonly number[];
  readonly slots: readonly Slot[];
  /** By party: its first slot. By queue: the slot of its deliveries; losses and duplicates follow. */
  readonly partySlot: readonly number[];
  readonly queueSlot: readonly number[];
  readonly classNames: readonly string[];
  readonly classFairness: readonly Fairness[];
  /** The components of the initial state, and the receptions that failed before it was complete. */
  readonly initial: { readonly components: readonly number[]; readonly unspecified: readonly Unspecified[] };

  /**
   * @param met pairs of parties that must move as one.
   * @param fairness changes the fairness of classes by name.
   * @throws ModelError when the system cannot be composed, MetParty when two more parties must move as one.
   */
  constructor(
    parties: Parties,
    met: readonly (readonly [string, string])[],
    fairness: Readonly<Record<string, Fairness>>,
  ) {
    this.parties = parties;
    this.description = parties.description;
    const groups = joinedParties(this.description, met).map((names) => names.map((name) => parties.numberOf(name)!));
    this.clusterOf = parties.list.map((_, party) => groups.findIndex((group) => group.includes(party)));
    this.placeOf = parties.list.map((_, party) => groups[this.clusterOf[party]!]!.indexOf(party));
    const fifos = Object.entries(this.description.channels).filter(([, { kind }]) => kind === 'fifo');
    const queues: QueueTable[] = [];
    this.queues = queues;
    this.clusters = groups.map((group) => {
      const channels = group.flatMap((party) => Object.values(this.#party(party).ports ?? {}));
      const reached = fifos.flatMap(([name], queue) => (channels.includes(name) ? [queue] : []));
      return new Cluster(parties, group, reached, queues);
    });
    for (const [name, fifo] of fifos) {
      if (fifo.kind !== 'fifo') continue;
      this.#checkTag(name, fifo.to, fifo.whileTagged);
      const entrance = (party: number, message: number): { cluster: number; input: number } => {
        const cluster = this.clusterOf[party]!;
        return { cluster, input: this.clusters[cluster]!.input(party, message, fifo.whileTagged) };
      };
      queues.push(new QueueTable(name, fifo, parties, entrance));
    }
    const lookups = new Lookups();
    lookups.listen(this.clusters, queues);
    parties.lookups.push(lookups);
    const classes = stepClasses(this.description);
    this.classNames = [...classes.keys()];
    this.classFairness = [...classes.values()];
    this.classFairness = this.fairnessWith(fairness);
    ({ slots: this.slots, partySlot: this.partySlot, queueSlot: this.queueSlot } = this.#numberSlots());
    this.initial = this.#start();
  }

  /** How many different values each component has so far. */
  get counts(): number[] {
    return [...this.clusters, ...this.queues].map(({ count }) => count);
  }

  /** What the tables take up, without XState's own snapshots. */
  get bytes(): number {
    return [...this.clusters, ...this.queues].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #party(number: number): System['parties'][string] {
    return this.description.parties[this.parties.list[number]!.name]!;
  }

  /**
   * The fairness of each class, as a check wants it instead of the system.
   *
   * @throws UnknownNameError when there is no such class, or no such fairness.
   */
  fairnessWith(changes: Readonly<Record<string, Fairness>>): Fairness[] {
    for (const [name, fairness] of Object.entries(changes)) {
      if (!this.classNames.includes(name)) {
        throw new UnknownNameError(
          `system "${this.description.name}" has no step class "${name}"${hint(name, this.classNames)}`,
        );
      }
      if (!isFairness(fairness)) {
        throw new UnknownNameError(`"${String(fairness)}" is no fairness; there are: none, weak, strong`);
      }
    }
    const changed = new Map(Object.entries(changes));
    return this.classNames.map((name, number) => changed.get(name) ?? this.classFairness[number]!);
  }

  #numberSlots(): { slots: Slot[]; partySlot: number[]; queueSlot: number[] } {
    const slots: Slot[] = [];
    const classOf = (name: string): number => this.classNames.indexOf(name);
    const partySlot = this.parties.list.map(({ own }, party) => {
      own.forEach((step, place) => slots.push({ kind: 'own', party, place, class: classOf(step.class) }));
      return slots.length - own.length;
    });
    const queueSlot = this.queues.map(({ name }, queue) => {
      for (const kind of channelKinds) slots.push({ kind, queue, class: classOf(`${name} ${kind}s`) });
      return slots.length - channelKinds.length;
    });
    return { slots, partySlot, queueSlot };
  }

  #start(): Composition['initial'] {
    const components = [...this.clusters.map(() => 0), ...this.queues.map(() => 0)];
    const locals = this.parties.list.map(({ table }) => table.initial.next);
    const unspecified: Unspecified[] = [];
    for (const [number, { name, table }] of this.parties.list.entries()) {
      const callable = locals.map((local, party) =>
        this.clusterOf[party] === this.clusterOf[number] ? local : undefined,
      );
      const started = carryOut(this.parties, callable, number, table.initial.sends);
      callable.forEach((local, party) => local !== undefined && (locals[party] = local));
      unspecified.push(...started.unspecified);
      for (const { channel, message } of started.queued) {
        const queue = this.queues.findIndex((candidate) => candidate.name === channel);
        const component = this.clusters.length + queue;
        const after = this.queues[queue]!.append(components[component]!, this.queues[queue]!.sequence([message]));
        if (after === FULL) {
          throw new ModelError(
            `channel "${channel}" is full before the first step: "${name}" sends too much on starting`,
          );
        }
        components[component] = after;
      }
    }
    this.clusters.forEach((cluster, number) => {
      components[number] = cluster.intern(cluster.parties.map((party) => locals[party]!));
    });
    return { components, unspecified };
  }

  #checkTag(channel: string, to: unknown, tag: string | undefined): void {
    if (tag === undefined || typeof to !== 'string') return;
    const receiver = this.parties.list.find(({ name }) => name === to);
    if (receiver === undefined || receiver.table.tags.has(tag)) return;
    throw new ModelError(
      `channel "${channel}" delivers only while "${to}" bears the tag "${tag}", but no state of its chart does` +
        hint(tag, receiver.table.tags),
    );
  }
}

/**
 * Tabulates and composes a system, and does some work on what comes out.
 *
 * Where a direct channel's receiver is left to a function, the parties that move as one are found out by trying: when a
 * party calls one outside its cluster, the system is composed again and the work starts anew. What XState answered is
 * kept.
 *
 * @throws ModelError naming what cannot be checked.
 */
export function composeAnd<T>(
  description: System,
  options: TableOptions & { readonly fairness?: Readonly<Record<string, Fairness>> },
  work: (composition: Composition) => T,
): T {
  checkSystem(description);
  const parties = new Parties(description, options);
  const met: (readonly [string, string])[] = [];
  for (;;) {
    try {
      return work(new Composition(parties, met, options.fairness ?? {}));
    } catch (error) {
      if (!(error instanceof MetParty)) throw error;
      met.push(error.pair);
    }
  }
}
