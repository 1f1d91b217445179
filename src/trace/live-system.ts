import {
  canonical,
  type Fairness,
  hint,
  type Message,
  ModelError,
  type Path,
  type Sending,
  type Step,
  type StepKey,
  type System,
  UnknownNameError,
  type View,
} from '../model/index.ts';
import { LiveActor, type LiveSend } from '../tabulate/live-actor.ts';
import { LiveQueue, queueKinds } from './live-queue.ts';

/** A step that can be taken now. */
export type LiveChoice = StepKey & { readonly class: string; readonly fairness: Fairness };

/** What went wrong in a step: `where` is the party that has no transition for the message, or the channel that is full. */
export type LiveError = {
  readonly kind: 'unspecified reception' | 'bound hit';
  readonly where: string;
  readonly message: Message;
};

/** A step that was taken, and the errors that it showed. */
export type LiveStep = { readonly step: Step; readonly errors: readonly LiveError[] };

/** What one step does, as it is being done. */
type Effects = {
  readonly calls: { party: string; message: Message }[];
  readonly sends: Sending[];
  readonly errors: LiveError[];
};

/** How many direct calls one step may make. */
const maxCalls = 1000;

/**
 * A system that runs: XState actors joined by plain queues, without tables. It only goes forward.
 *
 * Gives the same steps in the same order as a search of the same system.
 */
export class LiveSystem {
  /** Errors of what the parties send on starting. */
  readonly errors: readonly LiveError[];
  readonly #system: System;
  readonly #actors: ReadonlyMap<string, LiveActor>;
  readonly #queues: ReadonlyMap<string, LiveQueue>;
  #stuck = false;
  /** What can be taken now, once it was asked for. */
  #choices: readonly LiveChoice[] | undefined;

