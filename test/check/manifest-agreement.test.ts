/** The engine against the naive checker, and its paths against live actors, on the manifest. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check } from '../../src/check/index.ts';
import { naiveCheck } from '../reference/naive.ts';
import { expectAgreement } from './expect-agreement.ts';

/** Larger runs are left to the engine alone: the naive checker takes some thousand steps a second. */
const maxStates = 20_000;

const small = runs.filter(({ expected }) => expected && expected.states < maxStates);

test('most runs are small enough for the naive checker', () => {
  expect(small.length).toBeGreaterThan(runs.length / 2);
});

test.for(small)('$name', { timeout: 120_000 }, ({ system, families }) => {
  const described = system();
  expectAgreement(
    { system: described, families },
    naiveCheck(described, families, maxStates),
    check(described, { families }),
  );
});
