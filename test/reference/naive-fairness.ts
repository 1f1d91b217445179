/**
 * Fair loops by greatest fixpoints on sets of states (E. A. Emerson, C.-L. Lei, "Modalities for Model Checking", 1987),
 * and strongly connected parts by forward and backward reach: another way than the engine's, to be its judge.
 */
import type { Fairness } from '../../src/model/index.ts';

export type NaiveEdge = { target: number; class: string };
export type NaiveGraph = { edges: readonly NaiveEdge[][]; fairness: Readonly<Record<string, Fairness>> };
type Region = Set<number>;

/** States of the region from which some state of `goal` can be reached inside it (or is one). */
function backward(sources: readonly number[][], region: Region, goal: Iterable<number>): Region {
  const found = new Set(goal);
  for (const state of found) for (const source of sources[state]!) if (region.has(source)) found.add(source);
  return found;
}

const inverse = (edges: readonly NaiveEdge[][]): number[][] => {
  const sources: number[][] = edges.map(() => []);
  edges.forEach((out, source) => out.forEach(({ target }) => sources[target]!.push(source)));
  return sources;
};

/**
 * The states of a region from which a fair run stays in it.
 *
 * `edges` are those that the run may take; what is possible (and so obliges) is read from the whole graph.
 */
export function fairStates(graph: NaiveGraph, edges: readonly NaiveEdge[][], within: Region): Region {
  const region = new Set(within);
  const sources = inverse(edges);
  const classes = Object.entries(graph.fairness).filter(([, fairness]) => fairness !== 'none');
  const enabled = (state: number, name: string): boolean => graph.edges[state]!.some((edge) => edge.class === name);
  for (let size = -1; size !== region.size;) {
    size = region.size;
    for (const state of region) if (!edges[state]!.some(({ target }) => region.has(target))) region.delete(state);
    for (const [name, fairness] of classes) {
      const takes = (state: number): boolean =>
        edges[state]!.some((edge) => edge.class === name && region.has(edge.target));
      const met = [...region].filter((state) => takes(state) || (fairness === 'weak' && !enabled(state, name)));
      const reaching = backward(sources, region, met);
      for (const state of region) if (!reaching.has(state) && enabled(state, name)) region.delete(state);
    }
  }
  return region;
}

const both = (a: Region, b: Region): Region => new Set([...a].filter((state) => b.has(state)));
const without = (a: Region, b: Region): Region => new Set([...a].filter((state) => !b.has(state)));

/** The strongly connected parts of a region, single states included. */
function connected(targets: readonly number[][], sources: readonly number[][], region: Region): Region[] {
  const parts: Region[] = [];
  for (const open = [region]; open.length > 0;) {
    const part = open.pop()!;
    const [pivot] = part;
    if (pivot === undefined) continue;
    const forth = backward(targets, part, [pivot]);
    const back = backward(sources, part, [pivot]);
    parts.push(both(forth, back));
    open.push(without(forth, back), without(back, forth), without(without(part, forth), back));
  }
  return parts;
}

/** All largest sets of states round which a fair run can go for ever inside the region, by their lowest state. */
export function fairComponents(graph: NaiveGraph, edges: readonly NaiveEdge[][], within: Region): Region[] {
  const found: Region[] = [];
  const sources = inverse(edges);
  const targets = edges.map((out) => out.map(({ target }) => target));
  for (const open = [within]; open.length > 0;) {
    const region = fairStates(graph, edges, open.pop()!);
    const parts = connected(targets, sources, region);
    if (parts.length === 1) found.push(region);
    else open.push(...parts);
  }
  return found.sort((a, b) => Math.min(...a) - Math.min(...b));
}
