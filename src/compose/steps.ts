import type { Sending, Step } from '../model/index.ts';
import type { Composition } from './composition.ts';
import type { Consequence, Unspecified } from './consequence.ts';
import { interpret } from './interpret.ts';

/** A step of a state, with the numbers that the search knows it by. */
export type TakenStep = {
  readonly slot: number;
  readonly move: number;
  readonly step: Step;
  /** The components after it; `undefined` when a queue is full, and so nothing comes after. */
  readonly after: Int32Array | undefined;
  /** Receptions within the step that no transition is written for. */
  readonly unspecified: readonly Unspecified[];
};

const nothing: Consequence = { sends: [], queued: [], unspecified: [] };

/** The steps of a state, in order, in the shared words. */
export function stepsOf(composition: Composition, before: Int32Array): TakenStep[] {
  const { parties, slots, queues, classNames, clusters, clusterOf } = composition;
  const steps: TakenStep[] = [];
  interpret(composition, before, (slot, move, after, party, message) => {
    const kind = slots[slot]!;
    const number = clusterOf[party]!;
    const happens = kind.kind === 'lose' ? nothing : clusters[number]!.consequence(before[number]!, party, message);
    steps.push({
      slot,
      move,
      step: {
        kind: kind.kind,
        party: parties.list[party]!.name,
        ...(kind.kind !== 'own' && { channel: queues[kind.queue]!.name }),
        message: parties.messages.at(message),
        class: classNames[kind.class]!,
        sends: sendingsOf(composition, happens),
      },
      after: after?.slice(),
      unspecified: happens.unspecified,
    });
  });
  return steps;
}

const sendingsOf = ({ parties }: Composition, { sends }: Consequence): Sending[] =>
  sends.map(({ from, channel, to, message }) => ({
    from: parties.list[from]!.name,
    channel,
    to: parties.list[to]!.name,
    message: parties.messages.at(message),
  }));

/** The first channel, in the order of sending, that cannot hold what a step of a state sends; if any. */
export function overflowOf(composition: Composition, before: Int32Array, { step }: TakenStep): string | undefined {
  const free = new Map<string, number>();
  composition.queues.forEach(({ name, fifo, contents }, queue) => {
    const { messages } = contents[before[composition.clusters.length + queue]!]!;
    const taken = step.kind === 'deliver' && step.channel === name ? 1 : 0;
    free.set(name, fifo.capacity - messages.length + taken);
  });
  for (const { channel } of step.sends) {
    const left = free.get(channel);
    if (left === 0) return channel;
    if (left !== undefined) free.set(channel, left - 1);
  }
  return undefined;
}
