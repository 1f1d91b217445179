/** A chart as its page tells it: states in document order, the root first. */
export type DescribedChart = {
  readonly id: string;
  readonly states: readonly DescribedState[];
  /** By state and event: whether the event came there in some run, and nobody took it; absent where nobody looked. */
  readonly arrivals?: Readonly<Record<string, Readonly<Record<string, 'taken' | 'unspecified'>>>>;
};

/** A state of a chart. */
export type DescribedState = {
  /** Dots between the names on the way from the root; the root has the chart's id. */
  readonly name: string;
  /** The name of the state that it is in; none for the root. */
  readonly parent?: string;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** The name of the state that it begins in. */
  readonly initial?: string;
  readonly tags: readonly string[];
  readonly entry: readonly string[];
  readonly exit: readonly string[];
  readonly transitions: readonly DescribedTransition[];
};

/** A transition of a state; those of one event stand in the order in which they are tried. */
export type DescribedTransition = {
  /** Empty for a transition that is taken as soon as it can be. */
  readonly event: string;
  readonly guard?: string;
  /** Names of states. Empty: the state stays. */
  readonly targets: readonly string[];
  readonly actions: readonly string[];
  readonly cites: readonly string[];
  /** In how many runs it is taken; absent where nobody has counted. */
  readonly runs?: number;
};
