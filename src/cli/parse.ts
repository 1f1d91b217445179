import { parseArgs } from 'node:util';

import { type Command, common, type Given, type Option } from './command.ts';
import { Failure, unknown } from './failure.ts';

/**
 * The options and operands of a command line, checked against the command.
 *
 * @throws Failure (150) at an unknown option (with the nearest name), a missing or a superfluous value, one
 * value too many.
 */
export function parse(command: Command, args: readonly string[]): { given: Given; operands: readonly string[] } {
  const options: Readonly<Record<string, Option>> = { ...common, ...command.options };
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, multiple, short }]) => [
        name,
        { type, ...(multiple && { multiple }), ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option)
      throw unknown(
        `option of ${command.name}`,
        token.rawName,
        Object.keys(options).map((name) => `--${name}`),
      );
    if (option.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new Failure(`${token.rawName} needs a value: ${token.rawName} ${option.value}`);
    }
    if (option.type === 'string' && option.multiple !== true && seen.has(token.name)) {
      throw new Failure(`${token.rawName} is given twice: which one is meant?`);
    }
    seen.add(token.name);
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new Failure(`${token.rawName} takes no value, and was given "${token.value}"`);
    }
  }
  return { given: values as Given, operands: positionals };
}

/**
 * A whole number above 0.
 *
 * @param most the largest one that means anything.
 * @throws Failure (150) when the value given is something else.
 */
export function count(given: Given, name: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const text = given[name];
  if (typeof text !== 'string') return undefined;
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw new Failure(`--${name} needs a whole number above 0, and was given "${text}"`);
  }
  if (Number(text) > most) throw new Failure(`--${name} is ${most} at most, and was given "${text}"`);
  return Number(text);
}

/** A value given once, as text. */
export const textOf = (given: Given, name: string): string | undefined =>
  typeof given[name] === 'string' ? given[name] : undefined;

/** All values of an option that may be given several times. */
export const textsOf = (given: Given, name: string): readonly string[] => {
  const value = given[name];
  return Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
};
