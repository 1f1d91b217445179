/**
 * A variant: a named setting of the knobs, after the document that proposed it.
 */
import type { Clause } from './clauses.ts';
import type { ServerKnobs } from './knobs.ts';

export type Variant = {
  readonly name: ServerKnobs['protocol'];
  /** What the document changes, in a sentence. */
  readonly summary: string;
  readonly cites: readonly Clause[];
  /** Knobs that differ from the recommended setting. */
  readonly server: Partial<ServerKnobs> & { readonly protocol: ServerKnobs['protocol'] };
};
