import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';

import { canonical, localText, type Message, type Party } from '../model/index.ts';

/** An action that a chart asks for. */
export type Action = { readonly type: string; readonly params?: unknown };

/** What a chart does on a message. */
export type Answer = {
  /** Whether a transition is written for it, if only one that does nothing. */
  readonly understood: boolean;
  /** Whether it does something: XState's `can`. */
  readonly possible: boolean;
  readonly next: AnyMachineSnapshot;
  readonly actions: readonly Action[];
};

/** Whoever knows what charts do. */
export type Charts = {
  readonly start: (party: Party) => { readonly snapshot: AnyMachineSnapshot; readonly actions: readonly Action[] };
  readonly answer: (party: Party, snapshot: AnyMachineSnapshot, message: Message) => Answer;
};

const bounded = new WeakMap<object, AnyStateMachine>();

/** A party's chart, which throws where a macrostep goes on for ever. */
function chartOf({ chart }: Party): AnyStateMachine {
  const copy = bounded.get(chart) ?? (chart as AnyStateMachine).provide({});
  copy.options.maxIterations = 1000;
  bounded.set(chart, copy);
  return copy;
}

/** XState's own pure functions, asked anew each time. */
export const askedAnew: Charts = {
  start: (party) => {
    const [snapshot, actions] = initialTransition(chartOf(party), party.input);
    return { snapshot: snapshot as AnyMachineSnapshot, actions };
  },
  answer: (party, snapshot, message) => {
    const active = snapshot.status === 'active';
    const understood = active && snapshot.machine.getTransitionData(snapshot, message).length > 0;
    if (!understood) return { understood, possible: false, next: snapshot, actions: [] };
    const [next, actions] = transition(chartOf(party), snapshot, message);
    return { understood, possible: snapshot.can(message), next: next as AnyMachineSnapshot, actions };
  },
};

/** The same answers, each asked for once: remembered by chart, text of the local state and text of the message. */
export function askedOnce(): Charts {
  const snapshots = new Map<object, Map<string, AnyMachineSnapshot>>();
  const answers = new WeakMap<AnyMachineSnapshot, Map<string, Answer>>();
  const texts = new WeakMap<Message, string>();
  const one = ({ chart }: Party, snapshot: AnyMachineSnapshot): AnyMachineSnapshot => {
    const known = ofKey(snapshots, chart, () => new Map<string, AnyMachineSnapshot>());
    return ofKey(known, localText(snapshot), () => snapshot);
  };
  return {
    start: (party) => {
      const { snapshot, actions } = askedAnew.start(party);
      return { snapshot: one(party, snapshot), actions };
    },
    answer: (party, snapshot, message) => {
      const known = ofKey(answers, snapshot, () => new Map<string, Answer>());
      const text = ofKey(texts, message, () => canonical(message, '$', 'kept'));
      return ofKey(known, text, () => {
        const answer = askedAnew.answer(party, snapshot, message);
        return { ...answer, next: one(party, answer.next) };
      });
    },
  };
}

/** What stands behind a key, made when it is first asked for. */
function ofKey<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
