/** Each step has one number, and its number gives it back: own steps, deliveries, duplicates and losses. */
import { expect, test } from 'vitest';

import { componentsOf } from '../../src/check/components.ts';
import { explore } from '../../src/check/index.ts';
import { StepNumbers } from '../../src/check/step-numbers.ts';
import { stepsOf } from '../../src/compose/index.ts';
import { overQueues } from '../toys/alternating-bit.ts';

test('of a system that loses and duplicates', () => {
  const { composition, store, states } = explore(overQueues({ loses: 1, duplicates: 1 }));
  const numbers = new StepNumbers(composition, store);
  const known = new Map<string, number>();
  const kinds = new Set<string>();
  for (let state = 0; state < states; state++) {
    for (const { slot, move, step } of stepsOf(composition, componentsOf(store, state))) {
      const number = numbers.of(state, slot, move);
      const key = `${slot} ${move}`;
      expect(number).toBe(known.get(key) ?? numbers.count - 1);
      expect(numbers.at(number)).toEqual(step);
      if (!known.has(key)) expect(numbers.met[number]).toEqual([state, slot, move]);
      known.set(key, number);
      kinds.add(step.kind);
    }
  }
  expect(numbers.count).toBe(known.size);
  expect([...kinds].sort()).toEqual(['deliver', 'duplicate', 'lose', 'own']);
});
