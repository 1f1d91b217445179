/**
 * The steps of a system, by XState's own pure functions: no tables, no packing, no memory of earlier answers.
 *
 * Shares with the engine only the description of a system and the canonical text of a value.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';

import {
  canonical,
  type Fairness,
  type Fifo,
  type LocalView,
  type Message,
  type Sending,
  type Step,
  type System,
  type View,
} from '../../src/model/index.ts';

type Queue = { messages: Message[]; losses: number; duplicates: number };

/** A state of a system: a snapshot for each party, the contents and the remaining faults of each queue. */
export type Global = { locals: Record<string, AnyMachineSnapshot>; queues: Record<string, Queue> };

/** An error that a step shows: nobody takes a message (`where` is the party), or a channel (`where`) is full. */
export type StepError = { kind: 'unspecified reception' | 'bound hit'; where: string; message: Message };

/** A step, the state that it leads to (none when a bound was hit) and what went wrong in it. */
export type Taken = { step: Step; fairness: Fairness; next: Global | undefined; errors: StepError[] };

type Effects = { sends: Sending[]; errors: StepError[] };
type Call = { party: string; message: Message };
type Action = { type: string; params?: unknown };

const selected = (snapshot: AnyMachineSnapshot, message: Message): readonly unknown[] =>
  snapshot.status === 'active' ? snapshot.machine.getTransitionData(snapshot, message) : [];
const takes = (snapshot: AnyMachineSnapshot, message: Message): boolean =>
  snapshot.status === 'active' && snapshot.can(message);
const copy = (state: Global): Global => ({
  locals: { ...state.locals },
  queues: Object.fromEntries(
    Object.entries(state.queues).map(([name, queue]) => [name, { ...queue, messages: [...queue.messages] }]),
  ),
});

const texts = new WeakMap<AnyMachineSnapshot, string>();

/** One text for each local state, made once for each snapshot: steps share the snapshots of those who do not move. */
function localText(snapshot: AnyMachineSnapshot): string {
  const known = texts.get(snapshot);
  if (known !== undefined) return known;
  const { value, context, status, historyValue } = snapshot;
  const history = Object.entries(historyValue ?? {}).map(([id, nodes]) => [
    id,
    nodes.map((node: { id: string }) => node.id).sort(),
  ]);
  const text = canonical([value, context, status, Object.fromEntries(history)], '$', 'kept');
  texts.set(snapshot, text);
  return text;
}

/** One text for each state. */
export const keyOf = ({ locals, queues }: Global): string =>
  canonical([Object.values(locals).map(localText), Object.values(queues)]);

const inside = (value: unknown, [name, ...rest]: readonly string[]): boolean =>
  typeof value === 'string'
    ? value === name && rest.length === 0
    : Object.hasOwn(value as object, name!) &&
      (rest.length === 0 || inside((value as Record<string, unknown>)[name!], rest));

/** What claims read of a state. */
export const viewOf = ({ locals, queues }: Global): View => ({
  party: Object.fromEntries(
    Object.entries(locals).map(([name, { value, context, tags }]): [string, LocalView] => [
      name,
      { value, context, matches: (path) => inside(value, path.split('.')), hasTag: (tag) => tags.has(tag) },
    ]),
  ),
  channel: Object.fromEntries(Object.entries(queues).map(([name, { messages }]) => [name, messages])),
});

const receiver = (to: Fifo['to'], message: Message): string => (typeof to === 'function' ? to(message) : to);

const bounded = new WeakMap<AnyStateMachine, AnyStateMachine>();

/** A party's chart, which throws where a macrostep goes on for ever. */
function chartOf(system: System, party: string): AnyStateMachine {
  const chart = system.parties[party]!.chart as AnyStateMachine;
  const copy = bounded.get(chart) ?? chart.provide({});
  copy.options.maxIterations = 1000;
  bounded.set(chart, copy);
  return copy;
}

/** Carries out the sends of one macrostep: into the queues at once, direct calls into `calls`. */
function send(
  system: System,
  state: Global,
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
    if (kind === 'direct') calls.push({ party: receiver(to, message), message });
    else if (state.queues[channel]!.messages.length < (system.channels[channel] as Fifo).capacity)
      state.queues[channel]!.messages.push(message);
    else effects.errors.push({ kind: 'bound hit', where: channel, message });
  }
}

/** Delivers the calls first in, first out, with all that follows from them within the same step. */
function deliver(system: System, state: Global, calls: Call[], effects: Effects): void {
  for (let inner = 0, call = calls.shift(); call; inner++, call = calls.shift()) {
    if (inner > 1000) throw new Error(`more than 1000 direct calls in one step, the last to party "${call.party}"`);
    const { party, message } = call;
    if (selected(state.locals[party]!, message).length === 0) {
      effects.errors.push({ kind: 'unspecified reception', where: party, message });
      continue;
    }
    const [next, actions] = transition(chartOf(system, party), state.locals[party]!, message);
    state.locals[party] = next as AnyMachineSnapshot;
    send(system, state, party, actions, calls, effects);
  }
}

/** The first state, after the sends of the initial snapshots were carried out, parties in order. */
export function initialState(system: System): { state: Global; errors: StepError[] } {
  const started = Object.entries(system.parties).map(
    ([party, { input }]) => [party, initialTransition(chartOf(system, party), input)] as const,
  );
  const state: Global = {
    locals: Object.fromEntries(started.map(([party, [snapshot]]) => [party, snapshot as AnyMachineSnapshot])),
    queues: Object.fromEntries(
      Object.entries(system.channels).flatMap(([name, channel]) =>
        channel.kind === 'fifo'
          ? [[name, { messages: [], losses: channel.loses ?? 0, duplicates: channel.duplicates ?? 0 }]]
          : [],
      ),
    ),
  };
  const effects: Effects = { sends: [], errors: [] };
  for (const [party, [, actions]] of started) {
    const calls: Call[] = [];
    send(system, state, party, actions, calls, effects);
    deliver(system, state, calls, effects);
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

function ownMoves(system: System, { locals }: Global): Move[] {
  return Object.entries(system.parties).flatMap(([party, { own = [] }]) =>
    own
      .filter(({ event }) => takes(locals[party]!, event))
      .map(({ event: message, fairness, class: name = `${party}.${message.type}` }): Move => {
        return { kind: 'own', party, message, class: name, fairness, place: 0 };
      }),
  );
}

function channelMoves(system: System, { locals, queues }: Global): Move[] {
  return Object.entries(queues).flatMap(([channel, { messages, losses, duplicates }]) => {
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

/** All steps of a state, in the order that numbers them. */
export function stepsOf(system: System, state: Global): Taken[] {
  return [...ownMoves(system, state), ...channelMoves(system, state)].map(({ fairness, place, ...move }) => {
    const next = copy(state);
    const effects: Effects = { sends: [], errors: [] };
    const queue = next.queues[move.channel ?? ''];
    if (queue && move.kind !== 'duplicate') queue.messages.splice(place, 1);
    if (queue && move.kind === 'lose') queue.losses--;
    if (queue && move.kind === 'duplicate') queue.duplicates--;
    if (move.kind !== 'lose') deliver(system, next, [{ party: move.party, message: move.message }], effects);
    const full = effects.errors.some(({ kind }) => kind === 'bound hit');
    return { step: { ...move, sends: effects.sends }, fairness, next: full ? undefined : next, errors: effects.errors };
  });
}
