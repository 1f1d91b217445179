import { type Explored, type ExploreOptions, endComponents, explore } from '../check/index.ts';
import { interpret, stepsOf } from '../compose/index.ts';
import { type Path, type Step, type System, type Visible, endLabel } from '../model/index.ts';
import { type Lts, silentName } from './lts.ts';

/** A system explored, and what is seen of it. */
export type Observed = {
  readonly system: System;
  /**
   * Its states are those of the graph, and one more, in which every run that has ended is. Of each state it has the steps
   * in their order, then an edge to the last state for each kind of end: where nothing must happen any more, and all
   * round a fair loop without progress.
   */
  readonly lts: Lts;
  readonly states: number;
  readonly steps: number;
  /** Why not every reachable state was explored; undefined when all were. Of a part nothing can be claimed. */
  readonly stopped: Explored['stopped'] | 'bound hit';
  /** What the edges of the transition system are, in the shared words; that of an end is no step and left out. */
  readonly pathOf: (edges: readonly number[]) => Path;
};

/**
 * Explores a system and sees it through somebody's eyes.
 *
 * @throws ModelError naming what cannot be checked.
 */
export function observe(system: System, visible: Visible, options: ExploreOptions = {}): Observed {
  const explored = explore(system, options);
  const { states, graph } = explored;
  const stopped = explored.stopped ?? (explored.full && 'bound hit');
  const numbers = new Map<string, number>();
  const names = [silentName];
  const numberOf = (label: string | undefined): number => {
    if (label === undefined) return 0;
    const known = numbers.get(label) ?? names.push(label) - 1;
    numbers.set(label, known);
    return known;
  };
  const offsets = new Uint32Array(states + 2);
  const labels: number[] = [];
  const targets: number[] = [];
  const ends = stopped === undefined ? endsOf(system, explored) : new Map<number, Set<string>>();
  const labelled = labeller(explored, (step) => numberOf(visible(step)));
  for (let state = 0; state < states; state++) {
    if (graph.offsets[state] !== graph.offsets[state + 1]) {
      let edge = graph.offsets[state]!;
      labelled(state, (label) => {
        labels.push(label);
        targets.push(graph.targets[edge++]!);
      });
    }
    for (const name of ends.get(state) ?? []) {
      labels.push(numberOf(endLabel(name)));
      targets.push(states);
    }
    offsets[state + 1] = labels.length;
  }
  offsets[states + 1] = labels.length;
  const lts: Lts = {
    states: states + 1,
    initial: 0,
    offsets,
    labels: Uint32Array.from(labels),
    targets: Uint32Array.from(targets),
    names,
  };
  return { system, lts, states, steps: explored.steps, stopped, pathOf: (edges) => pathOf(lts, explored, edges) };
}

/** The steps of a state that lead somewhere, in the order of the graph's edges. */
function walker({ composition, store }: Explored): (state: number) => readonly Step[] {
  const components = new Int32Array(store.layout.fields.length);
  return (state) => {
    store.read(state, components);
    return stepsOf(composition, components).flatMap(({ step, after }) => (after === undefined ? [] : [step]));
  };
}

/** Gives the labels of a state's steps in that order. A step is decided by its slot and its move, and asked for once. */
function labeller(
  { composition, store }: Explored,
  labelOf: (step: Step) => number,
): (state: number, told: (label: number) => void) => void {
  const components = new Int32Array(store.layout.fields.length);
  const known = new Map<number, number>();
  return (state, told) => {
    store.read(state, components);
    interpret(composition, components, (slot, move, after) => {
      if (after === undefined) return;
      const key = slot * 2 ** 32 + (move + 2 ** 31);
      let label = known.get(key);
      if (label === undefined) {
        const taken = stepsOf(composition, components).find((step) => step.slot === slot && step.move === move);
        known.set(key, (label = labelOf(taken!.step)));
      }
      told(label);
    });
  };
}

/** The names of the ends that a run can come to in each state. */
function endsOf(system: System, { graph, view, states }: Explored): Map<number, Set<string>> {
  const { offsets, classes, classFairness } = graph;
  const ends = new Map<number, Set<string>>();
  const add = (state: number, name: string): void => {
    ends.set(state, (ends.get(state) ?? new Set()).add(name));
  };
  const nameOf = (state: number): string | undefined => system.ending(view(state))?.name;
  for (let state = 0; state < states; state++) {
    let edge = offsets[state]!;
    while (edge < offsets[state + 1]! && classFairness[classes[edge]!] === 'none') edge++;
    if (edge === offsets[state + 1]) add(state, nameOf(state) ?? 'deadlock');
  }
  const loops = new Map<Int32Array, Map<number, string>>();
  for (const { lowest, of, number } of endComponents(graph, system.progress ?? [], nameOf)) {
    loops.set(of, (loops.get(of) ?? new Map()).set(number, nameOf(lowest) ?? 'livelock'));
  }
  for (const [of, names] of loops) {
    of.forEach((component, state) => names.has(component) && add(state, names.get(component)!));
  }
  return ends;
}

function pathOf(lts: Lts, explored: Explored, edges: readonly number[]): Path {
  const steps = walker(explored);
  let state = lts.initial;
  const path: Step[] = [];
  for (const edge of edges) {
    const step = steps(state)[edge - lts.offsets[state]!];
    state = lts.targets[edge]!;
    if (step !== undefined) path.push(step);
  }
  return { steps: path };
}
