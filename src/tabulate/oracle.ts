import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
  createActor,
} from 'xstate';

import { type Message, ModelError } from '../model/index.ts';
import { faultOf } from './machine.ts';

/** What XState did: the state after, the actions it asks for, and the transitions it took in each microstep. */
export type Answer = {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly { readonly type: string; readonly params: unknown }[];
  readonly microsteps: readonly (readonly AnyTransitionDefinition[])[];
};

/** The transitions that an event selects: none, only such as do nothing, or some that do something. */
export type Selection = {
  readonly kind: 'unspecified' | 'ignored' | 'taken';
  readonly transitions: readonly AnyTransitionDefinition[];
};

/**
 * XState, asked as a pure function: nothing is started and no action is executed.
 *
 * Does what XState's `initialTransition` and `transition` do, which make an actor for every call; here one actor, never
 * started, serves for all, and its inspector tells which transitions were selected in each microstep.
 */
export class Oracle {
  /** How often XState was asked. */
  calls = 0;
  #actions: { type: string; params: unknown }[] = [];
  #microsteps: (readonly AnyTransitionDefinition[])[] = [];
  readonly #party: string;
  readonly #machine: AnyStateMachine;
  readonly #scope: AnyActorScope;

  constructor(party: string, machine: AnyStateMachine, input: unknown) {
    this.#party = party;
    this.#machine = machine;
    const actor = createActor(machine, {
      input,
      inspect: (event) => {
        if (event.type === '@xstate.microstep') this.#microsteps.push(event._transitions);
      },
    });
    const nothing = (): void => {};
    this.#scope = {
      self: actor,
      system: actor.system,
      id: actor.id,
      sessionId: actor.sessionId,
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: ({ type, params }) => this.#actions.push({ type, params }),
    };
  }

  /** @throws ModelError when a context, guard or action throws, or it never comes to rest. */
  initial(input: unknown): Answer {
    const answer = this.#ask('its initial state', () => this.#machine.getInitialSnapshot(this.#scope, input));
    if (answer.snapshot.status === 'error') throw this.#thrown('its initial state', answer.snapshot.error);
    return answer;
  }

  /** @throws ModelError when a guard throws. */
  select(snapshot: AnyMachineSnapshot, event: Message): Selection {
    // A chart that has reached its end takes nothing any more, whatever its root would do.
    if (snapshot.status !== 'active') return { kind: 'unspecified', transitions: [] };
    this.calls++;
    try {
      const transitions = this.#machine.getTransitionData(snapshot, event);
      const does = transitions.some(({ target, actions }) => target !== undefined || actions.length > 0);
      return { kind: transitions.length === 0 ? 'unspecified' : does ? 'taken' : 'ignored', transitions };
    } catch (error) {
      throw this.#thrown(place(snapshot, event), error);
    }
  }

  /** @throws ModelError when a guard or action throws, or the macrostep never ends. */
  transition(snapshot: AnyMachineSnapshot, event: Message): Answer {
    return this.#ask(place(snapshot, event), () => this.#machine.transition(snapshot, event, this.#scope));
  }

  #ask(where: string, question: () => AnyMachineSnapshot): Answer {
    this.calls++;
    this.#actions = [];
    this.#microsteps = [];
    try {
      const snapshot = question();
      return { snapshot, actions: this.#actions, microsteps: this.#microsteps };
    } catch (error) {
      throw this.#thrown(where, error);
    }
  }

  #thrown(where: string, error: unknown): ModelError {
    const fault = faultOf(error);
    return new ModelError(`party "${this.#party}", ${where}: ${fault}${mend(fault)}`);
  }
}

const place = (snapshot: AnyMachineSnapshot, event: Message): string =>
  `state ${JSON.stringify(snapshot.value)}, event ${JSON.stringify(event)}`;

/** What to do about the errors that charts run into most. */
function mend(fault: string): string {
  if (/read only|not extensible|Cannot delete property/.test(fault)) {
    return '\n  A context is never changed in place: let `assign` return the new value.';
  }
  if (/Unable to send event to actor/.test(fault)) {
    return '\n  A chart talks to others only by the action `send` with params { to: port, message }.';
  }
  return '';
}
