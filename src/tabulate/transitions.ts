import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

import { nodesOf } from './machine.ts';

/** The transitions of a chart by number, each with a name that stays the same from run to run. */
export type Transitions = {
  /** `<state id> on <event> -> <target ids>`; `#n` after the event where a state has several for it. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<AnyTransitionDefinition, number>;
};

/** Every transition that a chart declares: on events, on completion, and `always`. */
export function transitionsOf(machine: AnyStateMachine): Transitions {
  const names: string[] = [];
  const numbers = new Map<AnyTransitionDefinition, number>();
  for (const node of nodesOf(machine)) {
    for (const [event, transitions] of [...node.transitions, ['', node.always ?? []] as const]) {
      transitions.forEach((transition: AnyTransitionDefinition, index: number) => {
        numbers.set(transition, names.length);
        names.push(nameOf(node, event, transition, transitions.length > 1 ? `#${index + 1}` : ''));
      });
    }
  }
  return { names, numbers };
}

function nameOf(node: AnyStateNode, event: string, transition: AnyTransitionDefinition, which: string): string {
  const when = event === '' ? 'always' : `on ${event}`;
  const targets = (transition.target ?? []).map(({ id }) => id).join(', ');
  return `${node.id} ${when}${which}${targets && ` -> ${targets}`}`;
}
