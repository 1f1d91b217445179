/** Small graphs in the form of the engine, drawn by fast-check; numbers of states grow with the distance from state 0. */
import fc from 'fast-check';

import type { Graph } from '../../src/check/graph.ts';
import type { Fairness } from '../../src/model/index.ts';

export type Drawn = {
  graph: Graph;
  /** Flags for each state, for whatever a test needs. */
  a: Uint8Array;
  b: Uint8Array;
};

type Edge = { target: number; name: number };

/** Renumbers breadth-first, as a search does, and leaves out what cannot be reached. */
function searched(rows: readonly Edge[][]): { order: number[]; rows: Edge[][] } {
  const order = [0];
  for (const state of order) for (const { target } of rows[state]!) if (!order.includes(target)) order.push(target);
  return {
    order,
    rows: order.map((state) => rows[state]!.map(({ target, name }) => ({ target: order.indexOf(target), name }))),
  };
}

const fairness = fc.constantFrom<Fairness>('none', 'weak', 'strong');

/** Graphs of at most `size` states, four classes, with two sets of states. */
export const drawnGraph = (size: number): fc.Arbitrary<Drawn> => {
  const edge = fc.record({ target: fc.nat(size - 1), name: fc.nat(3) });
  const row = fc.oneof(
    { arbitrary: fc.array(edge, { minLength: 1, maxLength: 3, size: 'max' }), weight: 8 },
    { arbitrary: fc.constant<Edge[]>([]), weight: 1 },
  );
  const flags = fc.array(fc.nat(1), { minLength: size, maxLength: size });
  return fc
    .tuple(
      fc.array(row, { minLength: size, maxLength: size }),
      fc.array(fairness, { minLength: 4, maxLength: 4 }),
      flags,
      flags,
    )
    .map(([drawn, classFairness, a, b]) => {
      const { order, rows } = searched(drawn);
      const flat = rows.flat();
      let sum = 0;
      return {
        graph: {
          states: rows.length,
          offsets: Uint32Array.from([0, ...rows.map((row) => (sum += row.length))]),
          targets: Uint32Array.from(flat, ({ target }) => target),
          classes: Uint16Array.from(flat, ({ name }) => name),
          classNames: ['k0', 'k1', 'k2', 'k3'],
          classFairness,
        },
        a: Uint8Array.from(order, (state) => a[state]!),
        b: Uint8Array.from(order, (state) => b[state]!),
      };
    });
};
