/**
 * tla-rs #62: a step without fairness that was the only one possible was taken for one that must come; and `<>[] P` was
 * dropped with a warning, so that nothing was checked.
 */
import { expect, test } from 'vitest';

import { type Fairness, family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const once = (step: Fairness) => walker('one step', { arrows: [['zero', 'STEP', 'one']], own: { STEP: step } });
const rises = family('rises', [leadsTo('zero becomes one', { cites: [], from: at('zero'), to: at('one') })]);

test('a run may stop before a step that nobody has to take', () => {
  expect(said(judged(once('none'), [rises]), 'zero becomes one')).toEqual(['violated', '']);
  expect(said(judged(once('weak'), [rises]), 'zero becomes one')).toEqual(['holds']);
});

test('a place that a fair run leaves again and again is not where it stays', () => {
  const restless = walker('restless', {
    arrows: [
      ['zero', 'GO', 'one'],
      ['one', 'BACK', 'zero'],
    ],
    own: { GO: 'weak', BACK: 'weak' },
  });
  const stays = family('stays', [
    leadsTo('who is at one never comes to zero', { cites: [], from: at('zero'), to: () => false }),
  ]);
  expect(said(judged(restless, [stays]), 'who is at one never comes to zero')).toEqual(['violated', '(GO BACK)']);
});
