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
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which is not plain data`);
    if (Object.is(value, -0)) throw new TypeError(`${path} is -0, which is not plain data: JSON knows only 0`);
    return String(value);
  }
  if (value === undefined) throw new TypeError(`${path} is undefined, which is not plain data`);
  if (typeof value !== 'object') throw new TypeError(`${path} is a ${typeof value}, which is not plain data`);
  if (path.length > 400) throw new TypeError(`${path.slice(0, 60)}... is nested too deep, or refers to itself`);
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) {
      throw new TypeError(`${path} is a list with holes or with fields, which is not plain data`);
    }
    return `[${value.map((item, index) => canonical(item, `${path}[${index}]`, absent)).join(',')}]`;
  }
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) {
    const { constructor } = value as { readonly constructor?: { readonly name?: string } };
    throw new TypeError(`${path} is a ${constructor?.name ?? 'thing of no class'}, which is not plain data`);
  }
  const fields = Object.entries(value)
    .filter(([, field]) => absent === 'kept' || field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => {
      const text = field === undefined ? 'undefined' : canonical(field, `${path}.${key}`, absent);
      return `${JSON.stringify(key)}:${text}`;
    });
  return `{${fields.join(',')}}`;
}
