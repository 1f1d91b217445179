/** The engine against the naive checker, and its paths against live actors, on the smaller runs of the manifest. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check } from '../../src/check/index.ts';
import { naiveCheck } from '../reference/naive.ts';
import { expectAgreement } from './expect-agreement.ts';

/**
 * Every run, of whatever size, is certified in `test/certify/`. What a certificate does not show is looked at here: that
 * counterexamples are the shortest, and that the naive checker, left alone, comes to the same verdicts. `.ci/nightly` looks
 * at runs of up to 2,000 states.
 */
const maxStates = Number(process.env.NAIVE_STATES ?? 400);

const small = runs.filter(({ expected }) => expected && expected.states < maxStates);

test('most runs are small enough for the naive checker', () => {
  expect(small.length).toBeGreaterThan(runs.length / 2);
});

test.for(small)('$name', ({ system, families }) => {
  const described = system();
  expectAgreement(
    { system: described, families },
    naiveCheck(described, families, maxStates),
    check(described, { families }),
  );
});
