/**
 * What the sends of a chart say, where only running tells: read off the tables of systems that were searched.
 */
import type { Composition } from '../compose/index.ts';
import type { Message } from '../model/index.ts';
import { type Action, type ChartDescription, type State, statesOf } from './chart.ts';

/** By the number of a computed action: what it was seen to say. */
export type SpokenSends = ReadonlyMap<number, string>;

type Said = { readonly port: string; readonly message: Message; readonly party: string; readonly event: string };

/** A chart whose computed sends say what they were seen to say. Those that were not seen stay `send`. */
export function withSpokenSends(chart: ChartDescription, sends: SpokenSends): ChartDescription {
  const spoken = (action: Action): Action => ({ ...action, text: sends.get(action.computed ?? -1) ?? action.text });
  const within = (state: State): State => ({
    ...state,
    transitions: state.transitions.map((one) => ({ ...one, actions: one.actions.map(spoken) })),
    states: state.states.map(within),
  });
  return { ...chart, root: within(chart.root) };
}

/**
 * What the sends of a chart's transitions said in searched systems.
 *
 * A send is told by its port, its message's type, and those numbers and texts in it that never differ at this send, but
 * do at others, and do not depend on whose chart it is (`user ! REPLY 504`). Only steps of a single transition count, in
 * which nothing else sends.
 */
export function spokenSends(chart: ChartDescription, compositions: readonly Composition[]): SpokenSends {
  const written = new Map(
    statesOf(chart.root).flatMap(({ transitions }) =>
      transitions.map(({ id, event, actions }) => [
        id,
        { event, sends: actions.filter(({ name }) => name === 'send') },
      ]),
    ),
  );
  const heard = new Map<number, Said[]>();
  for (const { parties, description } of compositions) {
    for (const { name: party, table } of parties.list) {
      if (table.chart !== chart.id) continue;
      const ports = Object.entries(description.parties[party]!.ports ?? {});
      for (const { reaction } of table.entries()) {
        const one = reaction.fired.length === 1 ? written.get(table.transitions.names[reaction.fired[0]!]!) : undefined;
        if (one === undefined || one.sends.length !== reaction.sends.length) continue;
        reaction.sends.forEach(({ channel, message }, place) => {
          const { computed } = one.sends[place]!;
          if (computed === undefined) return;
          const port = ports.find(([, leadsTo]) => leadsTo === channel)![0];
          const said = { port, party, event: one.event, message: parties.messages.at(message) };
          const known = heard.get(computed);
          if (known) known.push(said);
          else heard.set(computed, [said]);
        });
      }
    }
  }
  const silent = [...heard.values()].flatMap(partyFields);
  const telling = varyingFields([...heard.values()].flat()).filter((field) => !silent.includes(field));
  return new Map([...heard].map(([computed, said]) => [computed, inWords(said, telling)]));
}

/** A field of a message type. */
const fieldOf = ({ type }: Message, field: string): string => `${type}.${field}`;

/** The fields that have not the same value everywhere. */
function varyingFields(said: readonly Said[]): readonly string[] {
  const first = new Map<string, unknown>();
  const varying = new Set<string>();
  for (const { message } of said) {
    for (const [name, value] of Object.entries(message)) {
      const field = fieldOf(message, name);
      if (!first.has(field)) first.set(field, value);
      else if (first.get(field) !== value) varying.add(field);
    }
  }
  return [...varying];
}

/** The fields in which no value is common to two parties that say this. */
function partyFields(said: readonly Said[]): readonly string[] {
  const values = new Map<string, Map<string, Set<unknown>>>();
  for (const { message, party } of said) {
    for (const [name, value] of Object.entries(message)) {
      const field = fieldOf(message, name);
      const byParty = values.get(field) ?? new Map<string, Set<unknown>>();
      values.set(field, byParty);
      byParty.set(party, (byParty.get(party) ?? new Set()).add(value));
    }
  }
  const apart = (sets: readonly Set<unknown>[]): boolean =>
    sets.some((one, index) => sets.slice(index + 1).some((other) => ![...one].some((value) => other.has(value))));
  return [...values].filter(([, byParty]) => apart([...byParty.values()])).map(([field]) => field);
}

function inWords(said: readonly Said[], telling: readonly string[]): string {
  const texts = new Map<string, Said[]>();
  for (const one of said) {
    const key = `${one.port} ! ${one.message.type}`;
    texts.set(key, [...(texts.get(key) ?? []), one]);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, alike]) => [text, ...fixedValues(alike, telling)].join(' '))
    .join(' or ');
}

/** The telling fields that are the same in all these messages, and do not just repeat the event. */
function fixedValues(alike: readonly Said[], telling: readonly string[]): readonly string[] {
  const { message } = alike[0]!;
  return Object.entries(message).flatMap(([name, value]) => {
    const plain = typeof value === 'number' || typeof value === 'string';
    const fixed =
      plain && telling.includes(fieldOf(message, name)) && alike.every((one) => one.message[name] === value);
    return fixed && !alike.every(({ event }) => event === value) ? [String(value)] : [];
  });
}
