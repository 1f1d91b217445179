/** The engine against what the naive checker said, case by case, so that a mutant fails at the first that it changes. */
import { describe, inject, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { expectAgreement } from '../check/expect-agreement.ts';
import { cases } from './cases.ts';

const judged = inject('naive').flatMap((naive, number) => (naive ? [{ number, naive }] : []));

describe.for(['generated', 'interpreted'] as const)('the engine, %s, agrees with the naive checker', (engine) => {
  test.for(judged)('on case $number', ({ number, naive }) => {
    const { system, families } = cases[number]!;
    expectAgreement({ system, families }, naive, check(system, { families, engine }));
  });
});
