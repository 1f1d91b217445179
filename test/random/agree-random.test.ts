/** Live actors, tables and the naive engine on random systems; and that a difference between them is caught. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { askedAnew, askedOnce, type Charts } from '../../src/certify/chart-answers.ts';
import { check } from '../../src/check/index.ts';
import { composeAnd } from '../../src/compose/index.ts';
import { ModelError, type System } from '../../src/model/index.ts';
import { randomCase } from '../reference/random-system.ts';
import { pongRun } from '../cli/pong.ts';
import { ThreeWalkers } from './three-walkers.ts';

const numRuns = Number(process.env.FC_RUNS ?? 100);

/** How many steps some walks through a system take. */
const walked = (system: System, charts: Charts = askedOnce()): number =>
  composeAnd(system, {}, (composition) => {
    const walkers = new ThreeWalkers(composition, charts);
    return [1, 2, 3, 4, 5].reduce((steps, seed) => steps + walkers.walk(seed, 40), 0);
  });

/** Whether the search refuses a system too. */
function isRefused(system: System): boolean {
  try {
    check(system);
    return false;
  } catch (error) {
    return error instanceof ModelError;
  }
}

test('they agree on random systems', () => {
  let steps = 0;
  fc.assert(
    fc.property(randomCase, ({ system }) => {
      try {
        steps += walked(system);
      } catch (error) {
        // What cannot be checked stops all three; whatever else stops them is a difference.
        if (!isRefused(system)) throw error;
      }
    }),
    { numRuns },
  );
  expect(steps).toBeGreaterThan(numRuns);
});

/** Charts that answer otherwise than XState does. */
const lying = (lie: (answer: ReturnType<Charts['answer']>) => Partial<ReturnType<Charts['answer']>>): Charts => ({
  start: askedAnew.start,
  answer: (...asked) => {
    const answer = askedAnew.answer(...asked);
    return { ...answer, ...lie(answer) };
  },
});

test.for([
  ['a message that is not sent', () => ({ actions: [] }), 'the sends in the tables'],
  ['a step that is not possible', () => ({ possible: false }), 'the steps in the tables'],
  ['a message that is not expected', () => ({ understood: false }), 'differs'],
] as const)('%s is noticed', ([, lie, told]) => {
  expect(walked(pongRun.system())).toBeGreaterThan(0);
  expect(() => walked(pongRun.system(), lying(lie))).toThrow(told);
});
