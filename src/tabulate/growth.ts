import { ModelError, type Message } from '../model/index.ts';
import type { LocalStates } from './local-states.ts';

/**
 * The error for a party with more local states than allowed: which part of its context takes ever new values, and the
 * events that began it.
 */
export function growthError(
  party: string,
  locals: LocalStates,
  limit: number,
  message: (id: number) => Message,
): ModelError {
  const values = new Map<string, { seen: Set<string>; firsts: number[] }>();
  for (const [id, snapshot] of locals.snapshots.entries()) {
    for (const [path, value] of leaves(snapshot.context, 'context')) {
      let found = values.get(path);
      if (found === undefined) values.set(path, (found = { seen: new Set(), firsts: [] }));
      if (found.seen.has(value)) continue;
      found.seen.add(value);
      if (found.firsts.length < 4) found.firsts.push(id);
    }
  }
  const start = `party "${party}" has more than ${limit} local states`;
  const ranked = [...values].sort(([a, x], [b, y]) => y.seen.size - x.seen.size || a.length - b.length);
  const [most] = ranked;
  if (most === undefined || most[1].seen.size < 2) {
    return new ModelError(`${start}; its chart is too large to tabulate: raise the limit, or split the chart`);
  }
  const [path, { seen, firsts }] = most;
  const causes = firsts.flatMap((id) => locals.causes[id] ?? []);
  const events = [...new Set(causes.map(({ event }) => JSON.stringify(message(event))))];
  return new ModelError(
    `${start}: ${path} has taken ${seen.size} values and may grow for ever; first changed by ${events.join(', ')}. ` +
      'Bound it by a guard, or keep it out of the context',
  );
}

/** The parts of a context that can grow: numbers, texts, and the lengths of lists, each with its path. */
function* leaves(value: unknown, path: string): Generator<readonly [path: string, value: string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, JSON.stringify(value) ?? 'undefined'];
    return;
  }
  if (Array.isArray(value)) yield [`${path}.length`, String(value.length)];
  for (const [name, part] of Object.entries(value)) {
    yield* leaves(part, Array.isArray(value) ? `${path}[]` : `${path}.${name}`);
  }
}
