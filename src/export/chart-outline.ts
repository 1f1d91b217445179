import type { Action, State } from './chart.ts';
import { groupedTransitions, type GroupedTransition } from './grouped-transitions.ts';
import { transitionText } from './transition-words.ts';

/** An arrow of a chart, for tools that draw labels of one line. */
export type TextArrow = { readonly from: string; readonly to: string; readonly text: string };

/** A state as text tools draw it: rows inside, arrows out of it. Paths name the states. */
export type StateOutline = { readonly rows: readonly string[]; readonly arrows: readonly TextArrow[] };

/** What stands in a state and what leaves it, in words; events that are treated alike stand together. */
export function outlineOf(state: State): StateOutline {
  const grouped = groupedTransitions(state);
  return {
    rows: [
      ...onPassage('entry', state.entry),
      ...onPassage('exit', state.exit),
      ...grouped.filter(({ targets }) => targets.length === 0).map(groupedText),
    ],
    arrows: grouped.flatMap((transition) =>
      transition.targets.map((to) => ({ from: state.path, to, text: groupedText(transition) })),
    ),
  };
}

const onPassage = (word: string, actions: readonly Action[]): readonly string[] =>
  actions.length === 0 ? [] : [`${word} / ${actions.map(({ text }) => text).join('; ')}`];

const groupedText = (transition: GroupedTransition): string =>
  transitionText({ ...transition, event: transition.events.join(', ') });
