import { createHash } from 'node:crypto';

import { canonical, type Chart, type System } from '../model/index.ts';

/**
 * A name for what a system is: the SHA-256, in hex, of its charts as written, inputs, ports, own steps and channels.
 *
 * Functions (guards, assignments, routing) enter by their names only: their text differs between builds of one source.
 */
export function modelHash(system: System): string {
  const parties = Object.entries(system.parties).map(([name, { chart, input, own, ports }]) => ({
    name,
    chart: written(chart),
    input,
    own,
    ports,
  }));
  const channels = Object.entries(system.channels).map(([name, channel]) => ({ name, channel }));
  return createHash('sha256')
    .update(canonical(plain({ parties, channels })))
    .digest('hex');
}

/** The configuration that an XState machine was made from; any other chart is known by its id. */
const written = (chart: Chart): unknown => {
  if (!texts.has(chart)) texts.set(chart, canonical(plain('config' in chart ? chart.config : { id: chart.id })));
  return texts.get(chart);
};
const texts = new WeakMap<Chart, string>();

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_name, field: unknown) => (typeof field === 'function' ? `function ${field.name}` : field)),
  );
