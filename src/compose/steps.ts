import type { Sending, Step } from '../model/index.ts';
import type { Composition } from './composition.ts';
import { interpret } from './interpret.ts';

/** A step of a state, with the numbers that the search knows it by. */
export type TakenStep = {
  readonly slot: number;
  readonly move: number;
  readonly step: Step;
  /** The components after it; `undefined` when a queue is full, and so nothing comes after. */
  readonly after: Int32Array | undefined;
};

/** The steps of a state, in order, in the shared words. */
export function stepsOf(composition: Composition, before: Int32Array): TakenStep[] {
  const steps: TakenStep[] = [];
  interpret(composition, before, (slot, move, after, party, message) => {
    const { parties, slots, queues, classNames } = composition;
    const kind = slots[slot]!;
    steps.push({
      slot,
      move,
      step: {
        kind: kind.kind,
        party: parties.list[party]!.name,
        ...(kind.kind !== 'own' && { channel: queues[kind.queue]!.name }),
        message: parties.messages.at(message),
        class: classNames[kind.class]!,
        sends: kind.kind === 'lose' ? [] : sendsOf(composition, before, party, message),
      },
      after: after?.slice(),
    });
  });
  return steps;
}

function sendsOf(composition: Composition, before: Int32Array, party: number, message: number): Sending[] {
  const { parties, clusters, clusterOf } = composition;
  const number = clusterOf[party]!;
  return clusters[number]!.consequence(before[number]!, party, message).sends.map((sent) => ({
    from: parties.list[sent.from]!.name,
    channel: sent.channel,
    to: parties.list[sent.to]!.name,
    message: parties.messages.at(sent.message),
  }));
}
