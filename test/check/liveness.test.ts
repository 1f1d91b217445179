import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Graph } from '../../src/check/graph.ts';
import { endLoops } from '../../src/check/end-loops.ts';
import { leadsToViolation, neverAfterViolation, restsOf } from '../../src/check/liveness.ts';
import { fairComponents as naiveComponents, fairStates } from '../reference/naive-fairness.ts';
import { edgesOf, loopsFairly, statesAlong } from './definition.ts';
import { drawnGraph } from './random-graph.ts';

const numRuns = Number(process.env.FC_RUNS ?? 1500);

const naive = (graph: Graph) => ({
  edges: [...Array(graph.states).keys()].map((state) =>
    edgesOf(graph)
      .filter(({ source }) => source === state)
      .map(({ target, name }) => ({ target, class: graph.classNames[name]! })),
  ),
  fairness: Object.fromEntries(graph.classNames.map((name, index) => [name, graph.classFairness[index]!])),
});
/** States reached with a watch on, and in how few steps: the plainest search there is. */
function reached(
  graph: Graph,
  arms: (state: number) => boolean,
  ends: (state: number) => boolean,
): Map<number, number> {
  const open = [{ state: 0, on: arms(0) && !ends(0), length: 0 }];
  const met = new Map<string, number>();
  const found = new Map<number, number>();
  for (const { state, on, length } of open) {
    if (met.has(`${state} ${on}`)) continue;
    met.set(`${state} ${on}`, length);
    if (on) found.set(state, length);
    for (const { source, target } of edgesOf(graph)) {
      if (source !== state) continue;
      if (!on || ends(target)) open.push({ state: target, on: arms(target) && !ends(target), length: length + 1 });
      if (on && !ends(target)) open.push({ state: target, on: true, length: length + 1 });
    }
  }
  return found;
}

test('leadsTo is violated exactly where the fixpoint finds a fair run that owes, or a rest', () => {
  fc.assert(
    fc.property(drawnGraph(9), ({ graph, a: from, b: to }) => {
      const owing = reached(
        graph,
        (state) => from[state] === 1,
        (state) => to[state] === 1,
      );
      const rests = restsOf(graph);
      const atRest = [...owing].filter(([state]) => rests[state] === 1).map(([, length]) => length);
      const { edges, fairness } = naive(graph);
      const fair = fairStates({ edges, fairness }, edges, new Set(owing.keys()));

      const path = leadsToViolation(graph, from, to);

      expect(path !== undefined).toBe(atRest.length > 0 || fair.size > 0);
      if (!path) return;
      const states = statesAlong(graph, path);
      const last = states.findLastIndex((state) => from[state] === 1);
      expect(last).not.toBe(-1);
      expect(states.slice(last).some((state) => to[state] === 1)).toBe(false);
      if (atRest.length > 0) expect(path).toEqual({ edges: expect.objectContaining({ length: Math.min(...atRest) }) });
      else expect(loopsFairly(graph, graph.classFairness, path)).toBe(true);
    }),
    { numRuns },
  );
});

test('fairness given with the claim replaces that of the graph', () => {
  fc.assert(
    fc.property(drawnGraph(7), ({ graph, a, b }) => {
      const strict = graph.classFairness.map(() => 'strong' as const);
      expect(leadsToViolation(graph, a, b, strict)).toEqual(
        leadsToViolation({ ...graph, classFairness: strict }, a, b),
      );
    }),
    { numRuns: numRuns / 5 },
  );
});

test('neverAfter finds a shortest path', () => {
  fc.assert(
    fc.property(drawnGraph(9), ({ graph, a: after, b: never }) => {
      const armed = reached(
        graph,
        (state) => after[state] === 1,
        () => false,
      );
      const lengths = [...armed].filter(([state]) => never[state] === 1).map(([, length]) => length);

      const path = neverAfterViolation(graph, after, never);

      expect(path?.edges.length).toBe(lengths.length > 0 ? Math.min(...lengths) : undefined);
      if (!path) return;
      const states = statesAlong(graph, path);
      expect(states.some((state) => after[state] === 1)).toBe(true);
      expect(never[states.at(-1)!]).toBe(1);
    }),
    { numRuns },
  );
});

test('loops without progress are those of the fixpoint, each with a fair lasso that takes no step of progress', () => {
  fc.assert(
    fc.property(drawnGraph(9), fc.subarray(['k0', 'k1', 'k2', 'k3']), ({ graph, a }, progress) => {
      const { edges, fairness } = naive(graph);
      const free = edges.map((out) => out.filter((edge) => !progress.includes(edge.class)));
      const inside = (states: Iterable<number>) => naiveComponents({ edges, fairness }, free, new Set(states));
      const nameOf = (state: number) => (a[state] === 1 ? 'named' : undefined);
      const components = inside(edges.keys())
        .flatMap((all) => {
          const parts = [0, 1].flatMap((flag) => inside([...all].filter((state) => a[state] === flag)));
          return parts.length > 0 ? parts : [all];
        })
        .sort((one, other) => Math.min(...one) - Math.min(...other));

      const loops = endLoops(graph, progress, nameOf);

      expect(loops.map(({ lowest }) => lowest)).toEqual(components.map((states) => Math.min(...states)));
      loops.forEach(({ lowest, lasso }, number) => {
        const path = lasso();
        expect(loopsFairly(graph, graph.classFairness, path)).toBe(true);
        const round = statesAlong(graph, path).slice(path.loop);
        expect(round.every((state) => components[number]!.has(state))).toBe(true);
        expect(round.some((state) => a[state] === a[lowest])).toBe(true);
        const taken = path.edges.slice(path.loop).map((edge) => graph.classNames[graph.classes[edge]!]!);
        expect(taken.filter((name) => progress.includes(name))).toEqual([]);
      });
    }),
    { numRuns },
  );
});
