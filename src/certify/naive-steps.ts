/**
 * The steps of a system, by XState's own pure functions: no tables, no packing, no generated code.
 *
 * Shares with the engine only the description of a system and the canonical texts of local states and queues.
 */
import type { AnyMachineSnapshot } from 'xstate';

import {
  canonical,
  contentsText,
  type Fairness,
  type Fifo,
  localText,
  type Message,
  type Sending,
  type Step,
  type System,
} from '../model/index.ts';
import { type Action, askedAnew, type Charts } from './chart-answers.ts';

/** What a fifo channel holds, and how many messages it may yet lose and deliver twice. */
export type Queue = { readonly messages: readonly Message[]; readonly losses: number; readonly duplicates: number };

/** A state of a system: a snapshot for each party, the contents of each queue. Never changed; states share their parts. */
export type Global = {
  readonly locals: Readonly<Record<string, AnyMachineSnapshot>>;
  readonly queues: Readonly<Record<string, Queue>>;
};

/** An error that a step shows: nobody takes a message (`where` is the party), or a channel (`where`) is full. */
export type StepError = { kind: 'unspecified reception' | 'bound hit'; where: string; message: Message };

/** A step, the state that it leads to (none when a bound was hit) and what went wrong in it. */
export type Taken = { step: Step; fairness: Fairness; next: Global | undefined; errors: StepError[] };

type Draft = { locals: Record<string, AnyMachineSnapshot>; queues: Record<string, Queue> };
type Effects = { sends: Sending[]; errors: StepError[] };
type Call = { party: string; message: Message };

/** The text of a thing, made once for each object: steps share the parts that they do not change. */
const remembered = <T extends object>(make: (thing: T) => string): ((thing: T) => string) => {
  const texts = new WeakMap<T, string>();
  return (thing) => {
    const text = texts.get(thing) ?? make(thing);
    texts.set(thing, text);
    return text;
  };
};

/** The text of a party's local state. */
export const textOfLocal = remembered<AnyMachineSnapshot>(localText);
/** The text of a queue. */
export const textOfQueue = remembered<Queue>(contentsText);

/** One text for each state. */
export const keyOf = ({ locals, queues }: Global): string =>
  canonical([Object.values(locals).map(textOfLocal), Object.values(queues).map(textOfQueue)]);

const receiver = (to: Fifo['to'], message: Message): string => (typeof to === 'function' ? to(message) : to);

/** Carries out the sends of one macrostep: into the queues at once, direct calls into `calls`. */
function send(
  system: System,
  state: Draft,
  from: string,
  actions: readonly Action[],
  calls: Call[],
  effects: Effects,
): void {
  for (const { type, params } of actions) {
    // A raise without delay has already been taken within the macrostep.
    if (type === 'xstate.raise' && (params as { delay?: number }).delay === undefined) continue;
    if (type !== 'send') throw new Error(`party "${from}" asks for the action "${type}": only "send" is carried out`);
    const { to: port, message } = params as { to: string; message: Message };
    const channel = system.parties[from]!.ports?.[port];
    if (channel === undefined)
      throw new Error(`party "${from}" sends ${message.type} to port "${port}", which it has not got`);
    const { kind, to } = system.channels[channel]!;
    effects.sends.push({ from, channel, to: receiver(to, message), message });
    const queue = state.queues[channel]!;
    if (kind === 'direct') calls.push({ party: receiver(to, message), message });
    else if (queue.messages.length < (system.channels[channel] as Fifo).capacity)
      state.queues[channel] = { ...queue, messages: [...queue.messages, message] };
    else effects.errors.push({ kind: 'bound hit', where: channel, message });
  }
}

/** Delivers the calls first in, first out, with all that follows from them within the same step. */
function deliver(system: System, state: Draft, calls: Call[], effects: Effects, charts: Charts): void {
  for (let inner = 0, call = calls.shift(); call; inner++, call = calls.shift()) {
    if (inner > 1000) throw new Error(`more than 1000 direct calls in one step, the last to party "${call.party}"`);
    const { party, message } = call;
    const { understood, next, actions } = charts.answer(system.parties[party]!, state.locals[party]!, message);
    if (!understood) {
      effects.errors.push({ kind: 'unspecified reception', where: party, message });
      continue;
    }
    state.locals[party] = next;
    send(system, state, party, actions, calls, effects);
  }
}