  /** @throws ModelError when the system cannot run. */
  constructor(system: System) {
    this.#system = system;
    this.#actors = new Map(
      Object.entries(system.parties).map(([name, { chart, input }]) => [name, new LiveActor(name, chart, input)]),
    );
    this.#queues = new Map(
      Object.entries(system.channels).flatMap(([name, channel]) =>
        channel.kind === 'fifo' ? [[name, new LiveQueue(channel)] as const] : [],
      ),
    );
    const started = [...this.#actors].map(([name, actor]) => [name, actor.start()] as const);
    this.errors = started.flatMap(([name, sent]) => {
      const effects: Effects = { calls: [], sends: [], errors: [] };
      this.#send(name, sent, effects);
      this.#carryOut(effects);
      return effects.errors;
    });
    const full = this.errors.find(({ kind }) => kind === 'bound hit');
    if (full)
      throw new ModelError(`channel "${full.where}" is full before the first step: too much is sent on starting`);
  }

  /** All steps that can be taken, in the order that numbers them; none after a channel was full. */
  enabled(): readonly LiveChoice[] {
    return (this.#choices ??= this.#stuck ? [] : this.#possible());
  }

  #possible(): LiveChoice[] {
    const own = Object.entries(this.#system.parties).flatMap(([party, { own: steps = [] }]) =>
      steps
        .filter(({ event }) => this.#actor(party).can(event))
        .map(({ event: message, fairness, class: name = `${party}.${message.type}` }): LiveChoice => {
          return { kind: 'own', party, message, class: name, fairness };
        }),
    );
    return [...own, ...[...this.#queues].flatMap(([channel, queue]) => this.#channelSteps(channel, queue))];
  }

  /**
   * Takes a step. One that finds a channel full has no next state: the system then stands still.
   *
   * @throws ModelError when no such step is possible now.
   */
  take(key: StepKey): LiveStep {
    const choices = this.enabled();
    const choice = choices.find((each) => each === key || stepText(each) === stepText(key));
    if (!choice) {
      throw new ModelError(
        `${stepText(key)} is not possible; possible: ${choices.map(stepText).join(', ') || 'nothing'}`,
      );
    }
    const { fairness: _, ...step } = choice;
    const { kind, party, channel, message } = step;
    this.#choices = undefined;
    const effects: Effects = { calls: kind === 'lose' ? [] : [{ party, message }], sends: [], errors: [] };
    if (kind !== 'own') this.#queues.get(channel!)!.take(kind, message);
    this.#carryOut(effects);
    return { step: { ...step, sends: effects.sends }, errors: effects.errors };
  }

  /** The state now, as claims see it. */
  view(): View {
    return {
      party: named(
        'party',
        [...this.#actors].map(([name, actor]) => [name, actor.view()]),
      ),
      channel: named(
        'channel',
        [...this.#queues].map(([name, { messages }]) => [name, [...messages]]),
      ),
    };
  }

  /** One text for all that the state is: the same for the same state of the same system. */
  snapshotKey(): string {
    return canonical(this.snapshotParts());
  }

  /** One text for each party and then for each queue, in the order of the description: together all that the state is. */
  snapshotParts(): readonly string[] {
    const parties = [...this.#actors.values()].map((actor) => actor.key());
    return [...parties, ...[...this.#queues.values()].map((queue) => queue.key())];
  }

  #actor(name: string): LiveActor {
    const actor = this.#actors.get(name);
    if (!actor) throw new ModelError(`there is no party "${name}"${hint(name, this.#actors.keys())}`);
    return actor;
  }

  #receiver(channel: string, message: Message): string {
    const { to } = this.#system.channels[channel]!;
    return typeof to === 'function' ? to(message) : to;
  }

  #channelSteps(channel: string, queue: LiveQueue): LiveChoice[] {
    const { whileTagged, fairness = 'weak' } = queue.fifo;
    return queueKinds.flatMap((kind) =>
      queue.takable(kind).flatMap((message): LiveChoice[] => {
        const party = this.#receiver(channel, message);
        const open = kind === 'lose' || whileTagged === undefined || this.#actor(party).hasTag(whileTagged);
        const obliges = kind === 'deliver' ? fairness : 'none';
        return open ? [{ kind, party, channel, message, class: `${channel} ${kind}s`, fairness: obliges }] : [];
      }),
    );
  }

  /** Delivers the calls first in, first out, with all that follows from them. */
  #carryOut(effects: Effects): void {
    const { calls, errors } = effects;
    const limit = calls.length + maxCalls;
    for (let next = 0; next < calls.length; next++) {
      const { party, message } = calls[next]!;
      if (next >= limit)
        throw new ModelError(`one step makes more than ${maxCalls} direct calls, the last to "${party}"`);
      const actor = this.#actor(party);
      if (actor.expects(message)) this.#send(party, actor.take(message), effects);
      else errors.push({ kind: 'unspecified reception', where: party, message });
    }
  }

  #send(from: string, sent: readonly LiveSend[], { calls, sends, errors }: Effects): void {
    const ports = this.#system.parties[from]!.ports ?? {};
    for (const { to: port, message } of sent) {
      const channel = Object.hasOwn(ports, port) ? ports[port]! : undefined;
      if (channel === undefined) {
        throw new ModelError(
          `party "${from}" sends to the port "${port}", which it has not got${hint(port, Object.keys(ports))}`,
        );
      }
      const to = this.#receiver(channel, message);
      const queue = this.#queues.get(channel);
      sends.push({ from, channel, to, message });
      if (!queue) calls.push({ party: to, message });
      else if (!queue.append(message)) {
        errors.push({ kind: 'bound hit', where: channel, message });
        this.#stuck = true;
      }
    }
  }
}

/** A step in one line; the same for the same step. */
export const stepText = ({ kind, party, channel, message }: StepKey): string =>
  kind === 'own' ? `${party} does ${canonical(message)}` : `${channel} ${kind}s ${canonical(message)} to ${party}`;

/** Whether a path was taken again step by step; else the index of the first step that differs, and how it differs. */
export type Replayed =
  | { readonly agrees: true; readonly end: LiveSystem; readonly errors: readonly LiveError[] }
  | { readonly agrees: false; readonly at: number; readonly expected: string; readonly got: string };

/**
 * Takes a path again in a running system: each step must be possible, of the same class and with the same sends, and a
 * loop must close. `errors` are those of the last step (of the start, for a path without steps).
 *
 * @param watch is shown the system at the start and after each step.
 * @throws ModelError when the system cannot run.
 */
export function replay(system: System, { steps, loop }: Path, watch: (live: LiveSystem) => void = () => {}): Replayed {
  const live = new LiveSystem(system);
  watch(live);
  let { errors } = live;
  let loopState: string | undefined;
  for (const [at, step] of steps.entries()) {
    if (at === loop) loopState = live.snapshotKey();
    const choices = live.enabled();
    if (!choices.some((each) => stepText(each) === stepText(step))) {
      return {
        agrees: false,
        at,
        expected: stepText(step),
        got: choices.map(stepText).join(', ') || 'no step is possible',
      };
    }
    const taken = live.take(step);
    ({ errors } = taken);
    const [expected, got] = [step, taken.step].map((each) => canonical([each.class, each.sends]));
    if (expected !== got) return { agrees: false, at, expected: expected!, got: got! };
    watch(live);
  }
  if (loop !== undefined && loopState !== live.snapshotKey()) {
    return { agrees: false, at: steps.length, expected: `the loop closes in ${loopState}`, got: live.snapshotKey() };
  }
  return { agrees: true, end: live, errors };
}

/** Things by name; asking for one that is not there throws UnknownNameError with the nearest name. */
function named<T>(what: string, entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return new Proxy(Object.fromEntries(entries), {
    get: (things, name) => {
      if (typeof name === 'symbol' || name === 'toJSON' || Object.hasOwn(things, name)) return things[name as string]!;
      throw new UnknownNameError(`there is no ${what} "${name}"${hint(name, Object.keys(things))}`);
    },
  });
}
