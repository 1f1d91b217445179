import { canonical, type Message } from './json.ts';

/**
 * Why no fair run stays in a component for ever, or that one does.
 *
 * `weak`: a class that is possible in each of its states is taken by none of the steps inside. `strong`: no step inside is
 * of one of these classes, so that a fair run leaves the states in which one is possible for good: in `rest`, the order of
 * the component without them, their rank is `LEFT_OUT`. `fair`: the component is strongly connected and meets every obligation; `named` is its order by
 * the steps between states of one name, where it has states of several.
 */
export type Reason =
  | { readonly kind: 'weak'; readonly class: string }
  | { readonly kind: 'strong'; readonly classes: readonly string[]; readonly rest: Order }
  | { readonly kind: 'fair'; readonly named?: Order };

/** The rank of a state that a fair run leaves for good. */
export const LEFT_OUT = 2 ** 32 - 1;

/**
 * An order of the components of a set of states: steps that stay in the set never lead up.
 *
 * A component without a reason has no step inside.
 */
export type Order = {
  /** Of each state of the set, by ascending number: its component. */
  readonly ranks: Uint32Array;
  readonly reasons: ReadonlyMap<number, Reason>;
};

/** Every reachable state, by number: 0 is the initial one, and each other is the successor of one with a smaller number. */
export type StateSet = {
  readonly count: number;
  /** By party, by channel: the texts of the local states or contents that occur. See `localText`, `contentsText`. */
  readonly parties: Readonly<Record<string, readonly string[]>>;
  readonly channels: Readonly<Record<string, readonly string[]>>;
  /** By party, then by channel: of each state, the place of its text. */
  readonly columns: readonly Uint32Array[];
  /** Of each state, one with a smaller number that leads to it; of the initial state, 0. */
  readonly parents: Uint32Array;
};

/** What makes the verdict on one claim plain, beside the state set. */
export type ClaimEvidence = {
  /** Of each state, 1 where the claim is watched: armed (`neverAfter`), owing (`leadsTo`), lost (`alwaysPossible`). */
  readonly marks?: Uint8Array;
  /** Of the marked states: why none of them is on a fair loop. */
  readonly order?: Order;
  /** Of each state, 1 more than the steps to the nearest state `to`, 0 where there is no way (`alwaysPossible`). */
  readonly distances?: Uint32Array;
};

/** What a complete search leaves behind, so that somebody else can see that its verdicts are right. */
export type Evidence = {
  readonly states: StateSet;
  readonly claims: ReadonlyMap<string, ClaimEvidence>;
  /** Of all states, by the steps that make no progress: the loops that a run can end in. */
  readonly ends: Order;
};

/** What a local state is made of: an XState snapshot has all of it. */
type Local = {
  readonly value: unknown;
  readonly context: unknown;
  readonly status: string;
  readonly historyValue: Readonly<Record<string, readonly { readonly id: string }[]>>;
};

/** One text for all that a local state is: JSON, but for fields that are `undefined`. */
export function localText({ value, context, status, historyValue }: Local): string {
  const history = Object.entries(historyValue ?? {}).map(([id, nodes]) => [id, nodes.map((node) => node.id).sort()]);
  return canonical([value, context, status, Object.fromEntries(history)], '$', 'kept');
}

/** What a fifo channel holds: messages, head first, and how many may yet be lost and duplicated. */
type Contents = {
  readonly messages: readonly Message[];
  readonly losses: number;
  readonly duplicates: number;
};

/** One text for the contents of a channel. */
export const contentsText = ({ messages, losses, duplicates }: Contents): string =>
  canonical([messages, losses, duplicates]);
