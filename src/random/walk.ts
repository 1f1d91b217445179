import type { Chance } from './chance.ts';
import { NOWHERE, type Territory } from './territory.ts';

/** By kind of step: how often it was taken. */
export type Habits = number[];

/** Told of a state, and of the place of the step that leaves it; none where the walk ends. */
export type OnPlace = (state: number, place: number | undefined) => void;

/** How likely it is that a walk is reluctant to take the steps of a class, and how reluctant it then is. */
const reluctance = { share: 0.3, weight: 0.02 };

/**
 * Takes a walk from the initial state, of so many steps at most; it ends early where nothing is possible any more, and
 * with a step that finds a queue full.
 *
 * The more often a kind of step was taken, the seldomer it is: with a weight of one over the times, and one more. And each
 * walk is reluctant to take steps of some classes, so that what these would cut short can come about.
 *
 * Source: Groce, Zhang, Eide, Chen, Regehr, "Swarm testing" (2012): leaving things out at random finds more.
 *
 * @returns how many steps were taken.
 */
export function walk(territory: Territory, chance: Chance, habits: Habits, most: number, onPlace: OnPlace): number {
  const liking = likings(territory, chance);
  let state = 0;
  for (let taken = 0; taken < most; taken++) {
    const { kinds, targets } = territory.choices(state);
    if (kinds.length === 0) {
      onPlace(state, undefined);
      return taken;
    }
    const place = drawn(kinds, (kind) => liking(kind) / (1 + (habits[kind] ?? 0)), chance);
    const kind = kinds[place]!;
    habits[kind] = (habits[kind] ?? 0) + 1;
    onPlace(state, place);
    if (targets[place] === NOWHERE) return taken + 1;
    state = targets[place]!;
  }
  onPlace(state, undefined);
  return most;
}

/** How much a walk likes each kind of step: drawn once for each class, when the first of its steps is possible. */
function likings(territory: Territory, chance: Chance): (kind: number) => number {
  const ofClass = new Map<string, number>();
  const ofKind: number[] = [];
  return (kind) => {
    if (ofKind[kind] !== undefined) return ofKind[kind];
    const name = territory.kinds.at(kind).step.class;
    const liking = ofClass.get(name) ?? (chance.share() < reluctance.share ? reluctance.weight : 1);
    ofClass.set(name, liking);
    return (ofKind[kind] = liking);
  };
}

/** The place of one of some kinds of step, by chance and weight. */
function drawn(kinds: Int32Array, weightOf: (kind: number) => number, chance: Chance): number {
  const weights = Array.from(kinds, weightOf);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let left = chance.share() * sum;
  const place = weights.findIndex((weight) => (left -= weight) < 0);
  return place < 0 ? kinds.length - 1 : place;
}