/** The first state, after the sends of the initial snapshots were carried out, parties in order. */
export function initialState(system: System, charts: Charts = askedAnew): { state: Global; errors: StepError[] } {
  const started = Object.entries(system.parties).map(([name, party]) => [name, charts.start(party)] as const);
  const state: Draft = {
    locals: Object.fromEntries(started.map(([party, { snapshot }]) => [party, snapshot])),
    queues: Object.fromEntries(
      Object.entries(system.channels).flatMap(([name, channel]) =>
        channel.kind === 'fifo'
          ? [[name, { messages: [], losses: channel.loses ?? 0, duplicates: channel.duplicates ?? 0 }]]
          : [],
      ),
    ),
  };
  const effects: Effects = { sends: [], errors: [] };
  for (const [party, { actions }] of started) {
    const calls: Call[] = [];
    send(system, state, party, actions, calls, effects);
    deliver(system, state, calls, effects, charts);
  }
  const full = effects.errors.find(({ kind }) => kind === 'bound hit');
  if (full) throw new Error(`channel "${full.where}" is full before the first step`);
  return { state, errors: effects.errors };
}

type Move = Omit<Step, 'sends'> & { fairness: Fairness; place: number };

/** Places of the messages that may be taken: the head, or the first of each lane. */
function heads({ lane }: Fifo, messages: readonly Message[]): number[] {
  const lanes = messages.map((message) => lane?.(message));
  return lanes.flatMap((name, place) => (lanes.indexOf(name) === place ? [place] : []));
}

function ownMoves(system: System, { locals }: Global, charts: Charts): Move[] {
  return Object.entries(system.parties).flatMap(([name, party]) =>
    (party.own ?? [])
      .filter(({ event }) => charts.answer(party, locals[name]!, event).possible)
      .map(({ event: message, fairness, class: named = `${name}.${message.type}` }): Move => {
        return { kind: 'own', party: name, message, class: named, fairness, place: 0 };
      }),
  );
}

function channelMoves(system: System, { locals, queues }: Global): Move[] {
  return Object.entries(queues).flatMap(([channel, { messages, losses, duplicates }]) => {
    if (messages.length === 0) return [];
    const fifo = system.channels[channel] as Fifo;
    const all = heads(fifo, messages).map((place) => {
      const message = messages[place]!;
      return { party: receiver(fifo.to, message), channel, message, place };
    });
    const open = all.filter(({ party }) => fifo.whileTagged === undefined || locals[party]!.tags.has(fifo.whileTagged));
    const moves = (kind: Step['kind'], fairness: Fairness, these: typeof all): Move[] =>
      these.map((head) => ({ kind, ...head, class: `${channel} ${kind}s`, fairness }));
    return [
      ...moves('deliver', fifo.fairness ?? 'weak', open),
      ...moves('lose', 'none', losses > 0 ? all : []),
      ...moves('duplicate', 'none', duplicates > 0 ? open : []),
    ];
  });
}

/** What is left of a queue once a move has taken its message. */
function after({ messages, losses, duplicates }: Queue, { kind, place }: Move): Queue {
  return {
    messages: kind === 'duplicate' ? messages : messages.toSpliced(place, 1),
    losses: kind === 'lose' ? losses - 1 : losses,
    duplicates: kind === 'duplicate' ? duplicates - 1 : duplicates,
  };
}

/** All steps of a state, in the order that numbers them. */
export function stepsOf(system: System, state: Global, charts: Charts = askedAnew): Taken[] {
  return [...ownMoves(system, state, charts), ...channelMoves(system, state)].map((whole) => {
    const { fairness, place: _, ...move } = whole;
    const next: Draft = { locals: { ...state.locals }, queues: { ...state.queues } };
    const effects: Effects = { sends: [], errors: [] };
    const { channel } = move;
    if (channel !== undefined) next.queues[channel] = after(state.queues[channel]!, whole);
    const calls = [{ party: move.party, message: move.message }];
    if (move.kind !== 'lose') deliver(system, next, calls, effects, charts);
    const full = effects.errors.some(({ kind }) => kind === 'bound hit');
    return { step: { ...move, sends: effects.sends }, fairness, next: full ? undefined : next, errors: effects.errors };
  });
}
