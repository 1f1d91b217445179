import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fairComponents } from '../../src/check/fair-loop.ts';
import type { Graph } from '../../src/check/graph.ts';
import type { Fairness } from '../../src/model/index.ts';
import { fairSets } from './definition.ts';
import { drawnGraph } from './random-graph.ts';

const numRuns = Number(process.env.FC_RUNS ?? 1500);

/** One loop of two states, of class `round`; class `out` leaves it from state 0 to a rest. */
const loopWithExit = (out: Fairness): Graph => ({
  states: 3,
  offsets: Uint32Array.of(0, 2, 3, 3),
  targets: Uint32Array.of(1, 2, 0),
  classes: Uint16Array.of(0, 1, 0),
  classNames: ['round', 'out'],
  classFairness: ['none', out],
});
const everywhere = (graph: Graph) => ({
  states: new Uint8Array(graph.states).fill(1),
  without: new Uint8Array(graph.classNames.length),
});

test.for([
  ['none', [0]],
  ['weak', [0]],
  ['strong', []],
] as const)('an exit that is possible now and then, with fairness %s', ([out, lowest]) => {
  const graph = loopWithExit(out);
  expect(fairComponents(graph, everywhere(graph)).lowest).toEqual(lowest);
});

test('a weak class that is possible all the way round forbids the loop', () => {
  const graph: Graph = {
    states: 2,
    offsets: Uint32Array.of(0, 2, 2),
    targets: Uint32Array.of(0, 1),
    classes: Uint16Array.of(0, 1),
    classNames: ['round', 'out'],
    classFairness: ['none', 'weak'],
  };
  expect(fairComponents(graph, everywhere(graph)).lowest).toEqual([]);
});

test('a ring of a million states is one component, found without recursion', () => {
  const states = 1_000_000;
  const graph: Graph = {
    states,
    offsets: Uint32Array.from({ length: states + 1 }, (_, state) => state),
    targets: Uint32Array.from({ length: states }, (_, state) => (state + 1) % states),
    classes: new Uint16Array(states),
    classNames: ['round'],
    classFairness: ['strong'],
  };
  expect(fairComponents(graph, everywhere(graph)).lowest).toEqual([0]);
});

test('components are the largest fair sets of the definition', () => {
  fc.assert(
    fc.property(drawnGraph(6), fc.nat(15), ({ graph, a, b }, mask) => {
      const allowed = a.map((flag, state) => flag | b[state]!);
      const without = Uint8Array.from(graph.classNames, (_, name) => (mask === 0 ? 0 : (mask >> name) & 1));
      const { of, lowest } = fairComponents(graph, { states: allowed, without });
      const sets = lowest.map((_, number) => [...of.keys()].filter((state) => of[state] === number));
      const defined = fairSets(
        graph,
        graph.classFairness,
        (state) => allowed[state] === 1,
        (name) => without[name] === 1,
      );
      expect(sets).toEqual(defined);
      expect(lowest).toEqual(defined.map((states) => states[0]));
    }),
    { numRuns },
  );
});
