/** A predicate is run once for each combination of values that it reads, and never answers by another's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Remembered } from '../../src/check/remembered.ts';
import type { Variables } from '../../src/check/variables.ts';

const of = (values: readonly number[]): Variables => ({ get: (variable) => values[variable]! });

test('answers are those of the function itself, whatever it reads and in whatever order', () => {
  // Each number says which variable to read next, given the value of the one before.
  const program = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
  const states = fc.array(fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), { maxLength: 60 });
  fc.assert(
    fc.property(program, fc.nat(3), fc.nat(5), states, (next, first, length, given) => {
      const run = ({ get }: Variables): string => {
        let variable = first;
        let seen = '';
        for (let read = 0; read < length; read++) {
          const value = get(variable);
          seen += value;
          variable = next[variable]![value]!;
        }
        return seen;
      };
      let runs = 0;
      const remembered = new Remembered((variables) => (runs++, run(variables)));
      for (const state of given) expect(remembered.answer(of(state))).toBe(run(of(state)));
      expect(runs).toBeLessThanOrEqual(new Set(given.map((state) => state.join())).size);
      const before = runs;
      for (const state of given) remembered.answer(of(state));
      expect(runs).toBe(before);
    }),
  );
});

test('a function that reads nothing is run once', () => {
  let runs = 0;
  const constant = new Remembered(() => ++runs);
  expect([constant.answer(of([0])), constant.answer(of([5]))]).toEqual([1, 1]);
});
