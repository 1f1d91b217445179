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
  return textOf(value, absent === 'kept', [path]);
}

/** The name of a value, then the key or place of each part of it on the way to this one. */
type Way = (string | number)[];

/** How deep lists and objects may stand in each other. */
const DEEPEST = 100;

/** Called for every state: the way is put into words only where something is wrong. */
function textOf(value: unknown, kept: boolean, way: Way): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw notPlain(way, String(value));
    if (Object.is(value, -0)) throw new TypeError(`${pathOf(way)} is -0, which is not plain data: JSON knows only 0`);
    return String(value);
  }
  if (typeof value !== 'object') throw notPlain(way, value === undefined ? 'undefined' : `a ${typeof value}`);
  if (way.length > DEEPEST) {
    throw new TypeError(`${pathOf(way).slice(0, 60)}... is nested too deep, or refers to itself`);
  }
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) throw notPlain(way, 'a list with holes or with fields');
    let items = '';
    for (let place = 0; place < value.length; place++) {
      items += `${place === 0 ? '' : ','}${partText(value[place], kept, way, place)}`;
    }
    return `[${items}]`;
  }
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) {
    const { constructor } = value as { readonly constructor?: { readonly name?: string } };
    throw notPlain(way, `a ${constructor?.name ?? 'thing of no class'}`);
  }
  let fields = '';
  for (const key of sortedKeys(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (field === undefined && !kept) continue;
    const text = field === undefined ? 'undefined' : partText(field, kept, way, key);
    fields += `${fields === '' ? '' : ','}${quoted(key)}:${text}`;
  }
  return `{${fields}}`;
}

function partText(part: unknown, kept: boolean, way: Way, key: string | number): string {
  way.push(key);
  const text = textOf(part, kept, way);
  way.pop();
  return text;
}

const pathOf = ([name, ...keys]: Way): string =>
  `${name}${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;

const notPlain = (way: Way, what: string): TypeError =>
  new TypeError(`${pathOf(way)} is ${what}, which is not plain data`);

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
