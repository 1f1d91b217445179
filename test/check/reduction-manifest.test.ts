/** Reduced checks of the manifest's share: the rests of the smaller runs, every claim where states are few; more in `.ci/nightly`. */
import { describe, test } from 'vitest';

import { check, checkReduced } from '../../src/check/index.ts';
import { share } from '../manifest/share.ts';
import { expectReduced } from './expect-reduced.ts';

/** Claims are looked at in runs of so many states at most; each is searched for alone. */
const FEW = Number(process.env['REDUCED_STATES'] ?? 40);

/** Runs with more states are left out: they take long. */
const MOST = Number(process.env['REDUCED_LARGEST'] ?? 250);

describe.for(share.filter((run) => (run.expected?.states ?? 0) <= MOST))('$name', ({ system, families, expected }) => {
  test('reduced', () => {
    const asked = (expected?.states ?? 0) <= FEW ? families : [];
    const made = system();
    const claims = asked.flatMap((family) => family.claims);
    expectReduced(
      made,
      claims,
      check(made, { families: asked, loops: asked.length > 0 }),
      checkReduced(made, { families: asked }),
    );
  });
});
