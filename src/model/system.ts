import type { Message } from './json.ts';
import type { View } from './view.ts';

/**
 * A statechart, as far as the shared words need to know one. What tabulates it asks for more.
 */
export type Chart = { readonly id: string };

/** Whether a step that stays possible must be taken: never, if always possible, if possible again and again. */
export type Fairness = 'none' | 'weak' | 'strong';

/** Something that a party may do of itself: possible whenever its chart has a transition for the event. */
export type OwnStep = {
  readonly event: Message;
  readonly fairness: Fairness;
  /** Steps of one class share one fairness obligation. Default: `<party>.<event type>`. */
  readonly class?: string;
};

export type Party = {
  readonly chart: Chart;
  readonly input?: unknown;
  readonly own?: readonly OwnStep[];
  /** Where each port of the chart leads: the name of a channel. A send to any other port is an error. */
  readonly ports?: Readonly<Record<string, string>>;
};

/** A queue between parties. */
export type Fifo = {
  readonly kind: 'fifo';
  /** The receiving party; a function of the message where one queue serves several (a host's sockets). */
  readonly to: string | ((message: Message) => string);
  /** How many messages it holds. A send to a full channel is the verdict "bound hit". */
  readonly capacity: number;
  /** Of deliveries; one class `<channel> delivers`. Default weak. */
  readonly fairness?: Fairness;
  /** Deliver only while the receiver is in a state that bears this tag. */
  readonly whileTagged?: string;
  /** How many messages may be lost from the head. Default 0; a loss is never fair. */
  readonly loses?: number;
  /** How many may be delivered twice. Default 0; a duplication is never fair. */
  readonly duplicates?: number;
  /** Order is kept only among messages of one lane. Default: one lane. */
  readonly lane?: (message: Message) => string;
};

/** A call inside one host, delivered within the same step, after the sender has come to rest. */
export type Direct = { readonly kind: 'direct'; readonly to: string | ((message: Message) => string) };

export type Channel = Fifo | Direct;

/** The kind of end a system can come to, and whether it is a good one. */
export type Ending = { readonly name: string; readonly fine: boolean };

/**
 * Parties joined by channels.
 *
 * Order matters: steps are numbered by parties (own steps as listed), then channels (deliver, lose, duplicate).
 */
export type System = {
  readonly name: string;
  readonly parties: Readonly<Record<string, Party>>;
  readonly channels: Readonly<Record<string, Channel>>;
  /**
   * Names a state in which nothing must happen any more, and a state on a fair loop without progress.
   * `undefined` for an end that nobody declared: a rest is then a deadlock, a loop a livelock.
   */
  readonly ending: (state: View) => Ending | undefined;
  /** Step classes that count as progress: a loop that takes one is not an end. */
  readonly progress?: readonly string[];
  /**
   * Step classes that are faults, beside losses and duplications: of several shortest counterexamples that with the fewest
   * is shown. Default: all classes of fairness none.
   */
  readonly faults?: readonly string[];
  /** For drawings: the lane that each party stands in (its host, say), lanes from left to right. Default: one each. */
  readonly lanes?: Readonly<Record<string, string>>;
  /** For drawings: a message in a few words. Default: its type and fields. */
  readonly label?: (message: Message) => string;
};
