import { canonical } from '../../model/index.ts';

/** Told which part of a value was looked at: the way to it, and whether its keys or itself. */
export type Look = (way: readonly string[], what: 'keys' | 'itself') => void;

/**
 * A plain value that tells what is looked at. Whatever a function makes of it depends on nothing else.
 *
 * @param raw plain data.
 */
export function observed(raw: unknown, look: Look, way: readonly string[] = []): unknown {
  if (typeof raw !== 'object' || raw === null) {
    look(way, 'itself');
    return raw;
  }
  const target: object = Array.isArray(raw) ? [] : {};
  const source = raw as Readonly<Record<string, unknown>>;
  const fields = new Map<string, unknown>();
  const read = (name: string): unknown => {
    if (!fields.has(name)) fields.set(name, observed(source[name], look, [...way, name]));
    return fields.get(name);
  };
  return new Proxy(target, {
    get(inner, name): unknown {
      if (typeof name === 'symbol' || (!Object.hasOwn(source, name) && name in inner)) return Reflect.get(inner, name);
      return read(name);
    },
    has(inner, name): boolean {
      if (typeof name === 'symbol') return Reflect.has(inner, name);
      look(way, 'keys');
      return name in source;
    },
    ownKeys(): string[] {
      look(way, 'keys');
      return [...Object.keys(source), ...(Array.isArray(source) ? ['length'] : [])];
    },
    getOwnPropertyDescriptor(inner, name) {
      if (typeof name === 'symbol' || !Object.hasOwn(source, name))
        return Reflect.getOwnPropertyDescriptor(inner, name);
      const own = Reflect.getOwnPropertyDescriptor(inner, name);
      return { ...(own ?? { enumerable: true, configurable: true }), value: read(name), writable: true };
    },
  });
}

/** What was looked at, of another value: two values with equal answers to all that was looked at look alike. */
export function answer(raw: unknown, way: readonly string[], what: 'keys' | 'itself'): string {
  let here: unknown = raw;
  for (const name of way) {
    if (typeof here !== 'object' || here === null) return 'not there';
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  if (typeof here !== 'object' || here === null) return here === undefined ? 'undefined' : canonical(here);
  return what === 'keys' ? `keys ${Object.keys(here).join()}` : Array.isArray(here) ? 'a list' : 'an object';
}
