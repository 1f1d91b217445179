import { type AnyStateMachine, enqueueActions } from 'xstate';

import { type Message, canonical } from '../model/index.ts';

/** What a chart gives to a port. */
export type Said = { readonly to: string; readonly message: Message };

/** All that a chart was ever heard to say, by port. */
export type Alphabet = ReadonlyMap<string, readonly Message[]>;

/** What an action does that an edit can leave out or change. */
export type Deed = 'send' | 'assign' | 'raise' | 'other';

type Function = { readonly type?: string; readonly collect?: (scope: object, params: unknown) => void };
type Named = { readonly type: string; readonly params?: unknown };

/** The definition behind an action as it is written: a function of XState's, or nothing where it is carried out outside. */
function definition(machine: AnyStateMachine, action: unknown): Function | undefined {
  if (typeof action === 'function') return action as Function;
  const name = typeof action === 'string' ? action : (action as Named).type;
  return machine.implementations.actions[name] as Function | undefined;
}

/** What an action of a chart does, as written there. */
export function deedOf(machine: AnyStateMachine, action: unknown): Deed {
  if ((action as Named).type === 'send') return 'send';
  switch (definition(machine, action)?.type) {
    case 'xstate.assign':
      return 'assign';
    case 'xstate.raise':
      return 'raise';
    case 'xstate.enqueueActions':
      return 'send';
    default:
      return 'other';
  }
}

/** The name of an action, where it has one of its own. */
export const nameOf = (action: unknown): string | undefined =>
  typeof action === 'string' ? action : (action as Named).type === 'send' ? undefined : (action as Named).type;

/** An action that sends, saying something else instead. */
export function saying(machine: AnyStateMachine, action: unknown, other: (said: Said) => Said): unknown {
  const written = action as Named;
  if (written.type === 'send') {
    const { params } = written;
    if (typeof params !== 'function') return { type: 'send', params: other(params as Said) };
    return { type: 'send', params: (...scope: unknown[]) => other((params as (...of: unknown[]) => Said)(...scope)) };
  }
  const { collect } = definition(machine, action)!;
  const own = written.params;
  return enqueueActions((scope) => {
    const passed = (asked: Named): void =>
      scope.enqueue((asked.type === 'send' ? { type: 'send', params: other(asked.params as Said) } : asked) as never);
    const params = typeof own === 'function' ? (own as (of: object) => unknown)(scope) : own;
    collect!({ ...scope, enqueue: Object.assign(passed, scope.enqueue) }, params);
  });
}

/**
 * Another message of the same port: the one that differs in the fewest fields, rather in its type than in a plain field,
 * rather in a plain field than in others; of several the next in the order of their texts. The same where there is none.
 */
export function changed(alphabet: Alphabet): (said: Said) => Said {
  const known = new Map<string, Said>();
  return (said) => {
    const key = canonical(said);
    const found = known.get(key) ?? { to: said.to, message: other(said.message, alphabet.get(said.to) ?? []) };
    known.set(key, found);
    return found;
  };
}

function other(message: Message, all: readonly Message[]): Message {
  const own = canonical(message);
  const ranked = all
    .map((each) => ({ each, text: canonical(each) }))
    .filter(({ text }) => text !== own)
    .map(({ each, text }) => ({ each, rank: distance(message, each), wraps: text < own ? 1 : 0, text }))
    .sort((a, b) => a.rank - b.rank || a.wraps - b.wraps || (a.text < b.text ? -1 : 1));
  return ranked[0]?.each ?? message;
}

/** How far a message is from another: a field that is an object counts a little more, the type a little less. */
function distance(a: Message, b: Message): number {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  let sum = 0;
  for (const field of fields) {
    if (canonical(a[field] ?? null) === canonical(b[field] ?? null)) continue;
    sum += field === 'type' ? 10 : typeof a[field] === 'object' || typeof b[field] === 'object' ? 12 : 11;
  }
  return sum;
}

/** The next port, in the order of their names, that carries messages of the same type; the same where there is none. */
export function misdirected(alphabet: Alphabet): (said: Said) => Said {
  const ports = [...alphabet.keys()].sort();
  return ({ to, message }) => {
    const at = ports.indexOf(to);
    const others = [...ports.slice(at + 1), ...ports.slice(0, Math.max(0, at))];
    const port = others.find((one) => alphabet.get(one)!.some(({ type }) => type === message.type));
    return { to: port ?? to, message };
  };
}

/** Whether any message type is carried by two ports: without, nothing can be misdirected. */
export function portsOverlap(alphabet: Alphabet): boolean {
  const types = [...alphabet.values()].flatMap((messages) => [...new Set(messages.map(({ type }) => type))]);
  return new Set(types).size < types.length;
}
