import type { Composition, Unspecified } from '../compose/index.ts';

/** A step that cannot be taken, or that somebody does not understand, by number: where it was met first. */
export type Met<T> = T & { readonly state: number };

/** How far a search has come, between two states. */
export type Position = {
  /** The next state to be expanded: as many are expanded. */
  state: number;
  /** The number that the next state discovered gets. */
  first: number;
  steps: number;
  /** Of the next state; the first state that is farther away. */
  depth: number;
  levelEnd: number;
  /** Receptions that no transition is written for, each kind once; states not yet expanded may have been looked at. */
  readonly unspecified: Met<Unspecified>[];
  /** The first step that a full queue forbids. */
  full: Met<{ readonly slot: number; readonly move: number }> | undefined;
};

/** Before the first state is expanded. */
export const beginning = ({ initial }: Composition): Position => ({
  state: 0,
  first: 1,
  steps: 0,
  depth: 0,
  levelEnd: 1,
  unspecified: initial.unspecified.map((found) => ({ ...found, state: -1 })),
  full: undefined,
});

/** What was met in expanded states; others may have been looked at before a limit stopped the search. */
export const metSoFar = ({ state, unspecified, full }: Position): Pick<Position, 'unspecified' | 'full'> => ({
  unspecified: unspecified.filter((met) => met.state < state),
  full: full !== undefined && full.state < state ? full : undefined,
});
