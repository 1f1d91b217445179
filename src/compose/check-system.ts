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
 * @throws ModelError naming the place and the mend: no parties, a port or channel that leads nowhere, a channel of no
 * known kind, a capacity that is not a whole number above 0, one name for a party and a channel, a fairness that there is
 * not, one step class with two fairnesses, an own step listed twice, an unknown class in `progress` or `faults`.
 */
export function checkSystem(description: System): void {
  const { name: system, parties, channels, progress, faults } = description;
  const fail: Fail = (what) => {
    throw new ModelError(`system "${system}": ${what}`);
  };
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

function checkFifo(name: string, { capacity, loses = 0, duplicates = 0, fairness }: Fifo, fail: Fail): void {
  if (!Number.isInteger(capacity) || capacity < 1) {
    fail(`the capacity of channel "${name}" is ${capacity}; it must be a whole number above 0`);
  }
  for (const [what, count] of Object.entries({ loses, duplicates })) {
    if (!Number.isInteger(count) || count < 0) {
      fail(`channel "${name}": ${what} is ${count}; it must be a whole number, 0 or more`);
    }
  }
  if (fairness !== undefined) checkFairness(fairness, `channel "${name}"`, fail);
}

const kinds: readonly Fairness[] = ['none', 'weak', 'strong'];

function checkFairness(fairness: unknown, whose: string, fail: Fail): void {
  if (!isFairness(fairness)) fail(`${whose} has the fairness "${String(fairness)}"${hint(String(fairness), kinds)}`);
}

/** Whether a value is one of the three kinds of fairness. */
export const isFairness = (value: unknown): value is Fairness => kinds.some((kind) => kind === value);
