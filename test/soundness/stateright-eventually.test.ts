/**
 * Stateright #3, known ever since from two of its own tests: a claim "eventually" was forgotten on an edge that closes a
 * cycle, and where two paths join of which only the first had met it.
 */
import { expect, test } from 'vitest';

import { type Family, family, leadsTo } from '../../src/model/index.ts';
import { type Arrow, at, judged, said, walker } from './walker.ts';

const walk = (...arrows: readonly Arrow[]) =>
  walker('numbers', {
    arrows,
    own: Object.fromEntries(arrows.map(([, event]) => [event, { fairness: 'weak', class: 'go' } as const])),
  });
const odd = (...numbers: readonly string[]): readonly Family[] => [
  family('odd', [leadsTo('zero becomes odd', { cites: [], from: at('zero'), to: at(...numbers) })]),
];

test('a cycle of even numbers never becomes odd', () => {
  const system = walk(
    ['zero', 'TO_1', 'one'],
    ['zero', 'TO_2', 'two'],
    ['two', 'TO_4', 'four'],
    ['four', 'TO_2', 'two'],
  );
  expect(said(judged(system, odd('one')), 'zero becomes odd')).toEqual(['violated', 'TO_2 (TO_4 TO_2)']);
});

test('of two paths that join, the one that met no odd number is seen', () => {
  const system = walk(
    ['zero', 'TO_1', 'one'],
    ['zero', 'TO_2', 'two'],
    ['one', 'TO_4', 'four'],
    ['two', 'TO_4', 'four'],
    ['four', 'TO_6', 'six'],
  );
  expect(said(judged(system, odd('one')), 'zero becomes odd')).toEqual(['violated', 'TO_2 TO_4 TO_6']);
});
