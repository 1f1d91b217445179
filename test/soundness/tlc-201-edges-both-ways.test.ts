/**
 * TLC #201: a fair action was said to be taken no more on a loop that takes it, because the steps of the loop were not
 * looked at, only its states, between which steps of another action lead as well.
 */
import { expect, test } from 'vitest';

import { family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const places = ['zero', 'one', 'two'];
const system = walker('A goes on, B goes anywhere', {
  arrows: [
    ...places.map((place, index) => [place, 'A', places[(index + 1) % 3]!] as const),
    ...places.flatMap((from) => places.map((to) => [from, `B_${to}`, to] as const)),
  ],
  own: { A: 'weak', ...Object.fromEntries(places.map((to) => [`B_${to}`, { fairness: 'none', class: 'B' } as const])) },
  ending: () => undefined,
  progress: ['it.A'],
});

test('what is assumed of A holds: no fair loop does without it', () => {
  expect(said(judged(system), 'livelock')).toEqual(['holds']);
});

test('a loop with A and B in turn is fair, and found where it matters', () => {
  const report = judged(system, [
    family('places', [leadsTo('zero becomes one', { cites: [], from: at('zero'), to: at('one') })]),
  ]);
  expect(said(report, 'zero becomes one')).toEqual(['violated', '(B_two A)']);
});
