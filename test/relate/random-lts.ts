import fc from 'fast-check';

import { type Edge, type Lts, ltsOf } from '../../src/relate/lts.ts';

/** Few labels, so that states are often bisimilar; the silent one as often as others. */
const names = ['τ', 'a', 'b'];

/** Small systems with many silent steps, loops and twins. */
export const anyLts: fc.Arbitrary<Lts> = fc.integer({ min: 1, max: 7 }).chain((states) => {
  const state = fc.nat(states - 1);
  const edge: fc.Arbitrary<Edge> = fc.tuple(state, fc.nat(names.length - 1), state);
  return fc
    .tuple(state, fc.array(edge, { maxLength: 2 * states }))
    .map(([initial, edges]) => ltsOf(states, initial, edges, names));
});

/** The edges of a state. */
export const edgesOf = (
  { offsets, labels, targets }: Lts,
  state: number,
): (readonly [label: number, target: number])[] =>
  Array.from({ length: offsets[state + 1]! - offsets[state]! }, (_, place) => [
    labels[offsets[state]! + place]!,
    targets[offsets[state]! + place]!,
  ]);

/** How many random systems a test looks at. */
export const numRuns = Number(process.env['FC_RUNS'] ?? 3000);
