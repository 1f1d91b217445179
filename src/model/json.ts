/** What charts keep in their contexts and send to each other: plain data, compared by value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What travels on a channel, and what a party does of itself: an event of a chart. */
export type Message = { readonly type: string; readonly [field: string]: Json | undefined };

/**
 * One text for each value: keys sorted, fields that are `undefined` left out.
 *
 * @throws TypeError naming the path, when the value holds what JSON cannot (a function, NaN, a cycle).
 */
export function canonical(value: unknown, path = '$'): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which is not plain data`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value !== 'object') throw new TypeError(`${path} is a ${typeof value}, which is not plain data`);
  if (path.length > 400) throw new TypeError(`${path.slice(0, 60)}... is nested too deep, or refers to itself`);
  if (Array.isArray(value)) return `[${value.map((item, index) => canonical(item, `${path}[${index}]`)).join(',')}]`;
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== null) {
    throw new TypeError(`${path} is a ${(value as object).constructor.name}, which is not plain data`);
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, `${path}.${key}`)}`);
  return `{${fields.join(',')}}`;
}
