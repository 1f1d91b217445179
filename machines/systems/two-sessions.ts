/**
 * Two sessions side by side: two users, each with two servers of its own, and two transfers at once.
 *
 * Models    two three-party systems that share nothing, as one system: every party, channel and step class of the first
 *           bears `1.` before its name, those of the second `2.`.
 * Omits     hosts that serve both users: RFC 478 keeps all it says to one control connection for each server.
 * Bounds    those of each session.
 */
import type { Channel, Ending, Message, Party, System, View } from '../../src/model/index.ts';
import { system } from '../../src/compose/index.ts';
import { type Scenario, threeParty } from './three-party.ts';

const sessions = ['1', '2'] as const;
type Session = (typeof sessions)[number];

/** Two systems of one scenario, side by side. */
export function twoSessions(scenario: Scenario): System {
  const one = threeParty(scenario);
  const both = sessions.map((session) => renamed(one, session));
  return system({
    name: `two sessions: ${scenario.name}`,
    parties: Object.assign({}, ...both.map(({ parties }) => parties)) as System['parties'],
    channels: Object.assign({}, ...both.map(({ channels }) => channels)) as System['channels'],
    ending: (state: View) => together(one.ending, state),
    lanes: Object.assign({}, ...both.map(({ lanes }) => lanes)) as Record<string, string>,
    ...(one.label && { label: one.label }),
  });
}

/** A state as one of the sessions sees it, under the names that a single session has. */
export function sessionOf(state: View, session: Session): View {
  const within = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? undefined : all[`${session}.${name}`]) });
  return { party: within(state.party), channel: within(state.channel) };
}

/** Both ended: `both: completes`, or each with its own end. The second is asked only where the first has ended. */
function together(ending: System['ending'], state: View): Ending | undefined {
  const first = ending(sessionOf(state, '1'));
  const second = first && ending(sessionOf(state, '2'));
  if (!first || !second) return undefined;
  const name = first.name === second.name ? `both: ${first.name}` : `${first.name} and ${second.name}`;
  return { name, fine: first.fine && second.fine };
}

function renamed(one: System, session: Session): Pick<System, 'parties' | 'channels' | 'lanes'> {
  const as = (name: string): string => `${session}.${name}`;
  const all = <T, U>(things: Readonly<Record<string, T>>, change: (thing: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(things).map(([name, thing]) => [as(name), change(thing)]));
  const party = (each: Party): Party => ({
    ...each,
    own: (each.own ?? []).map((step) => ({ ...step, ...(step.class !== undefined && { class: as(step.class) }) })),
    ports: Object.fromEntries(Object.entries(each.ports ?? {}).map(([port, channel]) => [port, as(channel)])),
  });
  const channel = (each: Channel): Channel => {
    const { to } = each;
    return { ...each, to: typeof to === 'string' ? as(to) : (message: Message) => as(to(message)) };
  };
  return { parties: all(one.parties, party), channels: all(one.channels, channel), lanes: all(one.lanes ?? {}, as) };
}
