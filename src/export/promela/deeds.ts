import type { Composition } from '../../compose/index.ts';
import type { StepKey } from '../../model/index.ts';

/** A local state of a party, by number. */
export type Place = { readonly party: number; readonly local: number };

/** A message for the tail of a queue. */
export type Queued = { readonly queue: number; readonly message: number };

/** What one deed does where its parties are in certain local states: those that move, or are called. */
export type Rule = {
  /** The one who acts first, then those who are called within the step. */
  readonly when: readonly Place[];
  /** The same parties in the same order, after the step. */
  readonly then: readonly Place[];
  readonly queued: readonly Queued[];
  /** Calls and sends in words, in order. */
  readonly says: readonly {
    readonly from: number;
    readonly channel: string;
    readonly to: number;
    readonly message: number;
  }[];
  /** Receptions that no transition is written for. */
  readonly unspecified: readonly { readonly party: number; readonly message: number }[];
};

/** One step by its key: an own step, or what is done with one message of a queue; and its rules, one for each case. */
export type Deed = {
  /** From 1 on: what a trail calls it by. */
  readonly number: number;
  readonly key: StepKey;
  readonly slot: number;
  /** The number of its step class. */
  readonly class: number;
  readonly party: number;
  readonly queue?: number;
  readonly message: number;
  readonly rules: readonly Rule[];
};

/**
 * Every step that occurs in the tables of an explored composition, in the order of steps.
 *
 * The rules of a deed name only the parties that its step touches, however many move as one.
 */
export function deedsOf(composition: Composition): Deed[] {
  const { parties, queues, slots } = composition;
  const deeds: Deed[] = [];
  const add = (
    slot: number,
    party: number,
    message: number,
    queue: number | undefined,
    rules: readonly Rule[],
  ): void => {
    const { kind, class: stepClass } = slots[slot]!;
    const key: StepKey = {
      kind,
      party: parties.list[party]!.name,
      ...(queue !== undefined && { channel: queues[queue]!.name }),
      message: parties.messages.at(message),
    };
    const from = queue === undefined ? {} : { queue };
    deeds.push({ number: deeds.length + 1, key, slot, class: stepClass, party, message, ...from, rules });
  };
  for (const [slot, kind] of slots.entries()) {
    if (kind.kind === 'own') {
      const { message } = parties.list[kind.party]!.own[kind.place]!;
      const rules = ownRules(composition, kind.party, kind.place, message);
      if (rules.length > 0) add(slot, kind.party, message, undefined, rules);
      continue;
    }
    const exitKind = (['deliver', 'lose', 'duplicate'] as const).indexOf(kind.kind);
    for (const [message, { cluster, input }] of exits(composition, kind.queue, exitKind)) {
      const party = parties.receiver(queues[kind.queue]!.name, message);
      const rules = kind.kind === 'lose' ? [] : receptionRules(composition, cluster, input, party, message);
      if (kind.kind === 'lose' || rules.length > 0) add(slot, party, message, kind.queue, rules);
    }
  }
  return deeds;
}

function ownRules(composition: Composition, party: number, step: number, message: number): Rule[] {
  const cluster = composition.clusters[composition.clusterOf[party]!]!;
  const [starts, counts] = [cluster.ownStart, cluster.ownCount].map((column) => column[composition.placeOf[party]!]!);
  const locals = range(cluster.count).filter((local) => {
    const start = starts!.data[local]!;
    return start >= 0 && range(counts!.data[local]!).some((which) => cluster.ownPlace.data[start + which] === step);
  });
  return rulesOf(composition, composition.clusterOf[party]!, locals, party, message);
}

function receptionRules(
  composition: Composition,
  number: number,
  input: number,
  party: number,
  message: number,
): Rule[] {
  const { moves, count } = composition.clusters[number]!;
  const met = range(count).filter((local) => moves.data[local * moves.stride + input]! >= 0);
  return rulesOf(composition, number, met, party, message);
}

/** One rule for each case that differs in the parties that a step touches. */
function rulesOf(
  composition: Composition,
  number: number,
  locals: readonly number[],
  party: number,
  message: number,
): Rule[] {
  const { clusters, queues } = composition;
  const cluster = clusters[number]!;
  const rules = new Map<string, Rule>();
  for (const local of locals) {
    const { sends, queued, unspecified, locals: after } = cluster.consequence(local, party, message);
    const called = sends.filter((send) => !queued.includes(send)).map(({ to }) => to);
    const touched = [...new Set([party, ...called])];
    const at = (member: number): number => cluster.parties.indexOf(member);
    const when = touched.map((member) => ({ party: member, local: cluster.localOf[at(member)]!.data[local]! }));
    const key = when.map((place) => `${place.party} ${place.local}`).join();
    if (rules.has(key)) continue;
    rules.set(key, {
      when,
      // oxlint-disable-next-line unicorn/no-thenable -- a list, which nobody awaits
      then: touched.map((member) => ({ party: member, local: after[at(member)]! })),
      queued: queued.map((send) => ({
        queue: queues.findIndex(({ name }) => name === send.channel),
        message: send.message,
      })),
      says: sends,
      unspecified: unspecified.map((each) => ({ party: each.party, message: each.message })),
    });
  }
  return [...rules.values()].sort((a, b) => order(a.when, b.when));
}

/** Each message that leaves a queue in a kind of step, with where it comes in. */
function exits({ queues }: Composition, number: number, kind: number): Map<number, { cluster: number; input: number }> {
  const queue = queues[number]!;
  const found = new Map<number, { cluster: number; input: number }>();
  for (const exit of range(queue.kind.length)) {
    if (queue.kind.data[exit] !== kind) continue;
    found.set(queue.message.data[exit]!, { cluster: queue.cluster.data[exit]!, input: queue.input.data[exit]! });
  }
  return found;
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

const order = (a: readonly Place[], b: readonly Place[]): number => {
  const place = a.findIndex(({ local }, index) => local !== b[index]?.local);
  return place < 0 ? 0 : a[place]!.local - (b[place]?.local ?? 0);
};
