/**
 * tla-rs #64: all states of a strongly connected component were printed as the loop, in an order in which no steps lead
 * from one to the next, where one state that stays as it is would have shown the violation.
 */
import { expect, test } from 'vitest';

import { family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const step = { fairness: 'weak', class: 'step' } as const;
const system = walker('round or nowhere', {
  arrows: [
    ['zero', 'GO', 'one'],
    ['one', 'GO', 'two'],
    ['two', 'GO', 'zero'],
    ['zero', 'STAY', 'zero'],
  ],
  own: { GO: step, STAY: step },
});

test('the loop is the smallest, and made of steps that follow each other', () => {
  const report = judged(system, [
    family('round', [
      leadsTo('zero becomes two', { cites: [], from: at('zero'), to: at('two') }),
      leadsTo('zero is left for ever', { cites: [], from: at('one'), to: () => false }),
    ]),
  ]);
  expect(said(report, 'zero becomes two')).toEqual(['violated', '(STAY)']);
  const [verdict, events] = said(report, 'zero is left for ever');
  expect(verdict).toBe('violated');
  expect(events).toMatch(/\((GO GO GO|STAY)\)$/);
});
