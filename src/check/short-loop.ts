import type { Graph } from './graph.ts';
import type { LoopPlace } from './liveness-lasso.ts';

/** How many states with debts one search may meet before it gives up. */
const patience = 20_000;
/** How many bits the debts of a loop may take. */
const widest = 24;

/** Debts of a way as bits: what it has seen and done so far. */
type Ledger = {
  readonly bits: number;
  /** What a state and a step add, whatever came before. */
  readonly ofState: (state: number) => number;
  readonly ofClass: (name: number) => number;
  /** Whether nothing is owed if the way is repeated for ever. */
  readonly isPaid: (ledger: number) => boolean;
};

/**
 * A shortest fair loop from a state of a fair component to itself: breadth-first over states with what the way there has
 * seen and done, as for generalised Büchi and Streett acceptance.
 *
 * @returns its edges; undefined where there is none of fewer than `most` steps, or where the search would be too large.
 */
export function shortLoop(graph: Graph, place: LoopPlace, start: number, most: number): readonly number[] | undefined {
  const { offsets, targets, classes } = graph;
  const ledger = ledgerOf(graph, place, start);
  if (ledger.bits > widest) return undefined;
  const inside = new Set(place.states);
  const width = 2 ** ledger.bits;
  const first = start * width + ledger.ofState(start);
  const cameBy = new Map<number, { readonly edge: number; readonly before: number; readonly steps: number }>();
  const queue = [first];
  for (const node of queue) {
    const [state, known] = [Math.floor(node / width), node % width];
    const steps = (cameBy.get(node)?.steps ?? 0) + 1;
    if (steps >= most || queue.length > patience) return undefined;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const target = targets[edge]!;
      if (place.without[classes[edge]!] === 1 || !inside.has(target)) continue;
      const now = known | ledger.ofClass(classes[edge]!) | ledger.ofState(target);
      const next = target * width + now;
      if (target === start && ledger.isPaid(now)) return [...edgesTo(node), edge];
      if (next === first || cameBy.has(next)) continue;
      cameBy.set(next, { edge, before: node, steps });
      queue.push(next);
    }
  }
  return undefined;

  function edgesTo(end: number): readonly number[] {
    const edges: number[] = [];
    for (let came = cameBy.get(end); came !== undefined; came = cameBy.get(came.before)) edges.push(came.edge);
    return edges.reverse();
  }
}

/**
 * A bit for each weak class that is possible in `start`: taken, or not possible once; two for each strong class: possible
 * once, taken; one for each acceptance set.
 */
function ledgerOf({ offsets, classes }: Graph, { fairness, acceptance }: LoopPlace, start: number): Ledger {
  const possible = (state: number): Set<number> => new Set(classes.subarray(offsets[state], offsets[state + 1]));
  const atStart = possible(start);
  const names = [...fairness.keys()];
  const weak = names.filter((name) => fairness[name] === 'weak' && atStart.has(name));
  const strong = names.filter((name) => fairness[name] === 'strong');
  const sets = acceptance === undefined ? [] : bitsOf(acceptance.all);
  const [strongAt, setsAt] = [weak.length, weak.length + 2 * strong.length];
  const states = new Map<number, number>();
  const sum = (bits: readonly number[]): number => bits.reduce((all, bit) => all | (1 << bit), 0);
  const added = (state: number): number => {
    const here = possible(state);
    return sum([
      ...weak.flatMap((name, at) => (here.has(name) ? [] : [at])),
      ...strong.flatMap((name, at) => (here.has(name) ? [strongAt + 2 * at] : [])),
      ...sets.flatMap((set, at) => ((acceptance!.of[state]! >>> set) & 1 ? [setsAt + at] : [])),
    ]);
  };
  const all = sum([...weak.keys(), ...sets.map((_, at) => setsAt + at)]);
  const ofClass = Uint32Array.from(names, (name) =>
    sum([
      ...weak.flatMap((other, at) => (other === name ? [at] : [])),
      ...strong.flatMap((other, at) => (other === name ? [strongAt + 2 * at + 1] : [])),
    ]),
  );
  return {
    bits: setsAt + sets.length,
    ofState: (state) => {
      const known = states.get(state) ?? added(state);
      states.set(state, known);
      return known;
    },
    ofClass: (name) => ofClass[name]!,
    isPaid: (ledger) => (ledger & all) === all && strong.every((_, at) => ((ledger >>> (strongAt + 2 * at)) & 3) !== 1),
  };
}

const bitsOf = (flags: number): number[] => [...Array(32).keys()].filter((bit) => (flags >>> bit) & 1);
