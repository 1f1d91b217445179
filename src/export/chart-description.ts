/**
 * Reads an XState machine. The only file of the exports that knows XState's own objects.
 */
import { type AnyStateMachine, type AnyStateNode, type AnyTransitionDefinition, StateMachine } from 'xstate';

import { type Chart, ModelError } from '../model/index.ts';
import { transitionsOf, whyNoMachine } from '../tabulate/index.ts';
import type { Action, ChartDescription, Guard, State, Transition } from './chart.ts';

/** A guard or an action as XState keeps it: a name, a name with parameters, a function that may bear a name or a type. */
type Kept =
  | string
  | {
      readonly type?: string;
      readonly name?: string;
      readonly params?: unknown;
      readonly check?: { readonly name: string };
      readonly guards?: readonly Kept[];
      readonly stateValue?: unknown;
      readonly event?: unknown;
      readonly sendId?: unknown;
    };

/**
 * A chart as data, with the ids of transitions that reports use.
 *
 * @throws ModelError when the chart is no XState machine.
 */
export function chartDescription(chart: Chart): ChartDescription {
  if (!(chart instanceof StateMachine)) {
    throw new ModelError(`the chart "${chart.id}" ${whyNoMachine(chart)}`);
  }
  const machine = chart as AnyStateMachine;
  return { id: machine.id, root: new Reader(machine).state(machine.root) };
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');

class Reader {
  readonly #machine: AnyStateMachine;
  readonly #ids: ReadonlyMap<AnyTransitionDefinition, string>;
  /** Functions that compute parameters, numbered as they are met. */
  readonly #computing: unknown[] = [];

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
    const { names, numbers } = transitionsOf(machine);
    this.#ids = new Map([...numbers].map(([transition, number]) => [transition, names[number]!]));
  }

  state(node: AnyStateNode): State {
    const written = [...node.transitions, ['', node.always ?? []] as const];
    return {
      path: pathOf(node),
      key: node.key,
      kind: node.type === 'history' ? `${node.history === 'deep' ? 'deep' : 'shallow'} history` : node.type,
      initial: this.#initialOf(node),
      initialActions: node.type === 'compound' ? this.#actions(node.initial.actions) : [],
      entry: this.#actions(node.entry),
      exit: this.#actions(node.exit),
      tags: node.tags,
      transitions: written.flatMap(([event, candidates]) =>
        candidates.map((candidate: AnyTransitionDefinition, index: number) =>
          this.#transition(node, event, candidate, candidates.slice(0, index)),
        ),
      ),
      states: Object.values(node.states).map((child) => this.state(child)),
    };
  }

  #initialOf(node: AnyStateNode): readonly string[] {
    if (node.type === 'compound') return node.initial.target.map(pathOf);
    if (node.type !== 'history') return [];
    const given = [(node.config.target ?? []) as string | readonly string[]].flat();
    const parent = node.parent!;
    if (given.length > 0) return given.map((to) => [...parent.path, ...to.split('.').filter(Boolean)].join('.'));
    return parent.type === 'compound' ? parent.initial.target.map(pathOf) : [];
  }

  #transition(
    node: AnyStateNode,
    event: string,
    definition: AnyTransitionDefinition,
    before: readonly AnyTransitionDefinition[],
  ): Transition {
    const { guard, actions, target = [], reenter, meta } = definition;
    const cites = (meta as { cites?: unknown } | undefined)?.cites;
    return {
      id: this.#ids.get(definition)!,
      ...triggerOf(node, event),
      ...(guard !== undefined && { guard: this.#guard(guard as Kept) }),
      otherwise: guard === undefined && before.some((candidate) => candidate.guard !== undefined),
      actions: this.#actions(actions),
      targets: target.map(pathOf),
      reenter,
      cites: Array.isArray(cites) ? cites.map(String) : [],
    };
  }

  #guard(guard: Kept): Guard {
    if (typeof guard === 'string') return { kind: 'named', name: guard };
    const of = (): readonly Guard[] => guard.guards!.map((each) => this.#guard(each));
    switch (guard.check?.name) {
      case 'checkNot':
        return { kind: 'not', of: of() };
      case 'checkAnd':
        return { kind: 'and', of: of() };
      case 'checkOr':
        return { kind: 'or', of: of() };
      case 'checkStateIn':
        return { kind: 'in', states: this.#statesMeant(guard.stateValue) };
    }
    const params = plain(guard.params);
    return { kind: 'named', name: guard.type ?? (guard.name || 'guard'), ...(params !== undefined && { params }) };
  }

  #statesMeant(value: unknown): readonly string[] {
    if (typeof value === 'string')
      return [value.startsWith('#') ? pathOf(this.#machine.getStateNodeById(value)) : value];
    return Object.entries(value as Record<string, unknown>).flatMap(([key, below]) =>
      this.#statesMeant(below).map((path) => `${key}.${path}`),
    );
  }

  #actions(actions: readonly unknown[]): readonly Action[] {
    return (actions as readonly Kept[]).filter((action) => !isClockwork(action)).map((action) => this.#action(action));
  }

  #action(action: Kept): Action {
    const { type, params } = typeof action === 'string' ? { type: action, params: undefined } : action;
    const builtIn = type?.startsWith('xstate.') ? action : undefined;
    const kept = builtIn ?? (this.#machine.implementations.actions[type ?? ''] as Kept | undefined);
    const raises = raisedBy(kept);
    const name = builtIn ? type!.slice('xstate.'.length) : (type ?? ((action as { name?: string }).name || 'action'));
    const text = builtIn && raises ? `raise ${raises}` : told(name, plain(params));
    const computed = typeof params === 'function' ? { computed: this.#numberOf(params) } : {};
    return { name, text, ...(raises !== undefined && { raises }), ...computed };
  }

  #numberOf(code: unknown): number {
    const known = this.#computing.indexOf(code);
    return known < 0 ? this.#computing.push(code) - 1 : known;
  }
}

/** XState starts and stops the clock of `after` by actions of its own: the transition says so already. */
const isClockwork = (action: Kept): boolean =>
  typeof action !== 'string' &&
  [raisedBy(action), action.sendId].some((id) => typeof id === 'string' && id.startsWith('xstate.after.'));

function raisedBy(action: Kept | undefined): string | undefined {
  if (action === undefined || typeof action === 'string' || action.type !== 'xstate.raise') return undefined;
  return (action.event as { type?: string } | undefined)?.type ?? '';
}

function triggerOf(node: AnyStateNode, event: string): Pick<Transition, 'trigger' | 'event'> {
  if (event === '') return { trigger: 'always', event };
  const after = node.after.find((delayed) => delayed.eventType === event);
  if (after) return { trigger: 'after', event: String(after.delay) };
  return event.startsWith('xstate.done.') ? { trigger: 'done', event: '' } : { trigger: 'event', event };
}

/** Parameters that are data; undefined for those that running computes. */
const plain = (params: unknown): unknown => (typeof params === 'function' ? undefined : params);

/** `send` with fixed parameters names port and message; any other action shows the values that it is given. */
function told(name: string, params: unknown): string {
  if (params === undefined || params === null || typeof params !== 'object') return name;
  const { to, message } = params as { to?: unknown; message?: { type?: unknown } };
  if (name === 'send' && typeof to === 'string' && typeof message?.type === 'string') return `${to} ! ${message.type}`;
  const values = Object.values(params).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return `${name}(${values.join(', ')})`;
}
