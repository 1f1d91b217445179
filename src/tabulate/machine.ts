import { type AnyStateMachine, type AnyStateNode, StateMachine } from 'xstate';

import { type Chart, ModelError } from '../model/index.ts';

/** Copying a machine takes XState as long as hundreds of steps: each chart is looked through and copied once. */
const machines = new WeakMap<Chart, AnyStateMachine>();

/**
 * The XState machine that a chart is, bounded, once nothing in it needs a clock or other actors.
 *
 * @throws ModelError naming the party and the state with `after` or `invoke`, or when the chart is no XState machine.
 */
export function machineOf(party: string, chart: Chart): AnyStateMachine {
  const known = machines.get(chart);
  if (known !== undefined) return known;
  const machine = boundedMachine(party, chart);
  machines.set(chart, machine);
  return machine;
}

function boundedMachine(party: string, chart: Chart): AnyStateMachine {
  if (!(chart instanceof StateMachine)) {
    throw new ModelError(`the chart of "${party}" ${whyNoMachine(chart)}`);
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
  return boundedCopy(machine);
}

/** Why something is not a machine of the XState that is loaded here, with the mend: it is none at all, or another copy's. */
export function whyNoMachine(chart: object): string {
  return 'root' in chart && 'config' in chart && 'transition' in chart
    ? 'is a machine of another copy of XState than the one used here; keep one copy: `npm ls xstate` shows them, `npm dedupe` makes them one'
    : 'is not an XState machine; make it with setup(...).createMachine(...)';
}

/** A macrostep of more microsteps is taken for one that never ends. */
const MOST_MICROSTEPS = 1000;

/** A machine that gives up a macrostep which never ends, where XState would go on; with other actions, if any are given. */
export function boundedCopy(
  machine: AnyStateMachine,
  actions: Readonly<Record<string, (scope: unknown, params: unknown) => void>> = {},
): AnyStateMachine {
  const copy = machine.provide({ actions });
  copy.options = {
    ...copy.options,
    maxIterations: Math.min(MOST_MICROSTEPS, machine.options.maxIterations ?? Infinity),
  };
  return copy;
}

/** What went wrong when XState threw on a chart, in words. */
export function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith('Infinite loop detected')) return `a guard or action throws: ${message}`;
  return (
    `the macrostep has more than ${MOST_MICROSTEPS} microsteps and may never end: ` +
    '`always` transitions or raised events go round; guard one of them'
  );
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
