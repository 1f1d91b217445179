/**
 * What the sends of a chart say, where only running tells: read off the tables of systems that were searched.
 */
import type { Composition } from '../compose/index.ts';
import type { Message } from '../model/index.ts';
import type { Action, ChartDescription, State, Transition } from './chart.ts';

/** By the id of a transition: for each of its sends, in order, what it was seen to say. */
export type SpokenSends = Readonly<Record<string, readonly string[]>>;

type Said = { readonly port: string; readonly message: Message };

const isOpen = ({ name, text }: Action): boolean => name === 'send' && text === 'send';

/** A chart whose computed sends say what they were seen to say. Those that were not seen stay `send`. */
export function withSpokenSends(chart: ChartDescription, sends: SpokenSends): ChartDescription {
  const spoken = (transition: Transition): Transition => {
    const said = sends[transition.id];
    if (!said) return transition;
    let next = 0;
    const actions = transition.actions.map((action) => {
      if (action.name !== 'send') return action;
      const text = said[next++];
      return text !== undefined && isOpen(action) ? { ...action, text } : action;
    });
    return { ...transition, actions };
  };
  const within = (state: State): State => ({
    ...state,
    transitions: state.transitions.map(spoken),
    states: state.states.map(within),
  });
  return { ...chart, root: within(chart.root) };
}

/**
 * What the sends of a chart's transitions said in searched systems.
 *
 * A send is told by its port, its message's type, and those plain fields that never differ at this send but do elsewhere
 * (`user ! REPLY 504`). Only steps of a single transition count, in which nothing else sends.
 */
export function spokenSends(chart: ChartDescription, compositions: readonly Composition[]): SpokenSends {
  const counts = new Map<string, number>();
  const count = (state: State): void => {
    for (const { id, actions } of state.transitions) {
      if (actions.some(isOpen)) counts.set(id, actions.filter(({ name }) => name === 'send').length);
    }
    state.states.forEach(count);
  };
  count(chart.root);
  const heard = new Map<string, Said[][]>();
  for (const { parties, description } of compositions) {
    for (const { name, table } of parties.list) {
      if (table.chart !== chart.id) continue;
      const ports = Object.entries(description.parties[name]!.ports ?? {});
      for (const { reaction } of table.entries()) {
        const id = table.transitions.names[reaction.fired[0] ?? -1];
        if (id === undefined || reaction.fired.length !== 1 || counts.get(id) !== reaction.sends.length) continue;
        const places = heard.get(id) ?? reaction.sends.map(() => []);
        heard.set(id, places);
        reaction.sends.forEach(({ channel, message }, place) => {
          const port = ports.find(([, leadsTo]) => leadsTo === channel)?.[0] ?? channel;
          places[place]!.push({ port, message: parties.messages.at(message) });
        });
      }
    }
  }
  const telling = varyingFields([...heard.values()].flat());
  return Object.fromEntries([...heard].map(([id, places]) => [id, places.map((said) => inWords(said, telling))]));
}

/** By message type, the fields that have not the same value everywhere. */
function varyingFields(places: readonly Said[][]): ReadonlyMap<string, ReadonlySet<string>> {
  const first = new Map<string, Message>();
  const varying = new Map<string, Set<string>>();
  for (const { message } of places.flat()) {
    const known = first.get(message.type);
    if (!known) first.set(message.type, message);
    for (const [field, value] of Object.entries(known ?? {})) {
      if (value === message[field]) continue;
      varying.set(message.type, (varying.get(message.type) ?? new Set()).add(field));
    }
  }
  return varying;
}

function inWords(said: readonly Said[], telling: ReadonlyMap<string, ReadonlySet<string>>): string {
  const texts = new Map<string, Said[]>();
  for (const one of said) {
    const key = `${one.port} ! ${one.message.type}`;
    texts.set(key, [...(texts.get(key) ?? []), one]);
  }
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, alike]) => [text, ...fixedFields(alike, telling.get(alike[0]!.message.type) ?? new Set())].join(' '))
    .join(' or ');
}

/** The values of the telling fields that are the same in all these messages, numbers and texts only. */
function fixedFields(alike: readonly Said[], telling: ReadonlySet<string>): readonly string[] {
  return [...telling].flatMap((field) => {
    const values = new Set(alike.map(({ message }) => message[field]));
    const [value] = values;
    return values.size === 1 && (typeof value === 'number' || typeof value === 'string') ? [String(value)] : [];
  });
}
