import { setup } from 'xstate';
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { system } from '../../src/compose/index.ts';
import { naiveCheck } from '../reference/naive.ts';

/** A chart whose root would still answer when the chart has come to its end. */
const finishing = setup({
  types: { events: {} as { type: 'END' | 'GO' } },
}).createMachine({
  id: 'finishing',
  initial: 'running',
  on: { GO: { target: '.running', reenter: true } },
  states: { running: { on: { END: 'over' } }, over: { type: 'final' } },
});

const one = system({
  name: 'a chart that ends',
  parties: {
    only: {
      chart: finishing,
      own: [
        { event: { type: 'END' }, fairness: 'weak' },
        { event: { type: 'GO' }, fairness: 'none' },
      ],
    },
  },
  channels: {},
  ending: ({ party }) => (party['only']!.matches('over') ? { name: 'over', fine: true } : undefined),
});

test('a chart that has reached its final state takes nothing any more', () => {
  const { states, steps, outcomes } = check(one, {});
  const naive = naiveCheck(one, [], 100);
  expect({ states, steps }).toEqual({ states: 2, steps: 2 });
  expect({ states: naive.states, steps: naive.steps }).toEqual({ states, steps });
  expect(outcomes.map(({ name }) => name)).toEqual(['over']);
});
