import type { State, Transition } from './chart.ts';
import { conditionText } from './transition-words.ts';

/** Transitions of one state that differ in their event alone, and are drawn as one. */
export type GroupedTransition = Transition & {
  /** All events, in the order of the chart; `event` is the first. */
  readonly events: readonly string[];
  readonly members: readonly Transition[];
};

/**
 * The transitions of a state, those events together for which the same candidates are written in the same order.
 *
 * @param apart what else keeps transitions apart, if anything: equal texts may be drawn together.
 */
export function groupedTransitions(
  state: State,
  apart: (transition: Transition) => string = () => '',
): readonly GroupedTransition[] {
  const byEvent = new Map<string, Transition[]>();
  for (const transition of state.transitions) {
    const key = `${transition.trigger} ${transition.event}`;
    byEvent.set(key, [...(byEvent.get(key) ?? []), transition]);
  }
  const alike = new Map<string, Transition[][]>();
  for (const [key, candidates] of byEvent) {
    const own = candidates[0]!.trigger === 'event' ? '' : key;
    const signature = JSON.stringify([own, candidates.map((each) => [shape(each), apart(each)])]);
    alike.set(signature, [...(alike.get(signature) ?? []), candidates]);
  }
  return [...alike.values()].flatMap((lists) =>
    lists[0]!.map((first, index) => {
      const members = lists.map((candidates) => candidates[index]!);
      const cites = [...new Set(members.flatMap((member) => member.cites))];
      return { ...first, cites, events: members.map(({ event }) => event), members };
    }),
  );
}

const shape = (transition: Transition): unknown => [
  conditionText(transition),
  transition.actions.map(({ text }) => text),
  transition.targets,
  transition.reenter,
];
