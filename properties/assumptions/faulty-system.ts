/**
 * Faults and unfairness that any system can be given: of its queues, and of the steps that must come.
 */
import type { Channel, Fairness, Fifo, System } from '../../src/model/index.ts';

type Change = (system: System) => System;

const changeQueues =
  (chosen: RegExp, change: (queue: Fifo) => Fifo): Change =>
  (system) => ({
    ...system,
    channels: Object.fromEntries(
      Object.entries(system.channels).map(([name, channel]): [string, Channel] => [
        name,
        channel.kind === 'fifo' && chosen.test(name) ? change(channel) : channel,
      ]),
    ),
  });

/** Queues that hold no more than so many messages. */
export const narrowed = (most: number): Change =>
  changeQueues(/./, (queue) => ({ ...queue, capacity: Math.min(most, queue.capacity) }));

/** One message of the queues of this name may be lost. */
export const losing = (chosen: RegExp): Change => changeQueues(chosen, (queue) => ({ ...queue, loses: 1 }));

/** One message of the queues of this name may come twice. */
export const doubling = (chosen: RegExp): Change => changeQueues(chosen, (queue) => ({ ...queue, duplicates: 1 }));

/** Any message of the queues of this name may overtake any other that differs from it. */
export const unordered = (chosen: RegExp): Change =>
  changeQueues(chosen, (queue) => ({ ...queue, lane: (message) => JSON.stringify(message) }));

/** Data and control commands may overtake each other (RFC 512, RFC 626 p. 2). */
export const orderedByLink = (chosen: RegExp): Change =>
  changeQueues(chosen, (queue) => ({ ...queue, lane: ({ type }) => (type === 'DATA' ? 'data' : 'control') }));

/** What waits in the queues of this name need not be delivered. */
export const undelivered = (chosen: RegExp): Change =>
  changeQueues(chosen, (queue) => ({ ...queue, fairness: 'none' }));

/** Own steps of this party and type need not be taken. */
export const reluctant =
  (party: RegExp, type: RegExp): Change =>
  (system) => ({
    ...system,
    parties: Object.fromEntries(
      Object.entries(system.parties).map(([name, description]) => [
        name,
        party.test(name) && description.own
          ? {
              ...description,
              own: description.own.map((step) =>
                type.test(step.event.type) ? { ...step, fairness: 'none' satisfies Fairness } : step,
              ),
            }
          : description,
      ]),
    ),
  });
