import { type Composition, StateStore, composeAnd, roomyLayout } from '../compose/index.ts';
import type { Fairness, Path, System, View } from '../model/index.ts';
import type { Graph } from './graph.ts';
import { stepsTo } from './paths.ts';
import { type SearchOptions, type Searched, search } from './search.ts';
import { StateReader } from './state-reader.ts';
import { StateViews } from './state-view.ts';

/** Options of exploring: of the search, and of the tables. */
export type ExploreOptions = Omit<SearchOptions, 'edges'> & {
  /** Overrides the system's fairness, by step class. */
  readonly fairness?: Readonly<Record<string, Fairness>>;
  /** How many local states a party may have. Default 20,000, or 1,024 when a part of its context grows steadily. */
  readonly maxLocals?: number;
};

/** A system explored as far as the limits allowed, for tools and tests. */
export type Explored = Searched & {
  readonly composition: Composition;
  readonly store: StateStore;
  readonly states: number;
  readonly graph: Graph;
  /** A state by its number, as claims see it. */
  readonly view: (state: number) => View;
  /** A shortest path to a state. */
  readonly pathTo: (state: number) => Path;
};

/**
 * Explores a system and keeps its graph.
 *
 * @throws ModelError naming what cannot be checked.
 */
export function explore(description: System, options: ExploreOptions = {}): Explored {
  return composeAnd(description, options, (composition) => {
    const store = new StateStore(roomyLayout(composition.counts));
    const searched = search(composition, store, { ...options, edges: true }, []);
    const views = new StateViews(composition);
    const reader = (state: number): StateReader => new StateReader(composition, store).load(state);
    return {
      ...searched,
      composition,
      store,
      states: store.count,
      graph: searched.edges!.graph(store.count, composition),
      view: (state) => views.view(reader(state)),
      pathTo: (state) => ({ steps: stepsTo(composition, store, state) }),
    };
  });
}
