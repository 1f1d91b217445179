/** Relations straight from their definitions, by trying all pairs until nothing changes: slow and plain. */
import type { Lts } from '../../src/relate/lts.ts';
import { edgesOf } from './random-lts.ts';

type Related = (one: number, other: number) => boolean;
type Matches = (one: number, other: number, related: Related) => boolean;

/** The greatest symmetric relation in which each of two related states matches the other. */
function greatest({ states }: Lts, matches: Matches): boolean[][] {
  const relation = Array.from({ length: states }, () => Array.from({ length: states }, () => true));
  const related: Related = (one, other) => relation[one]![other]!;
  for (let changed = true; changed;) {
    changed = false;
    for (let one = 0; one < states; one++) {
      for (let other = 0; other < states; other++) {
        if (!related(one, other) || (matches(one, other, related) && matches(other, one, related))) continue;
        relation[one]![other] = relation[other]![one] = false;
        changed = true;
      }
    }
  }
  return relation;
}

/** The states reached by silent steps, the state itself included. */
export function silentReach(lts: Lts, from: number, inside: (state: number) => boolean = () => true): Set<number> {
  const met = new Set([from]);
  for (const state of met) {
    for (const [label, target] of edgesOf(lts, state)) if (label === 0 && inside(target)) met.add(target);
  }
  return met;
}

/** Strong bisimilarity: each step of one is a step of the other, to related states. */
export const strong = (lts: Lts): boolean[][] =>
  greatest(lts, (one, other, related) =>
    edgesOf(lts, one).every(([label, target]) =>
      edgesOf(lts, other).some(([same, reached]) => same === label && related(target, reached)),
    ),
  );

/** Branching bisimilarity (van Glabbeek and Weijland): the other may first go on unseen, to a state still related. */
export const branching = (lts: Lts): boolean[][] => greatest(lts, branchingMatch(lts));

const branchingMatch =
  (lts: Lts): Matches =>
  (one, other, related) =>
    edgesOf(lts, one).every(
      ([label, target]) =>
        (label === 0 && related(target, other)) ||
        [...silentReach(lts, other)].some(
          (middle) =>
            related(one, middle) &&
            edgesOf(lts, middle).some(([same, reached]) => same === label && related(target, reached)),
        ),
    );

/** Branching bisimilarity with explicit divergence: by splitting, until in each class all or none can go on unseen in it. */
export function branchingWithDivergence(lts: Lts): boolean[][] {
  let split: Related = () => true;
  for (;;) {
    const apart = split;
    const relation = greatest(
      lts,
      (one, other, related) => apart(one, other) && branchingMatch(lts)(one, other, related),
    );
    const within =
      (state: number): Related =>
      (one) =>
        relation[one]![state]!;
    const stays = (state: number): boolean => {
      const inside = (other: number): boolean => within(state)(other, state);
      return [...silentReach(lts, state, inside)].some((there) =>
        edgesOf(lts, there).some(
          ([label, target]) => label === 0 && inside(target) && silentReach(lts, target, inside).has(there),
        ),
      );
    };
    const diverges = Array.from({ length: lts.states }, (_, state) => stays(state));
    const finer = (one: number, other: number): boolean => relation[one]![other]! && diverges[one] === diverges[other];
    if (relation.every((row, one) => row.every((related, other) => related === finer(one, other)))) return relation;
    split = finer;
  }
}

/** All traces of a state up to a length, silent steps left out: labels with spaces between them. */
export function traces(lts: Lts, from: number, length: number): Set<string> {
  const found = new Set<string>();
  let level = new Map([['', silentReach(lts, from)]]);
  for (let depth = 0; depth <= length; depth++) {
    const next = new Map<string, Set<number>>();
    for (const [trace, states] of level) {
      found.add(trace);
      for (const state of states) {
        for (const [label, target] of edgesOf(lts, state)) {
          if (label === 0) continue;
          const longer = trace === '' ? String(label) : `${trace} ${label}`;
          next.set(longer, new Set([...(next.get(longer) ?? []), ...silentReach(lts, target)]));
        }
      }
    }
    level = next;
  }
  return found;
}
