/**
 * What the pages of the frontier say: one sentence first, what mends a claim that fails at home, and which pairs were searched.
 */
import { expect, test } from 'vitest';

import type { Frontier } from '../../src/frontier/index.ts';
import type { Landscape } from '../../src/model/index.ts';
import { needsSentence } from '../../src/reference/frontier-needs.ts';
import { frontierPages } from '../../src/reference/frontier-pages.ts';
import { home, toy } from './toy.ts';

const { paired: _, ...single } = home;
const landscape: Landscape = {
  ...toy,
  homes: [home, { ...single, name: 'alone', at: { crash: 'here' } }],
};
const good: Frontier = {
  claim: 'safe',
  home: 'home',
  key: '',
  base: { code: 'h' },
  breaks: [],
  mends: [],
  harmless: [],
  points: 9,
  unknown: 0,
};
const breaking: Frontier = {
  ...good,
  breaks: [
    { at: [['loss', 'many']], key: 'loss=many', steps: 3 },
    { at: [['policy', 'Q']], key: 'policy=Q', steps: 4 },
  ],
  mends: [{ broken: [['policy', 'Q']], by: [[['crash', 'here']]] }],
  harmless: [
    ['loss', 'one'],
    ['policy', 'D'],
  ],
};
const failing: Frontier = { ...good, base: { code: 'v', steps: 2 } };

const sentence = (...frontiers: readonly Frontier[]): string =>
  needsSentence(
    frontiers.map((frontier) => ({ landscape, frontier })),
    2,
  ).replaceAll('\n', ' ');

test('a claim that bears everything needs nothing, and it is said whether pairs were taken', () => {
  expect(sentence(good)).toBe(
    '**At home it needs nothing: no departure that was tried breaks it, alone or with another.**',
  );
  expect(sentence({ ...good, home: 'alone', unknown: 1 })).toBe(
    '**At alone it needs nothing: no departure that was tried breaks it, alone, as far as is known.**',
  );
});

test('a claim that something breaks needs the values that it bears', () => {
  expect(sentence(breaking)).toBe('**At home it needs `loss=none|one`, of the choices `policy=R|D`.**');
});

test('what the home has itself is borne, though it is not the first value', () => {
  const gone: Frontier = { ...good, home: 'alone', breaks: [{ at: [['crash', 'none']], key: '', steps: 0 }] };
  expect(sentence(gone)).toBe('**At alone it needs `crash=here`.**');
});

test('homes of which the same is true share a clause; one where the claim fails says what mends it', () => {
  const mended: Frontier = { ...failing, home: 'alone', mends: [{ broken: [], by: [[['policy', 'Q']]] }] };
  expect(sentence(breaking, mended)).toBe(
    '**At home it needs `loss=none|one`, of the choices `policy=R|D`; at alone it fails, and is good again with `policy=Q`.**',
  );
  expect(sentence(failing)).toBe('**At home it fails, and nothing that was tried mends it.**');
});

function index(...frontiers: readonly Frontier[]): string {
  const surveyed = { landscape, frontiers, exceptions: [], points: 1, searches: 1, inherited: 0, confirmed: 0 };
  const source = {
    surveyed: [surveyed],
    drawn: [],
    designs: [],
    width: 2,
    maxStates: 10,
    sampleEvery: 10,
    stale: false,
  };
  return [...frontierPages(source)].find(([place]) => place.endsWith('README.md'))![1];
}

test.for([
  ['pairs that break nothing', good, '| home | ✓ | nothing | none |'],
  ['no pairs', { ...good, home: 'alone' }, '| alone | ✓ | nothing | not searched |'],
  ['a failure at home that nothing mends', failing, '| home | ✗ | nothing that was tried mends it | – |'],
  [
    'a failure at home that something mends',
    { ...failing, mends: [{ broken: [], by: [[['policy', 'Q']]] }] },
    '| home | ✗ | good again with `policy=Q` | – |',
  ],
] as const)('a row of the index tells %s', ([, frontier, row]) => {
  expect(index(frontier)).toContain(row);
});

test('the index names what has no axis, with the reason', () => {
  expect(index(good)).toContain('### What has no axis');
  expect(index(good)).toContain('| the weather | Nobody can choose it. |');
});
