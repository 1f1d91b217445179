import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';

import { type Chart, type Message, canonical, localText } from '../model/index.ts';
import { machineOf, nodesOf } from './machine.ts';
import { type Answer, Oracle } from './oracle.ts';

/** A local state, whichever chart it was met in. */
export type KnownLocal = Pick<AnyMachineSnapshot, 'value' | 'context' | 'status' | 'historyValue'>;

/** What a chart does on one event in one local state. */
export type KnownReaction = {
  /** All of it in one text: whether a transition is written, the local state after, what is sent to which port. */
  readonly text: string;
  /** How often transitions were selected, `always` and raised events included. */
  readonly microsteps: number;
  /** The value of the local state after. */
  readonly next: unknown;
};

/**
 * A chart asked what it does in local states that were met elsewhere: in another system, or by another chart with the
 * same states. Nothing is remembered.
 */
export class Reactions {
  readonly #machine: AnyStateMachine;
  readonly #oracle: Oracle;
  readonly #input: unknown;
  readonly #nodes: ReadonlyMap<string, ReturnType<typeof nodesOf>[number]>;

  /** @throws ModelError when the chart is no XState machine, or needs a clock or other actors. */
  constructor(chart: Chart, input: unknown) {
    this.#machine = machineOf(chart.id, chart);
    this.#input = input;
    this.#oracle = new Oracle(chart.id, this.#machine, input);
    this.#nodes = new Map(nodesOf(this.#machine).map((node) => [node.id, node]));
  }

  /** What the chart does on starting with its input. @throws ModelError when it throws or never comes to rest. */
  initial(): KnownReaction {
    return this.#told('taken', this.#oracle.initial(this.#input));
  }

  /** @throws ModelError when the chart throws or never comes to rest, or has no such state. */
  of(local: KnownLocal, event: Message): KnownReaction {
    const snapshot = this.#snapshot(local);
    const { kind } = this.#oracle.select(snapshot, event);
    if (kind === 'unspecified') return { text: kind, microsteps: 0, next: local.value };
    return this.#told(kind, this.#oracle.transition(snapshot, event));
  }

  #told(kind: string, { snapshot, actions, microsteps }: Answer): KnownReaction {
    const asked = actions.filter(({ type }) => type === 'send').map(({ params }) => canonical(params ?? null));
    return {
      text: `${kind} ${localText(snapshot)} ${asked.join(' ')}`,
      microsteps: microsteps.length,
      next: snapshot.value,
    };
  }

  #snapshot({ value, context, status, historyValue }: KnownLocal): AnyMachineSnapshot {
    const remembered = Object.entries(historyValue).map(([id, nodes]) => [
      id,
      nodes.flatMap((node) => this.#nodes.get(node.id) ?? []),
    ]);
    return this.#machine.resolveState({ value, context, status, historyValue: Object.fromEntries(remembered) });
  }
}
