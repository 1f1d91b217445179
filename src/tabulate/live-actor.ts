import { type Actor, type AnyStateMachine, createActor } from 'xstate';

import { type Chart, type LocalView, type Message, ModelError } from '../model/index.ts';
import { LocalStates } from './local-states.ts';
import { boundedCopy, faultOf, machineOf } from './machine.ts';

/** What a live chart asks for: a message for one of its ports. */
export type LiveSend = { readonly to: string; readonly message: Message };

/** What the actors at work have sent, by actor: the copy of a chart that does send is one for all of them. */
const outboxes = new WeakMap<object, LiveSend[]>();
const sendingCopies = new WeakMap<AnyStateMachine, AnyStateMachine>();

function sendingCopy(machine: AnyStateMachine): AnyStateMachine {
  const known = sendingCopies.get(machine);
  if (known !== undefined) return known;
  const send = (scope: unknown, params: unknown): void =>
    void outboxes.get((scope as { readonly self: object }).self)?.push(params as LiveSend);
  const copy = boundedCopy(machine, { send });
  sendingCopies.set(machine, copy);
  return copy;
}

/**
 * A party as a running XState actor: the chart itself, with its action `send` carried out for real. No table is asked.
 */
export class LiveActor {
  readonly #party: string;
  readonly #actor: Actor<AnyStateMachine>;
  readonly #states: LocalStates;
  #failure: unknown;
  /** What is known of the actor for as long as it stays where it is. */
  readonly #can = new Map<Message, boolean>();
  #key: string | undefined;
  /** The last view given, for as long as the actor stays where it is. */
  #seen: { readonly snapshot: unknown; readonly view: LocalView } | undefined;

  /** @throws ModelError when the chart is no XState machine, or needs a clock or other actors. */
  constructor(party: string, chart: Chart, input: unknown) {
    const machine = machineOf(party, chart);
    this.#party = party;
    this.#states = new LocalStates(party, machine);
    this.#actor = createActor(sendingCopy(machine), { input });
    this.#actor.subscribe({ error: (error: unknown) => (this.#failure = error) });
  }

  /**
   * Starts the actor; gives what it sends on starting.
   *
   * @throws ModelError when the chart throws, or never comes to rest.
   */
  start(): readonly LiveSend[] {
    return this.#run('its initial state', () => void this.#actor.start());
  }

  /** Whether the chart has a transition for the message that is not forbidden: XState's `can`. */
  can(message: Message): boolean {
    const known = this.#can.get(message);
    if (known !== undefined) return known;
    const snapshot = this.#actor.getSnapshot();
    const can = snapshot.status === 'active' && snapshot.can(message);
    this.#can.set(message, can);
    return can;
  }

  /** Whether any transition is selected for the message, be it one that does nothing. */
  expects(message: Message): boolean {
    const snapshot = this.#actor.getSnapshot();
    return snapshot.status === 'active' && snapshot.machine.getTransitionData(snapshot, message).length > 0;
  }

  /**
   * Lets the actor take a message: one macrostep; gives what it sends.
   *
   * @throws ModelError when the chart throws, or never comes to rest.
   */
  take(message: Message): readonly LiveSend[] {
    return this.#run(`message ${JSON.stringify(message)}`, () => this.#actor.send(message));
  }

  hasTag(tag: string): boolean {
    return this.#actor.getSnapshot().hasTag(tag);
  }

  /** The local state, as claims see it. */
  view(): LocalView {
    const snapshot = this.#actor.getSnapshot();
    if (this.#seen?.snapshot !== snapshot) {
      this.#seen = { snapshot, view: this.#states.view(this.#states.intern(snapshot)) };
    }
    return this.#seen.view;
  }

  /** One text for all that the local state is: value, status, history and context. */
  key(): string {
    return (this.#key ??= this.#states.keyOf(this.#actor.getSnapshot()));
  }

  #run(where: string, act: () => void): readonly LiveSend[] {
    const sent: LiveSend[] = [];
    outboxes.set(this.#actor, sent);
    this.#can.clear();
    this.#key = undefined;
    act();
    if (this.#failure === undefined) return sent;
    throw new ModelError(`party "${this.#party}", ${where}: ${faultOf(this.#failure)}`);
  }
}
