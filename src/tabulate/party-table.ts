import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate';

import { type Chart, type LocalView, ModelError } from '../model/index.ts';
import { growthError, isTooMany } from './growth.ts';
import { type Cause, LocalStates } from './local-states.ts';
import { machineOf, nodesOf } from './machine.ts';
import type { Messages } from './messages.ts';
import { type Answer, Oracle } from './oracle.ts';
import { type Sent, sendsOf } from './sends.ts';
import { type Transitions, transitionsOf } from './transitions.ts';
import { type NotTaken, notTaken } from './untaken.ts';

/** What a party does on an event. */
export type Reaction = {
  /** `unspecified`: no transition is written; `ignored`: only such as do nothing; `taken`: something is done. */
  readonly kind: 'taken' | 'ignored' | 'unspecified';
  /** The local state after. */
  readonly next: number;
  readonly sends: readonly Sent[];
  /** The numbers of the transitions selected, `always` included. */
  readonly fired: readonly number[];
};

export type TableOptions = {
  /**
   * How many local states a party may have. Default 20,000, or 1,024 when a part of the context has only grown on the way
   * to the newest.
   */
  readonly maxLocals?: number;
};

/** How often a fresh answer of XState is asked for again, to find impure charts: one in so many. */
const RECHECK = 8;

/** How many remembered answers are asked for again after the search. */
const RECHECKS_AFTER = 32;

/** What a party of a system is, as far as its table needs to know. */
type Described = {
  readonly chart: Chart;
  readonly input?: unknown;
  readonly ports?: Readonly<Record<string, string>>;
};

/**
 * A party's chart as a table, filled as it is asked: (local state, message) to (local state, sends).
 *
 * XState runs once for each entry; whatever it answers is remembered. Charts must therefore be pure: a sample of the
 * answers is asked for twice.
 */
export class PartyTable {
  readonly locals: LocalStates;
  readonly transitions: Transitions;
  /** The local state in which the party starts, and what it sends on starting. */
  readonly initial: Reaction;
  readonly chart: string;
  readonly #name: string;
  readonly #machine: AnyStateMachine;
  readonly #oracle: Oracle;
  readonly #ports: Readonly<Record<string, string>>;
  readonly #messages: Messages;
  readonly #maxLocals: number | undefined;
  readonly #entries = new Map<number, Reaction>();
  readonly #taken = new Set<number>();

