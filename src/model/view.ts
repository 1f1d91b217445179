import type { Message } from './json.ts';

/** One party's local state, read only. */
export type LocalView<Context = unknown> = {
  /** XState's state value: a string, or an object of regions. */
  readonly value: unknown;
  readonly context: Context;
  /** Whether the party is in the state with this path, dots between the names: `transfer.waiting`. */
  readonly matches: (path: string) => boolean;
  readonly hasTag: (tag: string) => boolean;
};

/**
 * A state of a system, read only: every party and the contents of every queue, head first.
 *
 * Reading a party or channel that the system has not got throws `UnknownNameError`.
 */
export type View<Contexts extends Record<string, unknown> = Record<string, any>, Sent extends Message = Message> = {
  readonly party: { readonly [P in keyof Contexts]: LocalView<Contexts[P]> };
  readonly channel: Readonly<Record<string, readonly Sent[]>>;
};

/** A claim or ending asked for a party or channel that is not in the system. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}
