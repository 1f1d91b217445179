import type { AnyStateMachine } from 'xstate';

import type { MutationOperator } from '../model/index.ts';
import type { Rule } from './chart-config.ts';
import type { RuleEdit } from './chart-mutants.ts';
import { type Alphabet, changed, deedOf, misdirected, nameOf, portsOverlap, saying } from './sends.ts';

/** Edits of what a transition does: its sends, raised events and assignments, one after the other. */
export function actionEdits(machine: AnyStateMachine, { actions = [] }: Rule, alphabet: Alphabet): readonly RuleEdit[] {
  const deeds = actions.map((action) => deedOf(machine, action));
  const sends = deeds.flatMap((deed, at) => (deed === 'send' ? [at] : []));
  return [
    ...(sends.length > 1 ? [doubled(sends)] : []),
    ...actions.flatMap((action, at) => {
      const what =
        nameOf(action) ?? (sends.length > 1 ? `send ${sends.indexOf(at) + 1} of ${sends.length}` : 'the send');
      const edit = editor(at, actions.length);
      const next = sends[sends.indexOf(at) + 1];
      switch (deeds[at]) {
        case 'assign':
          return [edit('assignment dropped', `${what} is left out`, () => [])];
        case 'raise':
          return [edit('send dropped', `raising ${what} is left out`, () => [])];
        case 'send':
          return [
            edit('send dropped', `${what} is left out`, () => []),
            edit('send doubled', `${what} comes twice`, (one) => [one, one]),
            edit('send changed', `${what} says something else`, (one) => [saying(machine, one, changed(alphabet))]),
            ...(portsOverlap(alphabet)
              ? [
                  edit('send misdirected', `${what} goes to another port`, (one) => [
                    saying(machine, one, misdirected(alphabet)),
                  ]),
                ]
              : []),
            ...(next === undefined ? [] : [swapped(at, next, what)]),
          ];
        default:
          return [];
      }
    }),
  ];
}

const editor =
  (at: number, many: number) =>
  (operator: MutationOperator, says: string, make: (action: unknown) => readonly unknown[]): RuleEdit => ({
    operator,
    ...(many > 1 && { which: String(at + 1) }),
    says,
    rules: ({ actions = [], ...rule }) => [
      { ...rule, actions: actions.flatMap((action, place) => (place === at ? make(action) : [action])) },
    ],
  });

const doubled = (sends: readonly number[]): RuleEdit => ({
  operator: 'transition doubled',
  says: 'all its sends come twice',
  rules: ({ actions = [], ...rule }) => [
    { ...rule, actions: [...actions, ...actions.filter((_, at) => sends.includes(at))] },
  ],
});

const swapped = (at: number, next: number, what: string): RuleEdit => ({
  operator: 'sends swapped',
  which: String(at + 1),
  says: `${what} changes places with the send after it`,
  rules: ({ actions = [], ...rule }) => [
    {
      ...rule,
      actions: actions.map((action, place) => (place === at ? actions[next] : place === next ? actions[at] : action)),
    },
  ],
});
