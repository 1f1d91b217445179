/**
 * A system as data: what drawings and texts of it are written from.
 */
import type { Composition } from '../compose/index.ts';
import type { System } from '../model/index.ts';

/** Messages of some types that one party sends another over a channel. */
export type Flow = {
  readonly from: string;
  readonly port: string;
  readonly channel: string;
  readonly to: string;
  readonly types: readonly string[];
};

export type DescribedParty = {
  readonly name: string;
  readonly chart: string;
  /** Where it stands: its host, say. */
  readonly lane: string;
  /** What it may do of itself. */
  readonly own: readonly string[];
};

export type DescribedChannel = {
  readonly name: string;
  readonly kind: 'fifo' | 'direct';
  /** How many messages a fifo holds, and how many of them it may lose and deliver twice. */
  readonly capacity?: number;
  readonly loses?: number;
  readonly duplicates?: number;
};

export type SystemDescription = {
  readonly name: string;
  readonly parties: readonly DescribedParty[];
  readonly channels: readonly DescribedChannel[];
  readonly flows: readonly Flow[];
};

/** A system with the messages that a search has seen, each with sender, port, channel and receiver. */
export function systemDescription({ description, parties }: Composition): SystemDescription {
  const flows = new Map<string, { flow: Omit<Flow, 'types'>; types: Set<string> }>();
  for (const { name, table } of parties.list) {
    const ports = Object.entries(description.parties[name]!.ports ?? {});
    const reactions = [table.initial, ...[...table.entries()].map(({ reaction }) => reaction)];
    for (const { channel, message } of reactions.flatMap(({ sends }) => sends)) {
      const to = parties.list[parties.receiver(channel, message)]!.name;
      const port = ports.find(([, leadsTo]) => leadsTo === channel)![0];
      const key = JSON.stringify([name, channel, to]);
      const known = flows.get(key) ?? { flow: { from: name, port, channel, to }, types: new Set() };
      flows.set(key, known);
      known.types.add(parties.messages.at(message).type);
    }
  }
  return {
    name: description.name,
    parties: partiesOf(description),
    channels: channelsOf(description),
    flows: [...flows.values()].map(({ flow, types }) => ({ ...flow, types: [...types].sort() })),
  };
}

const partiesOf = ({ parties, lanes }: System): readonly DescribedParty[] =>
  Object.entries(parties).map(([name, { chart, own = [] }]) => ({
    name,
    chart: chart.id,
    lane: lanes?.[name] ?? name,
    own: [...new Set(own.map(({ event }) => event.type))],
  }));

const channelsOf = ({ channels }: System): readonly DescribedChannel[] =>
  Object.entries(channels).map(([name, channel]) => {
    if (channel.kind === 'direct') return { name, kind: 'direct' };
    const { capacity, loses, duplicates } = channel;
    return { name, kind: 'fifo', capacity, ...(loses && { loses }), ...(duplicates && { duplicates }) };
  });
