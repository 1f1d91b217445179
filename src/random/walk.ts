import type { Chance } from './chance.ts';
import { NOWHERE, type Territory } from './territory.ts';

/** By kind of step: how often it was taken. */
export type Habits = number[];

/** Told of a state, and of the place of the step that leaves it; none where the walk ends. */
export type OnPlace = (state: number, place: number | undefined) => void;

/**
 * Takes a walk from the initial state, of so many steps at most; it ends early where nothing is possible any more, and
 * with a step that finds a queue full.
 *
 * The more often a kind of step was taken, the seldomer it is: with a weight of one over the times, and one more.
 *
 * @returns how many steps were taken.
 */
export function walk(territory: Territory, chance: Chance, habits: Habits, most: number, onPlace: OnPlace): number {
  let state = 0;
  for (let taken = 0; taken < most; taken++) {
    const { kinds, targets } = territory.choices(state);
    if (kinds.length === 0) {
      onPlace(state, undefined);
      return taken;
    }
    const place = drawn(kinds, habits, chance);
    const kind = kinds[place]!;
    habits[kind] = (habits[kind] ?? 0) + 1;
    onPlace(state, place);
    if (targets[place] === NOWHERE) return taken + 1;
    state = targets[place]!;
  }
  onPlace(state, undefined);
  return most;
}

/** The place of one of some kinds of step, by chance and habits. */
function drawn(kinds: Int32Array, habits: Habits, chance: Chance): number {
  const weight = (place: number): number => 1 / (1 + (habits[kinds[place]!] ?? 0));
  let sum = 0;
  for (let place = 0; place < kinds.length; place++) sum += weight(place);
  let left = chance.share() * sum;
  for (let place = 0; place < kinds.length; place++) {
    left -= weight(place);
    if (left < 0) return place;
  }
  return kinds.length - 1;
}
