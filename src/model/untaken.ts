/**
 * What searches show of a transition that they do not take: enough to tell why, for one run or for many together.
 */
export type Untaken = {
  /** The id of the state that it leaves. */
  readonly state: string;
  /** Whether the party is ever in that state: never, only on the way within a step, or when a step begins. */
  readonly met: 'never' | 'on the way' | 'at rest';
  /** The transitions that lead into the state. */
  readonly ways: readonly string[];
  /** Its event as written; empty for one that is taken as soon as it can be. */
  readonly event: string;
  /** Whether the chart itself raises the event, or the end of an inner state does. */
  readonly raised: boolean;
  /** Whether some party with the chart has the event as a step of its own. */
  readonly own: boolean;
  /** The charts that send the event to it. */
  readonly senders: readonly string[];
  /** Whether the event comes while the party is in the state. */
  readonly arrives: boolean;
  /** What its guard asks for, all of which must be true; empty without a guard. */
  readonly asks: readonly string[];
  /** Those of `asks` that were true when the event came. */
  readonly trueOnce: readonly string[];
  /** Whether all of them were true at once, when the event came. */
  readonly held: boolean;
  /** The transitions that were taken instead when the event came: tried before, or of a state further in. */
  readonly before: readonly string[];
};

/** Per chart: by id, the transitions that a run does not take. */
export type UntakenTransitions = Readonly<Record<string, Readonly<Record<string, Untaken>>>>;

/** What became of an event in a state: something done, nothing done on purpose, no transition for it. */
export type Fate = 'taken' | 'ignored' | 'unspecified';

/** Per chart, per state (its path from the root, dots between), per event that came there: what became of it. */
export type Arrivals = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly Fate[]>>>>>>;

/** Why a transition of a chart is never taken, for good. */
export type DeadForGood = {
  readonly chart: string;
  /** The ids of transitions; `*` stands for anything. */
  readonly transitions: readonly string[];
  /** In a sentence. */
  readonly reason: string;
};
