import type { Composition } from './composition.ts';
import type { StateStore } from './state-store.ts';

/** Steps of states, one after the other: a slot, the move among those of all clusters (for a loss `~message`) and the state it leads to. */
export type Steps = { readonly slots: Int32Array; readonly moves: Int32Array; readonly targets: Int32Array };

/** The steps of a block of states, in order. */
export type Block = Steps & {
  /** By state of the block: where its steps end; those of the first begin at 0, others where those before end. */
  readonly ends: Int32Array;
  /** By state of the block: 1 when some step must be taken some time: the state is no rest. */
  readonly musts: Int32Array;
  /** By state of the block, once its steps are added: how many states there are then. */
  readonly counts: Int32Array;
};

/**
 * Finds the successors of states, a block of states at a time, and then adds them to the store.
 *
 * Looking at a state again gives the same steps, and adding them again adds nothing.
 */
export type Successors = {
  readonly block: Block;
  /**
   * Looks at states from one number up to, not including, another, and adds nothing yet.
   *
   * @returns how many states were looked at: one at least, no more than are wanted.
   * @throws Outgrown when the store's layout is too narrow for a component, ModelError; both of the first state.
   */
  readonly look: (from: number, to: number) => number;
  /**
   * Adds the steps of the first so many states of the block. There must be room for all of them.
   *
   * @param most stops before the first state at which there are more states than this.
   * @returns of how many states the steps were added.
   * @throws Outgrown when the store's layout is too narrow for a component.
   */
  readonly add: (states: number, most: number) => number;
  /** The state that is being looked at. */
  readonly at: () => number;
  /** Must be called after the store made room. */
  readonly bind: () => void;
};

/** Thrown when a component has more values than its field holds: the store must be repacked. */
export class Outgrown extends Error {}

/** Told of each step that a full queue forbids: its slot, its move, and the state. */
export type OnFull = (state: number, slot: number, move: number) => void;

/** No state has more steps than this. */
export function maxSteps({ parties, queues }: Composition): number {
  const own = parties.list.reduce((sum, party) => sum + party.own.length, 0);
  return own + queues.reduce((sum, { fifo }) => sum + 3 * (fifo.lane === undefined ? 1 : fifo.capacity), 0);
}

/** By slot: 1 where a step that stays possible must be taken some time. */
export function mustBeTaken({ slots, classFairness }: Composition): Int32Array {
  return Int32Array.from(slots, (slot) => {
    const kind = classFairness[slot.class];
    return kind === 'weak' || kind === 'strong' ? 1 : 0;
  });
}

/** Room for the steps of so many states, of which one may have as many steps as any can. */
export function blockOf(states: number, steps: number): Block {
  const column = (length: number): Int32Array => new Int32Array(length);
  return {
    slots: column(steps),
    moves: column(steps),
    targets: column(steps),
    ends: column(states),
    musts: column(states),
    counts: column(states),
  };
}

/** What makes successors out of tables: `interpreted` or `generated`, with the same results. */
export type MakeSuccessors = (composition: Composition, store: StateStore, onFull: OnFull) => Successors;
