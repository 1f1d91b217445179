/**
 * tla-rs #59: unfair loops were given out as violations, and fairness was asked of the component round a loop instead
 * of the loop: a seat that is held, released and held again shares its component with a loop that only holds it.
 */
import { expect, test } from 'vitest';

import { type Fairness, family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const seat = (release: Fairness) =>
  walker('a seat', {
    arrows: [
      ['free', 'HOLD', 'held'],
      ['held', 'FIDGET', 'fidgeting'],
      ['fidgeting', 'FIDGET', 'held'],
      ['held', 'RELEASE', 'free'],
      ['fidgeting', 'RELEASE', 'free'],
    ],
    own: { HOLD: 'weak', FIDGET: 'weak', RELEASE: release },
  });
const seats = family('seats', [
  leadsTo('a seat that is held becomes free', { cites: [], from: at('held', 'fidgeting'), to: at('free') }),
]);
const becomesFree = (release: Fairness) => said(judged(seat(release), [seats]), 'a seat that is held becomes free');

test('the loop that only holds the seat is unfair, and so no violation', () => {
  expect(becomesFree('weak')).toEqual(['holds']);
});

test('it is one where nobody has to release, although the component round it releases', () => {
  expect(becomesFree('none')).toEqual(['violated', 'HOLD (FIDGET FIDGET)']);
});
