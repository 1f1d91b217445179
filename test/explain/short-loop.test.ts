import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fairComponents } from '../../src/check/fair-loop.ts';
import { shortLoop } from '../../src/check/short-loop.ts';
import { edgesOf, isFair } from '../check/definition.ts';
import { drawnGraph } from '../check/random-graph.ts';

const numRuns = Number(process.env.FC_RUNS ?? 300);
/** Walks that are longer are too many to look at. */
const longest = 7;

test('a loop is fair, and no walk round that is shorter is', () => {
  fc.assert(
    fc.property(drawnGraph(6), ({ graph }) => {
      const without = new Uint8Array(graph.classNames.length);
      const { of, lowest } = fairComponents(graph, { states: new Uint8Array(graph.states).fill(1), without });
      const [start] = lowest;
      if (start === undefined) return;
      const states = Uint32Array.from([...of.keys()].filter((state) => of[state] === 0));
      const fairness = graph.classFairness;
      const edges = edgesOf(graph);
      const fair = (walk: readonly number[]): boolean =>
        isFair(
          graph,
          fairness,
          walk.map((edge) => edges[edge]!.source),
          new Set(walk.map((edge) => edges[edge]!.name)),
        );

      const found = shortLoop(graph, { states, without, fairness }, start, Infinity)!;

      expect(edges[found.at(-1)!]!.target).toBe(start);
      expect(fair(found)).toBe(true);
      let walks: number[][] = [[]];
      for (let length = 1; length < Math.min(found.length, longest); length++) {
        walks = walks.flatMap((walk) => {
          const at = walk.length === 0 ? start : edges[walk.at(-1)!]!.target;
          return [...edges.keys()]
            .filter((edge) => edges[edge]!.source === at && of[edges[edge]!.target] === 0)
            .map((edge) => [...walk, edge]);
        });
        expect(walks.some((walk) => edges[walk.at(-1)!]!.target === start && fair(walk))).toBe(false);
      }
      expect(shortLoop(graph, { states, without, fairness }, start, found.length)).toBeUndefined();
    }),
    { numRuns },
  );
});
