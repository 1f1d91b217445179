import { expect, test } from 'vitest';

import { askedOnce } from '../../src/certify/chart-answers.ts';
import { composeAnd } from '../../src/compose/index.ts';
import { seedOf } from '../../src/random/chance.ts';
import { share } from '../manifest/share.ts';
import { isWhole } from '../whole.ts';
import { ThreeWalkers } from './three-walkers.ts';

/** How many steps are taken in all: `WALK_STEPS`, else a million through the whole manifest, fewer through its share. */
const inAll = Number(process.env.WALK_STEPS ?? (isWhole ? 1_000_000 : 200_000));
const seed = Number(process.env.FC_SEED ?? 438_478);

/** Walks through every other run of the share on live actors, in tables and naively, beginning with this one. */
export function agreeFrom(first: 0 | 1): void {
  const half = share.filter((_, place) => place % 2 === first);
  const quota = Math.ceil(inAll / share.length);
  let total = 0;

  test.for(half)('$name', { timeout: 600_000 }, ({ system }) => {
    composeAnd(system(), {}, (composition) => {
      const walkers = new ThreeWalkers(composition, askedOnce());
      let steps = 0;
      for (let walk = 1; steps < quota && walk <= quota; walk++) steps += walkers.walk(seedOf(seed, walk), 200);
      expect(steps).toBeGreaterThanOrEqual(quota);
      total += steps;
    });
  });

  test('half of all steps were taken', () => {
    expect(total).toBeGreaterThanOrEqual(inAll / 2 - quota);
  });
}
