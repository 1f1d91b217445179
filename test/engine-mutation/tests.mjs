import { readdirSync } from 'node:fs';

/** Those of the corpus of soundness that take a second or more. */
const slow = /^(table|mcrl2-|stateright-shortest-|pavlov-|endless-macrostep|tlc-710-)/;

const soundness = readdirSync('test/soundness')
  .filter((name) => name.endsWith('.test.ts') && !slow.test(name))
  .toSorted();

/** The test files that mutants meet, the quick ones first: most mutants fail within the first hundred milliseconds. */
export const quickTests = [
  'test/check/liveness.test.ts',
  'test/check/vacuity.test.ts',
  'test/toys/toys.test.ts',
  'test/ltl/claims.test.ts',
  'test/check/bad-claims.test.ts',
  'test/check/remembered.test.ts',
  'test/check/told-errors.test.ts',
  'test/check/dead-transitions.test.ts',
  'test/certify/full-queue.test.ts',
  'test/compose/system.test.ts',
  'test/tabulate/party-table.test.ts',
  'test/tabulate/final-state.test.ts',
  'test/tabulate/entered.test.ts',
  'test/tabulate/reactions.test.ts',
  'test/check/dead-reasons.test.ts',
  'test/check/located.test.ts',
  'test/check/faults.test.ts',
  'test/check/position.test.ts',
  'test/check/kept-claims.test.ts',
  'test/check/questions.test.ts',
  'test/check/step-numbers.test.ts',
  'test/compose/growing.test.ts',
  'test/compose/joined.test.ts',
  ...soundness.map((name) => `test/soundness/${name}`),
  'test/explain/short-loop.test.ts',
  'test/explain/shown.test.ts',
  'test/ltl/parts.test.ts',
  'test/engine-mutation/corpus.ts',
  'test/check/fair-loop.test.ts',
  'test/compose/layout.test.ts',
  'test/check/limits.test.ts',
  'test/check/vacuity-formulas.test.ts',
  'test/explain/best-path.test.ts',
  'test/explain/explain.test.ts',
  'test/check/reports.test.ts',
];

/** Tests that take seconds, each with the files that it is about; mutants of other files do not meet it. */
export const slowTests = new Map([
  ['test/compose/engines.test.ts', /^src\/compose\//],
  [
    'test/check/checkpoint.test.ts',
    /checkpoint|kept-claims|state-store|growing|int-column|int-table|lookups|discovery|edge-|step-numbers|search/,
  ],
  ['test/check/many-edges.test.ts', /edge-|step-numbers|paths|liveness|explore|search|discovery|state-/],
  ['test/certify/random-systems.test.ts', /evidence|component-order|strong-components/],
  ['test/tabulate/refusals.test.ts', /^src\/tabulate\/|compose\/(check-system|system)/],
  [
    'test/check/reduction.test.ts',
    /reduced|attention|questions|stubborn|commutation|consequence|lookups|occurrences|unspecified-moves/,
  ],
]);
