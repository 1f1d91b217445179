/** Marks a transition or a claim with the clauses that it rests on. */
export type Clause = string;

export const cite = <const Ids extends readonly Clause[]>(...cites: Ids): { readonly cites: Ids } => ({ cites });
