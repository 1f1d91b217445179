import { ModelError, type Message } from '../model/index.ts';
import type { LocalStates } from './local-states.ts';

/** How many local states a party may have when nobody says so: a chart of 20,000 takes about two seconds. */
const MOST = 20_000;

/** The numbers of local states at which growth is looked for: this one, and its doubles. */
const EARLY = 1024;

/** How often a part of the context must have grown, and never shrunk, to be taken for one that grows for ever. */
const STEADY = 400;

/**
 * Whether a party has more local states than allowed. Without a limit the answer comes early for a chart that grows for
 * ever: a part of its context has only grown, or only shrunk, hundreds of times on the way to the newest local state.
 */
export function isTooMany(locals: LocalStates, limit: number | undefined): boolean {
  if (locals.count > (limit ?? MOST)) return true;
  if (limit !== undefined || locals.count < EARLY || !Number.isInteger(Math.log2(locals.count))) return false;
  return growsSteadily(locals);
}

/** Whether a part of the context has changed in one direction alone, and often, on the way to the newest local state. */
function growsSteadily({ snapshots, causes }: LocalStates): boolean {
  const trends = new Map<string, { value: number; rises: number; falls: number }>();
  for (let id: number | undefined = snapshots.length - 1; id !== undefined; id = causes[id]?.from) {
    for (const [path, value] of measures(snapshots[id]!.context, 'context')) {
      const trend = trends.get(path);
      if (!trend) trends.set(path, { value, rises: 0, falls: 0 });
      else {
        // Walked backwards: what was less before has risen.
        if (value < trend.value) trend.rises++;
        else if (value > trend.value) trend.falls++;
        trend.value = value;
      }
    }
  }
  return [...trends.values()].some(({ rises, falls }) => Math.min(rises, falls) === 0 && rises + falls >= STEADY);
}

/** The parts of a context that have a size: numbers, texts, lists and objects, each with its path. */
function* measures(value: unknown, path: string): Generator<readonly [path: string, value: number]> {
  if (typeof value === 'number') yield [path, value];
  else if (typeof value === 'string') yield [path, value.length];
  else if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value);
    yield [path, parts.length];
    for (const [name, part] of parts) yield* measures(part, `${path}.${name}`);
  }
}

/**
 * The error for a party with more local states than allowed: which part of its context takes ever new values, and the
 * events that began it.
 */
export function growthError(party: string, locals: LocalStates, message: (id: number) => Message): ModelError {
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
  const start = `party "${party}" has ${locals.count} local states`;
  const ranked = [...values].sort(([a, x], [b, y]) => y.seen.size - x.seen.size || a.length - b.length);
  const [most] = ranked;
  if (most === undefined || most[1].seen.size < 2) {
    return new ModelError(`${start}; its chart is too large to tabulate: ${mend}, or split the chart`);
  }
  const [path, { seen, firsts }] = most;
  const causes = firsts.flatMap((id) => locals.causes[id] ?? []);
  const events = [...new Set(causes.map(({ event }) => JSON.stringify(message(event))))];
  return new ModelError(
    `${start}: ${path} has taken ${seen.size} values and may grow for ever; first changed by ${events.join(', ')}. ` +
      `Bound it by a guard, or keep it out of the context; if it is bounded, ${mend}`,
  );
}

/** What lets a large chart be. */
const mend = 'raise the limit (maxLocals)';

/** The parts of a context that can grow: numbers, texts, and how much is in lists and objects, each with its path. */
function* leaves(value: unknown, path: string): Generator<readonly [path: string, value: string]> {
  if (typeof value !== 'object' || value === null) {
    yield [path, JSON.stringify(value) ?? 'undefined'];
    return;
  }
  const parts = Object.entries(value);
  yield [Array.isArray(value) ? `${path}.length` : `the number of fields of ${path}`, String(parts.length)];
  for (const [name, part] of parts) {
    yield* leaves(part, Array.isArray(value) ? `${path}[]` : `${path}.${name}`);
  }
}
