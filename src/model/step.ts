import type { Message } from './json.ts';

/** A message on its way, as a step put it there. */
export type Sending = {
  readonly from: string;
  readonly channel: string;
  /** The receiving party. */
  readonly to: string;
  readonly message: Message;
};

/** One atomic move of a system. */
export type Step = {
  readonly kind: 'own' | 'deliver' | 'lose' | 'duplicate';
  /** Who acts of itself, or whose message it is (the receiver). */
  readonly party: string;
  /** The queue whose head is taken; absent for own steps. */
  readonly channel?: string;
  readonly message: Message;
  /** The fairness class: steps of one class share one obligation. */
  readonly class: string;
  /** What the step sends, in order; direct calls included. */
  readonly sends: readonly Sending[];
};

/** What names a step among its siblings: enough to take it again. */
export type StepKey = Pick<Step, 'kind' | 'party' | 'message'> & { readonly channel?: string };

/** A path from the initial state; with `loop`, the steps from that index on repeat for ever. */
export type Path = { readonly steps: readonly Step[]; readonly loop?: number };
