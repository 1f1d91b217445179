import type { Composition } from './composition.ts';
import type { StateStore } from './state-store.ts';

/** The steps of the state expanded last, in order: a slot, the move (for a loss `~message`) and the state it leads to. */
export type Steps = { readonly slots: Int32Array; readonly moves: Int32Array; readonly targets: Int32Array };

/**
 * Finds the successors of states and adds them to the store.
 *
 * Expanding a state again gives the same steps and adds nothing.
 */
export type Successors = {
  readonly steps: Steps;
  /**
   * Expands a state. The store must have room for as many states as `maxSteps` says.
   *
   * @returns twice the number of steps, plus one if some step must be taken some time: the state is no rest.
   * @throws Outgrown when the store's layout is too narrow for a component.
   */
  readonly expand: (state: number) => number;
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

/** Room for the steps of one state. */
export function stepsFor(composition: Composition): Steps {
  const most = maxSteps(composition);
  return { slots: new Int32Array(most), moves: new Int32Array(most), targets: new Int32Array(most) };
}

/** What makes successors out of tables: `interpreted` or `generated`, with the same results. */
export type MakeSuccessors = (composition: Composition, store: StateStore, onFull: OnFull) => Successors;
