import { type Composition, type StateStore, type TakenStep, stepsOf } from '../compose/index.ts';
import type { Path, Step } from '../model/index.ts';
import { type LastStep, type Taste, bestPath } from './best-path.ts';
import { componentsOf } from './components.ts';
import { Decisions } from './decisions.ts';
import { faultsOf } from './faults.ts';
import type { Graph } from './graph.ts';
import { type Layers, layerOf, stateLayers } from './layers.ts';
import { type EdgePath, sourceOf } from './liveness-search.ts';

/** The steps of a shortest path from the initial state, the first that was found. The state's parents must be expanded. */
export function stepsTo(composition: Composition, store: StateStore, state: number): Step[] {
  const steps: Step[] = [];
  let child = state;
  for (let parent = store.parent(child); parent !== undefined; parent = store.parent(child)) {
    steps.unshift(stepBetween(composition, store, parent, child));
    child = parent;
  }
  return steps;
}

/** The step from a state to one of its successors. */
export function stepBetween(composition: Composition, store: StateStore, from: number, to: number): Step {
  const wanted = componentsOf(store, to);
  const found = stepsOf(composition, componentsOf(store, from)).find(({ after }) =>
    after?.every((part, at) => part === wanted[at]),
  );
  if (found === undefined) throw new Error(`no step leads from state ${from} to state ${to}, its child`);
  return found.step;
}

/**
 * Shortest paths of one search in the shared words: of several the one that reads best.
 *
 * Without a graph there is one for each state, the first that was found.
 */
export class Paths {
  readonly taste: Taste;
  readonly decisions: Decisions;
  readonly #composition: Composition;
  readonly #store: StateStore;
  readonly #graph: Graph | undefined;
  readonly #steps = new Map<number, readonly TakenStep[]>();
  #layers: Layers | undefined;

  constructor(composition: Composition, store: StateStore, graph: Graph | undefined) {
    this.#composition = composition;
    this.#store = store;
    this.#graph = graph;
    this.decisions = new Decisions(composition, store);
    this.taste = { faults: faultsOf(composition), movers: (state) => this.decisions.movers(state) };
  }

  /** Of the states as far from the initial one as this, this one and those found later that are `wanted`. */
  equallyFar(state: number, wanted: (state: number) => boolean): readonly number[] {
    const states = [state];
    if (this.#graph === undefined) return states;
    const layers = (this.#layers ??= stateLayers(this.#graph));
    const end = layers.starts[layerOf(layers, state) + 1]!;
    for (let other = state + 1; other < end; other++) if (wanted(other)) states.push(other);
    return states;
  }

  /** Whether nothing must happen any more in a state that is expanded. Needs the graph. */
  isRest(state: number): boolean {
    const { offsets, classes } = this.#graph!;
    const { classFairness, slots } = this.#composition;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      if (classFairness[classes[edge]!] !== 'none') return false;
    }
    if (state >= this.#store.expanded) return false;
    return this.stepsOf(state).every(({ slot }) => classFairness[slots[slot]!.class] === 'none');
  }

  /** The best path to one of some states, all equally far, and the one that it leads to. */
  to(states: readonly number[]): { readonly path: Path; readonly state: number } {
    return this.#best(new Map(states.map((state) => [state, undefined])));
  }

  /** The best path to one of some states, all equally far, and on with one of the given steps of that state. */
  through(ends: ReadonlyMap<number, readonly TakenStep[]>): Path {
    return this.#best(ends).path;
  }

  /** A path given by edges. */
  of({ edges, loop }: EdgePath): Path {
    return { steps: this.#stepsAlong(edges), ...(loop !== undefined && { loop }) };
  }

  /** All steps of a state, those into full queues included. */
  stepsOf(state: number): readonly TakenStep[] {
    const known = this.#steps.get(state) ?? stepsOf(this.#composition, componentsOf(this.#store, state));
    this.#steps.set(state, known);
    return known;
  }

  /** The steps of a state that lead somewhere, in the order of the graph's edges. */
  edgesOf(state: number): readonly TakenStep[] {
    return this.stepsOf(state).filter(({ after }) => after !== undefined);
  }

  #best(ends: ReadonlyMap<number, readonly TakenStep[] | undefined>): { path: Path; state: number } {
    const [[first, lasts]] = ends as unknown as [[number, readonly TakenStep[] | undefined]];
    const graph = this.#graph;
    if (graph === undefined) {
      const way = stepsTo(this.#composition, this.#store, first);
      return { path: { steps: lasts === undefined ? way : [...way, lasts[0]!.step] }, state: first };
    }
    const layers = (this.#layers ??= stateLayers(graph));
    const goal = new Map([...ends].map(([state, steps]) => [state, steps?.map((taken) => this.#last(taken))]));
    const { edges, last } = bestPath(graph, layers, layerOf(layers, first), goal, this.taste);
    const state = edges.length === 0 ? 0 : graph.targets[edges.at(-1)!]!;
    const way = this.#stepsAlong(edges);
    return { path: { steps: last === undefined ? way : [...way, ends.get(state)![last]!.step] }, state };
  }

  #last({ step, slot }: TakenStep): LastStep {
    const { parties, slots } = this.#composition;
    return { party: parties.numberOf(step.party)!, fault: this.taste.faults[slots[slot]!.class] === 1 };
  }

  #stepsAlong(edges: readonly number[]): Step[] {
    const { offsets } = this.#graph!;
    return edges.map((edge) => {
      const source = sourceOf(this.#graph!, edge);
      return this.edgesOf(source)[edge - offsets[source]!]!.step;
    });
  }
}
