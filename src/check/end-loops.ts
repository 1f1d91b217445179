import type { Taste } from './best-path.ts';
import { fairComponents } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { smallLasso } from './liveness-lasso.ts';
import { type EdgePath, type Watched, watch } from './liveness-search.ts';

/** A fair loop that a run can end in. */
export type EndLoop = {
  /** The state that names it: the lowest of its component, nearest to the initial state. */
  readonly lowest: number;
  /** A small run into the loop and round in it; where states of several names are in the loop, through `lowest`. */
  readonly lasso: () => EdgePath;
};

/** A fair component by its number in `of`, the lowest of its states, and whether all of them bear one name. */
type Component = {
  readonly lowest: number;
  readonly of: Int32Array;
  readonly number: number;
  readonly alike: boolean;
};

/**
 * The fair loops that take no step of a class of progress, by their lowest states.
 *
 * One for each largest component whose states all bear one name. In a component of several names: one for each largest
 * part of one name round which a fair run can go for ever; if there is none, one for the whole.
 *
 * @param progress Names of classes.
 * @param nameOf What the end would be called if a state named it; undefined where nobody declared one.
 */
export function endLoops(
  graph: Graph,
  progress: readonly string[],
  nameOf: (state: number) => string | undefined,
  taste?: Taste,
): EndLoop[] {
  const without = withoutProgress(graph, progress);
  let runs: Watched | undefined;
  return namedComponents(graph, without, nameOf).map(({ lowest, of, number, alike }) => ({
    lowest,
    lasso: () => {
      runs ??= watch(graph, { arms: new Uint8Array(graph.states).fill(1) }, taste);
      const states = runs.order.filter((state) => of[state] === number);
      const place = { states, without, fairness: graph.classFairness };
      return smallLasso(graph, alike ? place : { ...place, start: lowest }, runs.pathTo);
    },
  }));
}

/** The states of these loops: a component's are those whose entry in `of` is its number. Parameters as above. */
export const endComponents = (
  graph: Graph,
  progress: readonly string[],
  nameOf: (state: number) => string | undefined,
): readonly Component[] => namedComponents(graph, withoutProgress(graph, progress), nameOf);

/** 1 for each class of progress. */
const withoutProgress = ({ classNames }: Graph, progress: readonly string[]): Uint8Array =>
  Uint8Array.from(classNames, (name) => (progress.includes(name) ? 1 : 0));

function namedComponents(
  graph: Graph,
  without: Uint8Array,
  nameOf: (state: number) => string | undefined,
): Component[] {
  const whole = fairComponents(graph, { states: new Uint8Array(graph.states).fill(1), without });
  const kinds = kindsOf(whole.of, nameOf);
  const mixed = whole.lowest.map(() => false);
  whole.of.forEach((number, state) => {
    if (number !== -1 && kinds[state] !== kinds[whole.lowest[number]!]) mixed[number] = true;
  });
  const states = Uint8Array.from(whole.of, (number) => (number !== -1 && mixed[number] === true ? 1 : 0));
  const parts = fairComponents(graph, { states, without, kinds });
  const split = new Set(parts.lowest.map((lowest) => whole.of[lowest]!));
  const unsplit = whole.lowest.flatMap((lowest, number) =>
    split.has(number) ? [] : [{ lowest, of: whole.of, number, alike: mixed[number] !== true }],
  );
  return [...unsplit, ...parts.lowest.map((lowest, number) => ({ lowest, of: parts.of, number, alike: true }))].sort(
    (a, b) => a.lowest - b.lowest,
  );
}

/** A number for each name that a state in some component bears; -1 outside of components. */
function kindsOf(of: Int32Array, nameOf: (state: number) => string | undefined): Int32Array {
  const numbers = new Map<string | undefined, number>();
  return of.map((component, state) => {
    if (component === -1) return -1;
    const name = nameOf(state);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
