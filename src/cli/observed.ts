import type { System, Visible } from '../model/index.ts';
import { type Observed, observe } from '../relate/index.ts';

import type { Given, Option } from './command.ts';
import { limitOptions } from './command.ts';
import { Failure } from './failure.ts';
import { limitsOf } from './limits.ts';
import { count } from './parse.ts';

/** Options of the commands that relate systems to each other. */
export const relateOptions = {
  'max-states': limitOptions['max-states'],
  'max-memory': limitOptions['max-memory'],
  timeout: { ...limitOptions.timeout, summary: 'stop a search after so many seconds' },
} as const satisfies Record<string, Option>;

/**
 * A system explored within the limits of the command line, and seen by somebody. Before it, an interrupt is heeded.
 *
 * @throws Failure (150) at a limit that is no number, (75) when the system cannot be evaluated, (153) without memory.
 */
export async function observed(system: System, visible: Visible, given: Given): Promise<Observed> {
  await turn();
  const seconds = count(given, 'timeout');
  const limits = { ...limitsOf(given), ...(seconds !== undefined && { maxMilliseconds: seconds * 1000 }) };
  try {
    return observe(system, visible, limits);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ModelError' || name === 'UnknownNameError') throw new Failure(message, 75);
    if (error instanceof RangeError && /allocation failed|Invalid (typed )?array length/.test(message)) {
      throw new Failure('out of memory; set a limit with --max-memory or --max-states', 153);
    }
    throw error;
  }
}

const reasons = {
  states: '--max-states was reached',
  memory: '--max-memory was reached',
  time: '--timeout was reached',
  interrupted: 'it was interrupted',
  'bound hit': 'a queue can be full, and nothing is known of what comes after',
} as const;

/** Why nothing is claimed of some systems, by their names; nothing when all were explored completely. */
export function unfinished(all: readonly (readonly [name: string, Observed])[]): readonly string[] {
  return all.flatMap(([name, { stopped, states }]) =>
    stopped === undefined
      ? []
      : [`${name} was not explored completely: ${reasons[stopped]} (${states} states seen); nothing is claimed`],
  );
}

/** Lets what waits have its turn, an interrupt say: exploring and comparing leave it none. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
