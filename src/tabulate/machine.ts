import { type AnyStateMachine, type AnyStateNode, StateMachine } from 'xstate';

import { type Chart, ModelError } from '../model/index.ts';

/**
 * The XState machine that a chart is, once nothing in it needs a clock or other actors.
 *
 * @throws ModelError naming the party and the state with `after` or `invoke`, or when the chart is no XState machine.
 */
export function machineOf(party: string, chart: Chart): AnyStateMachine {
  if (!(chart instanceof StateMachine)) {
    throw new ModelError(
      `the chart of "${party}" is not an XState machine; make it with setup(...).createMachine(...)`,
    );
  }
  const machine = chart as AnyStateMachine;
  for (const node of nodesOf(machine)) {
    if (node.after.length > 0) {
      throw new ModelError(
        `chart of "${party}", state "${node.id}": \`after\` needs a clock; ` +
          "make the time-out an event of the chart and list it among the party's own steps",
      );
    }
    if (node.invoke.length > 0) {
      throw new ModelError(
        `chart of "${party}", state "${node.id}": \`invoke\` starts another actor; make it a party of the system`,
      );
    }
  }
  return machine;
}

/** Every state of a machine, the root first, in document order. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = [];
  const visit = (node: AnyStateNode): void => {
    nodes.push(node);
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);
  return nodes;
}
