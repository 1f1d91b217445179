import {
  type Channel,
  type Fairness,
  type Fifo,
  ModelError,
  type Party,
  type System,
  canonical,
  hint,
} from '../model/index.ts';
import { stepClasses } from './step-classes.ts';

/** Throws an error that names the system. */
type Fail = (what: string) => never;

/**
 * Looks whether a system is written so that it can be composed, as far as its charts need not be asked.
 *
 * @throws ModelError naming the place and the mend: no description, a field that is missing or that systems have not, no
 * parties, a port or channel that leads nowhere, a channel of no
 * known kind, a capacity that is not a whole number above 0, one name for a party and a channel, a fairness that there is
 * not, one step class with two fairnesses, an own step listed twice, an unknown class in `progress` or `faults`.
 */
export function checkSystem(description: System): void {
  if (!isRecord(description))
    throw new ModelError('a system is described by an object: { name, parties, channels, ending }');
  const { name: system, parties, channels, progress, faults } = description;
  const fail: Fail = (what) => {
    throw new ModelError(`system "${system ?? '(without a name)'}": ${what}`);
  };
  checkFields(description, fail);
  if (Object.keys(parties).length === 0) fail('it has no parties');
  for (const [name, party] of Object.entries(parties)) checkParty(description, name, party, fail);
  for (const [name, channel] of Object.entries(channels)) {
    if (Object.hasOwn(parties, name)) fail(`"${name}" is a party and a channel; give one of them another name`);
    checkChannel(description, name, channel, fail);
  }
  const classes = stepClasses(description);
  for (const [field, names] of Object.entries({ progress, faults })) {
    for (const name of names ?? []) {
      if (!classes.has(name))
        fail(`${field} names the step class "${name}", which no step has${hint(name, classes.keys())}`);
    }
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a system. */
const fields: Readonly<Record<keyof System, true>> = {
  name: true,
  parties: true,
  channels: true,
  ending: true,
  progress: true,
  faults: true,
  lanes: true,
  label: true,
};

function checkFields(description: System, fail: Fail): void {
  for (const field of Object.keys(description)) {
    if (!Object.hasOwn(fields, field)) fail(`it has a field "${field}"${hint(field, Object.keys(fields))}`);
  }
  const { name, parties, channels, ending }: Partial<System> = description;
  if (typeof name !== 'string') fail('its name is missing; give it one: { name: "..." }');
  if (!isRecord(parties)) fail('its parties are missing; name them: { parties: { left: { chart }, ... } }');
  if (!isRecord(channels)) fail('its channels are missing; name them, or give none: { channels: {} }');
  if (typeof ending !== 'function') {
    fail('the function "ending" is missing; without named ends write: ending: () => undefined');
  }
  for (const [party, given] of Object.entries(parties!)) {
    if (!isRecord(given)) fail(`the party "${party}" is no object; write: { chart, ports, own }`);
  }
  for (const [channel, given] of Object.entries(channels!)) {
    if (!isRecord(given)) fail(`the channel "${channel}" is no object; write: { kind: "fifo", to, capacity }`);
  }
}

function checkParty({ channels }: System, name: string, party: Party, fail: Fail): void {
  for (const [port, channel] of Object.entries(party.ports ?? {})) {
    if (!Object.hasOwn(channels, channel)) {
      fail(
        `port "${port}" of "${name}" leads to the channel "${channel}", which is not there${hint(channel, Object.keys(channels))}`,
      );
    }
  }
  const listed = new Set<string>();
  for (const { event, fairness } of party.own ?? []) {
    const written = JSON.stringify(event);
    checkFairness(fairness, `the own step ${written} of "${name}"`, fail);
    const text = textOf(event, `an own step of "${name}"`, fail);
    if (listed.has(text)) fail(`the own step ${written} of "${name}" is listed twice`);
    listed.add(text);
  }
}

function textOf(event: unknown, whose: string, fail: Fail): string {
  try {
    return canonical(event, 'event');
  } catch (error) {
    return fail(`${whose}: ${(error as Error).message}`);
  }
}

function checkChannel({ parties }: System, name: string, channel: Channel, fail: Fail): void {
  const { kind, to }: { readonly kind: string; readonly to: unknown } = channel;
  if (kind !== 'fifo' && kind !== 'direct') {
    fail(`channel "${name}" is of the kind "${kind}"${hint(kind, ['fifo', 'direct'])}`);
  }
  if (typeof to !== 'function' && !Object.hasOwn(parties, String(to))) {
    const receiver = String(to);
    fail(
      `channel "${name}" leads to the party "${receiver}", which is not there${hint(receiver, Object.keys(parties))}`,
    );
  }
  if (channel.kind === 'fifo') checkFifo(name, channel, fail);
}

/** Each that is left makes a state of its own: of more no search would come to an end. */
const mostFaults = 255;

function checkFifo(name: string, { capacity, loses = 0, duplicates = 0, fairness }: Fifo, fail: Fail): void {
  if (!Number.isInteger(capacity) || capacity < 1) {
    fail(`the capacity of channel "${name}" is ${capacity}; it must be a whole number above 0`);
  }
  for (const [what, count] of Object.entries({ loses, duplicates })) {
    if (!Number.isInteger(count) || count < 0) {
      fail(`channel "${name}": ${what} is ${count}; it must be a whole number, 0 or more`);
    }
    if (count > mostFaults) fail(`channel "${name}": ${what} is ${count}; it may be ${mostFaults} at most`);
  }
  if (fairness !== undefined) checkFairness(fairness, `channel "${name}"`, fail);
}

const kinds: readonly Fairness[] = ['none', 'weak', 'strong'];

function checkFairness(fairness: unknown, whose: string, fail: Fail): void {
  if (!isFairness(fairness)) fail(`${whose} has the fairness "${String(fairness)}"${hint(String(fairness), kinds)}`);
}

/** Whether a value is one of the three kinds of fairness. */
export const isFairness = (value: unknown): value is Fairness => kinds.some((kind) => kind === value);
