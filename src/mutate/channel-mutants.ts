import { type Fifo, type System, canonical } from '../model/index.ts';
import type { Mutant } from './mutants.ts';

/** For each queue of the systems, by its name: it may lose one message more; its messages overtake each other. */
export function channelMutants(systems: readonly System[]): readonly Mutant[] {
  const names = new Set(
    systems.flatMap(({ channels }) =>
      Object.entries(channels).flatMap(([name, { kind }]) => (kind === 'fifo' ? [name] : [])),
    ),
  );
  return [...names].flatMap((name): readonly Mutant[] => [
    {
      id: `channels/${name}/channel-lossy`,
      subject: 'channels',
      operator: 'channel lossy',
      says: `the channel ${name} may lose one message more`,
      edited: (system) => withChannel(system, name, (fifo) => ({ ...fifo, loses: (fifo.loses ?? 0) + 1 })),
    },
    {
      id: `channels/${name}/channel-unordered`,
      subject: 'channels',
      operator: 'channel unordered',
      says: `messages of the channel ${name} overtake each other`,
      edited: (system) => withChannel(system, name, (fifo) => ({ ...fifo, lane: (message) => canonical(message) })),
    },
  ]);
}

function withChannel(system: System, name: string, change: (fifo: Fifo) => Fifo): System | undefined {
  const channel = system.channels[name];
  if (channel?.kind !== 'fifo') return undefined;
  return { ...system, channels: { ...system.channels, [name]: change(channel) } };
}
