/** What the findings say of mutants is what was recorded of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { mutantLessons } from '../../properties/findings/mutants.ts';
import { explainedMutants } from '../../properties/mutants.ts';
import type { MutationRecord } from '../../src/model/index.ts';
import { explanationOf } from '../../src/mutate/index.ts';

const record = JSON.parse(readFileSync('docs/mutation.json', 'utf8')) as MutationRecord;

test.for(mutantLessons.flatMap(({ shows }) => shows))('$mutant is told by $claim', ({ mutant, claim }) => {
  const judged = record.shown.find(({ id }) => id === mutant);
  expect(judged?.fate, 'recorded by npm run mutate').toBe('claims');
  expect(judged!.by).toContain(claim);
});

test('of the mutants of every chart, the knobs and the channels, claims kill at least 95 percent', () => {
  expect(record.scores.filter(({ score }) => score < 0.95).map(({ subject }) => subject)).toEqual([]);
});

test('of every mutant that no claim kills the reason is written down', () => {
  const unexplained = record.living.filter((mutant) => explanationOf(mutant, explainedMutants) === undefined);
  expect(unexplained.map(({ id }) => id)).toEqual([]);
});
