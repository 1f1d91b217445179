/** Sixty mutants of the specification, chosen by chance, in some small runs: what becomes of each is pinned. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { sampled } from '../../src/cli/mutate-plan.ts';
import { Judge, knownCharts, mutantsOf } from '../../src/mutate/index.ts';

const chosen = [
  'icp/rfc-165/R',
  'icp/rfc-143/queue',
  'icp/rfc-202/Q',
  'two-sockets/size-differs',
  'two-sockets/by-process-duplicates',
  'orders/V478/R/conc/late',
  'orders/V438/Q/conc/early',
  'mix-ups/V478/pasv-at-other/R',
  'troubles/V438/failure/timed',
  'troubles/V478/stranger/own-gender/unchecked',
  'holes/H37/forgotten/ERR',
];
const few = runs.filter(({ name }) => chosen.includes(name));

test('sixty mutants come to what is pinned of them', () => {
  expect(few).toHaveLength(chosen.length);
  const charts = knownCharts(few);
  const mutants = mutantsOf(charts);
  const judge = new Judge(few, charts);
  const wanted = new Set(
    sampled(
      mutants.map(({ id }) => id),
      60,
      1,
    ),
  );
  const told = mutants
    .filter(({ id }) => wanted.has(id))
    .map((mutant) => {
      const { id, fate, run = '', by = [], proof = '' } = judge.judge(mutant);
      return [id, fate, run, by[0] ?? proof].join('  ').trimEnd();
    });
  expect(told).toMatchSnapshot();
});
