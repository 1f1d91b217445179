/** How far a search has come. */
export type Progress = {
  /** States discovered. */
  readonly states: number;
  /** Of these, states whose steps are all found; the others are the frontier. */
  readonly expanded: number;
  readonly steps: number;
  /** Of the state being expanded. */
  readonly depth: number;
  /** Of states, index, parents, edges and tables. */
  readonly bytes: number;
  readonly milliseconds: number;
};

/** What ends a search before everything is explored. */
export type Limits = {
  /** Beyond so many states the search stops, when all steps of the state at hand are taken: a few more may be counted. */
  readonly maxStates?: number;
  readonly maxBytes?: number;
  readonly maxMilliseconds?: number;
  /** Looked at every few thousand states: another thread may set it. */
  readonly signal?: { readonly aborted: boolean };
  /** Called every few thousand states. */
  readonly onProgress?: (progress: Progress) => void;
};

/** The limit that is reached, if any; reports progress. */
export function reached(limits: Limits, progress: Progress): 'states' | 'memory' | 'interrupted' | 'time' | undefined {
  limits.onProgress?.(progress);
  if (limits.signal?.aborted === true) return 'interrupted';
  if (progress.states > (limits.maxStates ?? Infinity)) return 'states';
  if (progress.bytes > (limits.maxBytes ?? Infinity)) return 'memory';
  if (progress.milliseconds > (limits.maxMilliseconds ?? Infinity)) return 'time';
  return undefined;
}
