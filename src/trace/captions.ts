/** What stands above and below a picture of a trace. */
export type Captions = {
  /** What the trace shows: a claim, say. */
  readonly title?: string;
  /** Lines below the title: where the trace comes from, the clauses. */
  readonly notes?: readonly string[];
  /** How it ends, in words; a bad end marks the last step as the one that breaks something, where nothing repeats. */
  readonly end?: { readonly text: string; readonly bad: boolean };
};
