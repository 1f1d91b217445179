/** The kinds of edits that make mutants, in the order of reports, each in a few words. */
export const mutationOperators = {
  'transition dropped': 'the transition is not there',
  'transition redirected': 'it leads to the next sibling of its target, or of its source where it has no target',
  'transition stays': 'it does all that it does, and leads nowhere',
  'transition doubled': 'all its sends come twice',
  'guard negated': 'it is taken when its guard is false',
  'guard forced': 'it is taken whatever its guard says',
  'send dropped': 'one send, or one raised event, is left out',
  'send changed': 'a send says another message of the same port',
  'send misdirected': 'a send goes to another port that carries its kind of message',
  'send doubled': 'one send comes twice',
  'sends swapped': 'two sends come in the other order',
  'assignment dropped': 'one assignment is left out',
  'initial state changed': 'a compound state begins with the next of its states',
  'knob flipped': 'one knob of one party has another of its values',
  'channel lossy': 'the channel may lose one message',
  'channel unordered': 'messages of the channel overtake each other',
} as const;

export type MutationOperator = keyof typeof mutationOperators;

/** What became of a mutant, the best first. */
export const mutantFates = {
  claims: 'a claim or a protocol error tells it from the original',
  bound: 'it grows beyond its bounds, and no claim tells it',
  outcomes: 'it ends otherwise, and no claim tells it',
  counts: 'it has other numbers of states or steps and can do other things, and no claim tells it',
  survives: 'it can do other things, and nothing tells it',
  open: 'nothing tells it, and whether it can do other things is not known: a bound was hit',
  equivalent: 'it can do nothing else in any run',
  stillborn: 'it is no system: a message without a receiver, an own step without a transition',
} as const;

export type MutantFate = keyof typeof mutantFates;

/** An edit of a chart, or of all systems. */
export type MutantName = {
  /** Chart, state, event and operator, slashes between. */
  readonly id: string;
  /** The chart; `knobs` or `channels` for an edit of systems. */
  readonly subject: string;
  readonly operator: MutationOperator;
  /** The edit in words. */
  readonly says: string;
};

/** What is known of a mutant after it was checked. */
export type JudgedMutant = MutantName & {
  readonly fate: MutantFate;
  /** How many runs it can make a difference in: all others have the same tables. */
  readonly affects: number;
  /** The smallest run in which it has this fate. */
  readonly run?: string;
  /** The claims and protocol errors that tell it from the original in that run. */
  readonly by?: readonly string[];
  /** How an equivalent one was proved so. */
  readonly proof?: 'same tables' | 'bisimilar';
  /** The error, the bound, or the shortest behaviour that changed. */
  readonly detail?: string;
};

/** Why mutants that no claim kills need not be killed. */
export type ExplainedMutants = {
  /** Ids; `*` stands for anything. */
  readonly mutants: readonly string[];
  /** In a sentence. */
  readonly reason: string;
};

/** How many mutants of one subject have which fate, and the part that claims kill. */
export type MutationScore = {
  readonly subject: string;
  readonly mutants: number;
  readonly fates: Readonly<Record<MutantFate, number>>;
  /** Those that claims kill, of those that are systems and not proved equivalent; 1 where there are none. */
  readonly score: number;
};

/** What one claim or protocol error kills. */
export type ClaimKills = {
  readonly claim: string;
  /** Mutants that it tells in the smallest run in which any claim tells them. */
  readonly kills: number;
  /** Of these, mutants that no other claim tells in that run. */
  readonly alone: number;
};

/** What is kept of a run of all mutants. */
export type MutationRecord = {
  /** Of the specification that was mutated. */
  readonly hash: string;
  /** How many runs the mutants were checked against, and the most states that one of these may have. */
  readonly runs: number;
  readonly largest: number;
  readonly scores: readonly MutationScore[];
  readonly claims: readonly ClaimKills[];
  /** Mutants that no claim kills, that are systems, and that are not proved equivalent. */
  readonly living: readonly JudgedMutant[];
  /** Mutants that the findings speak of. */
  readonly shown: readonly JudgedMutant[];
};

/** What mutants have taught, and some that a claim now tells. */
export type MutantLesson = {
  readonly title: string;
  readonly says: string;
  /** Mutants by their ids, each with the whole name of a claim that tells it. */
  readonly shows: readonly { readonly mutant: string; readonly claim: string }[];
};
