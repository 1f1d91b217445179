/**
 * A statechart as data: what every drawing and every export of one is written from.
 *
 * States are named by their path, the keys from the root joined by dots; the root's path is the empty text.
 */

/** What a guard asks: a name, a state that must be active, or several of these joined. */
export type Guard =
  | { readonly kind: 'named'; readonly name: string; readonly params?: unknown }
  | { readonly kind: 'in'; readonly states: readonly string[] }
  | { readonly kind: 'not' | 'and' | 'or'; readonly of: readonly Guard[] };

/** One action, by name. */
export type Action = {
  readonly name: string;
  /** The action with what is known of its parameters: `wire ! ACK`. */
  readonly text: string;
  /** The event that it raises inside the chart; empty where only running tells which. */
  readonly raises?: string;
  /** Code computes its parameters: the same number for the same code. */
  readonly computed?: number;
};

export type Transition = {
  /** Stays the same from run to run; the name that coverage goes by. */
  readonly id: string;
  /** What it waits for. `event` is empty for `always`; of `after` it is the delay, of `done` nothing. */
  readonly trigger: 'event' | 'always' | 'after' | 'done';
  readonly event: string;
  readonly guard?: Guard;
  /** Without a guard, behind others for the same event that have one. */
  readonly otherwise: boolean;
  readonly actions: readonly Action[];
  /** Paths; empty when the state is not left. */
  readonly targets: readonly string[];
  readonly reenter: boolean;
  /** Ids of the clauses in `meta.cites`. */
  readonly cites: readonly string[];
};

export type State = {
  readonly path: string;
  readonly key: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'shallow history' | 'deep history';
  /** Where a compound state starts; of a history state, where it goes the first time. */
  readonly initial: readonly string[];
  readonly initialActions: readonly Action[];
  readonly entry: readonly Action[];
  readonly exit: readonly Action[];
  readonly tags: readonly string[];
  readonly transitions: readonly Transition[];
  readonly states: readonly State[];
};

export type ChartDescription = { readonly id: string; readonly root: State };

/** Every state below and with this one, in document order. */
export const statesOf = (state: State): readonly State[] => [state, ...state.states.flatMap(statesOf)];

/** Whether the first path lies below the second. */
export const isBelow = (path: string, above: string): boolean =>
  path !== above && (above === '' || path.startsWith(`${above}.`));
