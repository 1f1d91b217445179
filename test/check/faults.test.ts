/** Which step classes are faults: a counterexample has as few of them as can be. */
import { setup } from 'xstate';
import { expect, test } from 'vitest';

import { explore } from '../../src/check/index.ts';
import { faultsOf } from '../../src/check/faults.ts';
import type { Fairness, System } from '../../src/model/index.ts';

const chart = setup({}).createMachine({ id: 'chart', on: { MUST: {}, MAY: {}, OFTEN: {} } });

const own = (type: string, fairness: Fairness) => ({ event: { type }, fairness }) as const;

/** @param faults what the system calls so. */
const faulty = (faults?: readonly string[]): readonly string[] => {
  const system: System = {
    name: 'faults',
    parties: { one: { chart, own: [own('MUST', 'weak'), own('MAY', 'none'), own('OFTEN', 'strong')] } },
    channels: {
      lossy: { kind: 'fifo', to: 'one', capacity: 1, loses: 1 },
      doubling: { kind: 'fifo', to: 'one', capacity: 1, duplicates: 1 },
      lazy: { kind: 'fifo', to: 'one', capacity: 1, fairness: 'none' },
    },
    ending: () => undefined,
    ...(faults && { faults }),
  };
  const { composition } = explore(system);
  const found = faultsOf(composition);
  return composition.classNames.filter((_, number) => found[number] === 1).toSorted();
};

test('what nobody ever has to take, where the system names none', () => {
  expect(faulty()).toEqual(['doubling duplicates', 'lazy delivers', 'lossy loses', 'one.MAY']);
});

test('what the system names, and losses and duplications in any case', () => {
  expect(faulty([])).toEqual(['doubling duplicates', 'lossy loses']);
  expect(faulty(['one.MUST'])).toEqual(['doubling duplicates', 'lossy loses', 'one.MUST']);
});