  /** @throws ModelError when the chart cannot be tabulated. */
  constructor(name: string, party: Described, messages: Messages, { maxLocals }: TableOptions = {}) {
    this.#name = name;
    this.#machine = machineOf(name, party.chart);
    this.chart = this.#machine.id;
    this.transitions = transitionsOf(this.#machine);
    this.#ports = party.ports ?? {};
    this.#messages = messages;
    this.#maxLocals = maxLocals;
    this.locals = new LocalStates(name, this.#machine);
    this.#oracle = new Oracle(name, this.#machine, party.input);
    this.initial = this.#reaction('taken', this.#oracle.initial(party.input), 'its initial state');
  }

  /** How often XState was asked. */
  get calls(): number {
    return this.#oracle.calls;
  }

  /** The names of the transitions that some reaction took. */
  get taken(): ReadonlySet<string> {
    return new Set([...this.#taken].map((number) => this.transitions.names[number]!));
  }

  /** What is known of the transitions that no reaction took, by their ids. */
  notTaken(): Readonly<Record<string, NotTaken>> {
    const { names, numbers } = this.transitions;
    const definitions = [...numbers.keys()];
    return notTaken({
      ids: new Map([...numbers].map(([definition, number]) => [definition, names[number]!])),
      taken: new Set([...this.#taken].map((number) => definitions[number]!)),
      stood: this.locals.snapshots,
      came: [...this.entries()].map(({ local, message, reaction }) => ({
        snapshot: this.locals.snapshots[local]!,
        event: this.#messages.at(message),
        fired: reaction.fired.map((number) => definitions[number]!),
      })),
    });
  }

  view(local: number): LocalView {
    return this.locals.view(local);
  }

  /** Every tag that a state of the chart bears. */
  get tags(): ReadonlySet<string> {
    return new Set(nodesOf(this.#machine).flatMap(({ tags }) => tags));
  }

  /** Every event that some state has a transition for, as written: `*` and `NAME.*` stand for many. */
  get events(): ReadonlySet<string> {
    return new Set(nodesOf(this.#machine).flatMap(({ transitions }) => [...transitions.keys()]));
  }

  /** The entries so far, in the order in which they were first asked for. */
  *entries(): Generator<{ readonly local: number; readonly message: number; readonly reaction: Reaction }> {
    for (const [key, reaction] of this.#entries) {
      yield { local: Math.floor(key / MESSAGES), message: key % MESSAGES, reaction };
    }
  }

  /** @throws ModelError when the chart throws, is impure, sends to an unknown port, or grows beyond the limit. */
  react(local: number, message: number): Reaction {
    const key = local * MESSAGES + message;
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const reaction = this.#ask(local, message);
    if (this.#entries.size % RECHECK === 0) this.#recheck(local, message, reaction);
    this.#entries.set(key, reaction);
    return reaction;
  }

  /**
   * Asks XState a sample of the remembered entries again.
   *
   * @throws ModelError naming the party, state, event and both answers, when one differs: the chart is impure.
   */
  recheck(): void {
    const stride = Math.max(1, Math.ceil(this.#entries.size / RECHECKS_AFTER));
    let index = 0;
    for (const { local, message, reaction } of this.entries()) {
      if (index++ % stride === 0) this.#recheck(local, message, reaction);
    }
  }

  #ask(local: number, message: number): Reaction {
    const snapshot = this.locals.snapshots[local]!;
    const event = this.#messages.at(message);
    const { kind, transitions } = this.#oracle.select(snapshot, event);
    if (kind === 'unspecified') return { kind, next: local, sends: [], fired: [] };
    const answer = this.#oracle.transition(snapshot, event);
    const [first = []] = answer.microsteps;
    if (first.length !== transitions.length || !first.every((transition) => transitions.includes(transition))) {
      throw this.#impure(local, message, transitions.map(this.#nameOf).join(', '), first.map(this.#nameOf).join(', '));
    }
    return this.#reaction(kind, answer, this.#place(local, message), { from: local, event: message });
  }

  #reaction(kind: Reaction['kind'], answer: Answer, where: string, cause?: Cause): Reaction {
    const idOf = (message: unknown, whose: string): number => this.#messages.idOf(message, whose);
    const sends = sendsOf(this.#name, where, answer.actions, this.#ports, idOf);
    const before = this.locals.count;
    const next = this.locals.intern(answer.snapshot, cause);
    if (this.locals.count > before && isTooMany(this.locals, this.#maxLocals)) {
      throw growthError(this.#name, this.locals, (id) => this.#messages.at(id));
    }
    const fired = answer.microsteps.flat().flatMap((transition) => this.transitions.numbers.get(transition) ?? []);
    for (const number of fired) this.#taken.add(number);
    return { kind, next, sends, fired };
  }

  #recheck(local: number, message: number, first: Reaction): void {
    const second = this.#ask(local, message);
    const sent = ({ sends }: Reaction): string => sends.map((each) => `${each.channel} ${each.message}`).join();
    if (first.next === second.next && first.kind === second.kind && sent(first) === sent(second)) return;
    throw this.#impure(local, message, this.#describe(first), this.#describe(second));
  }

  #impure(local: number, message: number, first: string, second: string): ModelError {
    return new ModelError(
      `party "${this.#name}", ${this.#place(local, message)}: asked twice, the chart answers differently\n` +
        `  first:  ${first}\n  second: ${second}\n` +
        '  A guard or action depends on something outside the chart (a clock, chance, a variable that changes).',
    );
  }

  #nameOf = (transition: AnyTransitionDefinition): string =>
    this.transitions.names[this.transitions.numbers.get(transition)!]!;

  #describe({ kind, next, sends }: Reaction): string {
    const { value, context } = this.locals.snapshots[next]!;
    const sent = sends.map(({ channel, message }) => [channel, this.#messages.at(message)]);
    return `${kind}, state ${JSON.stringify(value)}, context ${JSON.stringify(context)}, sends ${JSON.stringify(sent)}`;
  }

  #place(local: number, message: number): string {
    const { value } = this.locals.snapshots[local]!;
    return `state ${JSON.stringify(value)}, event ${JSON.stringify(this.#messages.at(message))}`;
  }
}

/** More messages than any system has: makes one number of a local state and a message. */
const MESSAGES = 2 ** 24;
