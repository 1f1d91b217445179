import { ModelError } from '../model/index.ts';
import type { Sent } from '../tabulate/index.ts';
import { MetParty } from './joined.ts';
import type { Parties } from './parties.ts';

/** How many direct calls one step may make. */
const MAX_CALLS = 1000;

/** A message as it goes: who sends it, on which channel, who receives it. Parties and message by number. */
export type Delivery = {
  readonly from: number;
  readonly channel: string;
  readonly to: number;
  readonly message: number;
};

/** A message that its receiver has no transition for. */
export type Unspecified = { readonly party: number; readonly message: number; readonly local: number };

/** All that one step does to the parties: direct calls carried out, messages for queues left to the caller. */
export type Consequence = {
  /** Everything sent, in order, direct calls included. */
  readonly sends: readonly Delivery[];
  /** What goes to the tails of queues, in order. */
  readonly queued: readonly Delivery[];
  readonly unspecified: readonly Unspecified[];
};

/**
 * Carries out what a party sends, and what the parties that it calls directly send in turn: first come, first served,
 * each call after the macrostep before it is finished.
 *
 * @param locals the local states by party number, of those parties that may be called; changed in place.
 * @throws ModelError when the calls do not end, MetParty when another party is called.
 */
export function carryOut(
  parties: Parties,
  locals: (number | undefined)[],
  sender: number,
  sent: readonly Sent[],
): Consequence {
  const sends: Delivery[] = [];
  const queued: Delivery[] = [];
  const calls: Delivery[] = [];
  const unspecified: Unspecified[] = [];
  const send = (from: number, { channel, message }: Sent): void => {
    const delivery = { from, channel, to: parties.receiver(channel, message), message };
    sends.push(delivery);
    (parties.channel(channel).kind === 'direct' ? calls : queued).push(delivery);
  };
  for (const each of sent) send(sender, each);
  for (let next = 0; next < calls.length; next++) {
    const { from, to, message } = calls[next]!;
    if (next >= MAX_CALLS) throw endless(parties, calls);
    const local = locals[to];
    if (local === undefined) throw new MetParty([parties.list[from]!.name, parties.list[to]!.name]);
    const reaction = parties.list[to]!.table.react(local, message);
    if (reaction.kind === 'unspecified') unspecified.push({ party: to, message, local });
    locals[to] = reaction.next;
    for (const each of reaction.sends) send(to, each);
  }
  return { sends, queued, unspecified };
}

function endless(parties: Parties, calls: readonly Delivery[]): ModelError {
  const last = calls.slice(-4).map(({ from, to, message }) => {
    const { type } = parties.messages.at(message);
    return `${parties.list[from]!.name} calls ${parties.list[to]!.name} with ${type}`;
  });
  return new ModelError(
    `one step makes more than ${MAX_CALLS} direct calls; the last are: ${last.join(', ')}. ` +
      'Parties that call each other without end need a channel of kind "fifo" between them, or a guard',
  );
}
