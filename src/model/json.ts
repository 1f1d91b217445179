/** What charts keep in their contexts and send to each other: plain data, compared by value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What travels on a channel, and what a party does of itself: an event of a chart. */
export type Message = { readonly type: string; readonly [field: string]: Json | undefined };

/**
 * One text for each value: keys sorted.
 *
 * @param path what the value is called in errors.
 * @param absent whether a field that is `undefined` is left out, as JSON does, or kept: a guard can tell the two apart.
 * @throws TypeError naming the path, when the value holds what JSON cannot (a function, NaN, -0, a hole, a cycle).
 */
export function canonical(value: unknown, path = '$', absent: 'left out' | 'kept' = 'left out'): string {
  const text = textOf(value, absent === 'kept', 0);
  if (text === undefined) throw new TypeError(faultIn(value, path, 0));
  return text;
}

/** How deep lists and objects may stand in each other. */
const DEEPEST = 100;

/** The text of a value, or undefined where it holds what JSON cannot. Called for every state: it says no more than that. */
function textOf(value: unknown, kept: boolean, depth: number): string | undefined {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : undefined;
  if (typeof value !== 'object' || depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) return undefined;
    let items = '';
    for (let place = 0; place < value.length; place++) {
      const text = textOf(value[place], kept, depth + 1);
      if (text === undefined) return undefined;
      items += place === 0 ? text : `,${text}`;
    }
    return `[${items}]`;
  }
  if (!isPlain(value)) return undefined;
  let fields = '';
  for (const key of sortedKeys(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (field === undefined && !kept) continue;
    const text = field === undefined ? 'undefined' : textOf(field, kept, depth + 1);
    if (text === undefined) return undefined;
    fields += `${fields === '' ? '' : ','}${quoted(key)}:${text}`;
  }
  return `{${fields}}`;
}

/** What of a value is not plain data: the first of it, with its path. */
function faultIn(value: unknown, path: string, depth: number): string | undefined {
  if (Object.is(value, -0)) return `${path} is -0, which is not plain data: JSON knows only 0`;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : `${path} is ${value}, which is not plain data`;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return undefined;
  if (value === undefined) return `${path} is undefined, which is not plain data`;
  if (typeof value !== 'object') return `${path} is a ${typeof value}, which is not plain data`;
  if (depth > DEEPEST) return `${path.slice(0, 60)}... is nested too deep, or refers to itself`;
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) {
      return `${path} is a list with holes or with fields, which is not plain data`;
    }
    return first(value.keys(), (place) => faultIn(value[place], `${path}[${place}]`, depth + 1));
  }
  if (!isPlain(value)) {
    const { constructor } = value as { readonly constructor?: { readonly name?: string } };
    return `${path} is a ${constructor?.name ?? 'thing of no class'}, which is not plain data`;
  }
  return first(sortedKeys(value), (key) => {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    return field === undefined ? undefined : faultIn(field, `${path}.${key}`, depth + 1);
  });
}

function first<T>(parts: Iterable<T>, fault: (part: T) => string | undefined): string | undefined {
  for (const part of parts) {
    const found = fault(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/** The names of its fields in the order of their characters; most objects have them so, and need no sorting. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  for (let place = 1; place < keys.length; place++) if (keys[place - 1]! > keys[place]!) return keys.sort();
  return keys;
}

/** Texts met before, in quotes: names of fields and states mostly, which are few. */
const known = new Map<string, string>();
const MOST_KNOWN = 4096;

function quoted(text: string): string {
  let found = known.get(text);
  if (found === undefined) {
    found = JSON.stringify(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
  }
  return found;
}
