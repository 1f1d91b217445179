import type { CellValues, Matrix } from '../model/index.ts';

import type { Drawing } from './drawing.ts';

/** A shortest way to an end. */
export type EndLadder = { readonly steps: number; readonly drawing: Drawing };

/** One kind of end of a cell; with a ladder unless it is the usual one. */
export type CellEnd = { readonly name: string; readonly ladder?: EndLadder };

/** A point of a sweep and how a system can end there; `complete` when every state was explored. */
export type SweptCell = {
  readonly values: CellValues;
  readonly ends: readonly CellEnd[];
  readonly states: number;
  readonly complete: boolean;
};

/** A matrix and its cells. */
export type SweptMatrix = Matrix & { readonly cells: readonly SweptCell[] };
