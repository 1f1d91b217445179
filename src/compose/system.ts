import {
  type Ending,
  type Fairness,
  type Fifo,
  type Party,
  type System,
  type View,
  ModelError,
  hint,
} from '../model/index.ts';

/** A system as it is written: `ending` may be typed by the views of its own parties. */
export type SystemDescription<V extends View = View> = Omit<System, 'ending'> & {
  readonly ending: (state: V) => Ending | undefined;
};

/**
 * The door for whoever writes a system: gives the description back, checked.
 *
 * @throws ModelError naming the place and the mend: no parties, a port or channel that leads nowhere, a capacity that is
 * not a whole number above 0, one name for a party and a channel, one step class with two fairnesses, an unknown class
 * in `progress`.
 *
 * @example
 * ```ts
 * system({
 *   name: 'ping pong',
 *   parties: {
 *     left: { chart: player, input: { serves: true }, ports: { out: 'toRight' } },
 *     right: { chart: player, ports: { out: 'toLeft' } },
 *   },
 *   channels: {
 *     toRight: { kind: 'fifo', to: 'right', capacity: 1 },
 *     toLeft: { kind: 'fifo', to: 'left', capacity: 1 },
 *   },
 *   ending: (state) => (state.party.left.hasTag('finished') ? { name: 'finished', fine: true } : undefined),
 * });
 * ```
 */
export function system<V extends View = View>(description: SystemDescription<V>): System {
  const checked = description as unknown as System;
  const fail = (what: string): never => {
    throw new ModelError(`system "${checked.name}": ${what}`);
  };
  if (Object.keys(checked.parties).length === 0) fail('it has no parties');
  for (const [name, party] of Object.entries(checked.parties)) checkParty(checked, name, party, fail);
  for (const [name, channel] of Object.entries(checked.channels)) {
    if (name in checked.parties) fail(`"${name}" is a party and a channel; give one of them another name`);
    if (typeof channel.to === 'string' && !(channel.to in checked.parties)) {
      fail(
        `channel "${name}" leads to the party "${channel.to}", which is not there${hint(channel.to, Object.keys(checked.parties))}`,
      );
    }
    if (channel.kind === 'fifo') checkBounds(name, channel, fail);
  }
  const classes = stepClasses(checked);
  for (const name of checked.progress ?? []) {
    if (!classes.has(name))
      fail(`progress names the step class "${name}", which no step has${hint(name, classes.keys())}`);
  }
  return checked;
}

/**
 * Every step class of a system with its fairness, in the order of the steps: parties' own, then channels'.
 *
 * @throws ModelError when steps of one class are declared with different fairness.
 */
export function stepClasses(description: System): Map<string, Fairness> {
  const classes = new Map<string, Fairness>();
  const add = (name: string, fairness: Fairness): void => {
    const known = classes.get(name) ?? fairness;
    if (known !== fairness) {
      throw new ModelError(
        `system "${description.name}": the steps of class "${name}" are declared ${known} and ${fairness}; ` +
          'steps of one class share one fairness',
      );
    }
    classes.set(name, fairness);
  };
  for (const [name, party] of Object.entries(description.parties)) {
    for (const step of party.own ?? []) add(ownClass(name, step), step.fairness);
  }
  for (const [name, channel] of Object.entries(description.channels)) {
    if (channel.kind !== 'fifo') continue;
    add(`${name} delivers`, channel.fairness ?? 'weak');
    if (channel.loses) add(`${name} loses`, 'none');
    if (channel.duplicates) add(`${name} duplicates`, 'none');
  }
  return classes;
}

/** The fairness class of an own step: as declared, else `<party>.<event type>`. */
export const ownClass = (party: string, step: NonNullable<Party['own']>[number]): string =>
  step.class ?? `${party}.${step.event.type}`;

type Fail = (what: string) => never;

function checkParty({ channels }: System, name: string, party: Party, fail: Fail): void {
  for (const [port, channel] of Object.entries(party.ports ?? {})) {
    if (!(channel in channels)) {
      fail(
        `port "${port}" of "${name}" leads to the channel "${channel}", which is not there${hint(channel, Object.keys(channels))}`,
      );
    }
  }
  const events = (party.own ?? []).map(({ event }) => JSON.stringify(event));
  const twice = events.find((event, index) => events.indexOf(event) !== index);
  if (twice !== undefined) fail(`the own step ${twice} of "${name}" is listed twice`);
}

function checkBounds(name: string, channel: Fifo, fail: Fail): void {
  const { capacity, loses = 0, duplicates = 0 } = channel;
  if (!Number.isInteger(capacity) || capacity < 1) {
    fail(`the capacity of channel "${name}" is ${capacity}; it must be a whole number above 0`);
  }
  for (const [what, count] of Object.entries({ loses, duplicates })) {
    if (!Number.isInteger(count) || count < 0) {
      fail(`channel "${name}": ${what} is ${count}; it must be a whole number, 0 or more`);
    }
  }
}
