/** Generated code and the interpreter give the same graph, with the same numbers. */
import fc from 'fast-check';
import { assign, setup } from 'xstate';
import { expect, test } from 'vitest';

import { type Explored, explore } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { ModelError, type System } from '../../src/model/index.ts';
import { randomCase } from '../reference/random-system.ts';
import { overQueues, overWires } from '../toys/alternating-bit.ts';
import { stationRing } from '../toys/station-ring.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 60);

type Graph = Pick<Explored, 'states' | 'steps' | 'depth'> & { readonly offsets: string; readonly edges: string };

function graphOf(description: System, engine: 'generated' | 'interpreted'): Graph | 'refused' {
  try {
    const { states, steps, depth, graph } = explore(description, { engine, maxStates: 20_000 });
    return {
      states,
      steps,
      depth,
      offsets: graph.offsets.join(),
      edges: `${graph.targets.join()} ${graph.classes.join()}`,
    };
  } catch (error) {
    if (error instanceof ModelError) return 'refused';
    throw error;
  }
}

test.for([overQueues({ loses: 1, duplicates: 1 }), overWires('weak'), stationRing(5)])('on $name', (toy) => {
  expect(graphOf(toy, 'generated')).toEqual(graphOf(toy, 'interpreted'));
});

test('on random systems', () => {
  fc.assert(
    fc.property(randomCase, ({ system: drawn }) => {
      expect(graphOf(drawn, 'generated')).toEqual(graphOf(drawn, 'interpreted'));
    }),
    { numRuns },
  );
});

const counting = setup({
  types: { context: {} as { count: number }, input: {} as number },
  guards: { below: ({ context }, limit: number) => context.count < limit },
  actions: { count: assign({ count: ({ context }) => context.count + 1 }) },
});

/** Two counters: the number of states is known, and every field is outgrown on the way. */
const counters = (limit: number): System => {
  const chart = counting.createMachine({
    id: 'counter',
    context: { count: 0 },
    on: { COUNT: { guard: { type: 'below', params: limit - 1 }, actions: 'count' } },
  });
  const party = { chart, own: [{ event: { type: 'COUNT' }, fairness: 'none' }] } as const;
  return system({
    name: `two counters to ${limit}`,
    parties: { left: party, right: party },
    channels: {},
    ending: () => ({ name: 'anywhere', fine: true }),
  });
};

test.for(['generated', 'interpreted', undefined] as const)('fields are widened as a search goes on (%s)', (engine) => {
  const { states, steps, depth, pathTo } = explore(counters(400), engine === undefined ? {} : { engine });
  expect({ states, steps, depth }).toEqual({ states: 160_000, steps: 2 * 400 * 399, depth: 798 });
  expect(pathTo(159_999).steps).toHaveLength(798);
});
