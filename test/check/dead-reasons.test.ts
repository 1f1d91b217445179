/** Why a transition is never taken, from the outside in; each reason in its words. */
import { expect, test } from 'vitest';

import { joined, whyDead } from '../../src/check/index.ts';
import type { Untaken } from '../../src/model/index.ts';

/** A transition on E with the guards `g` and `h` in a state that is reached, taken to be pre-empted. */
const dead: Untaken = {
  state: 's',
  met: 'at rest',
  ways: [],
  event: 'E',
  raised: false,
  own: false,
  senders: ['one'],
  arrives: true,
  asks: ['g', 'h'],
  trueOnce: ['g', 'h'],
  held: true,
  before: ['a'],
};

test.for<readonly [Partial<Untaken>, string]>([
  [{ met: 'never' }, 's is never entered: no transition leads there'],
  [{ met: 'on the way' }, 's is left again within the step that enters it'],
  [{ arrives: false, own: true }, 'E, a step of its own, is never possible in s'],
  [{ arrives: false, own: true, raised: true, senders: [] }, 'E, a step of its own, is never possible in s'],
  [{ arrives: false, raised: true, senders: [] }, 'E is never raised in s'],
  [{ arrives: false, senders: [] }, "nobody sends E, and it is no party's own step"],
  [{ arrives: false, raised: true }, 'E never comes there; one sends it elsewhere'],
  [{ arrives: false, senders: ['one', 'two'] }, 'E never comes there; one and two send it elsewhere'],
  [{ arrives: false, senders: ['one', 'two', 'ten'] }, 'E never comes there; one, two and ten send it elsewhere'],
  [{ held: false, raised: true, asks: ['g'], trueOnce: [] }, 'g is never true there'],
  [{ held: false, raised: true, trueOnce: [] }, 'g and h are never true at once there'],
  [{ held: false }, 'g and h are never true at once there'],
  [{ held: false, trueOnce: ['g'] }, 'h is never true there'],
  [{ held: false, trueOnce: [] }, 'g and h are never true there'],
  [{}, 'always pre-empted by `a`'],
  [{ before: ['a', 'b', 'c', 'd'] }, 'always pre-empted by `a`, `b`, `c` and `d`'],
  [{ before: ['a', 'b', 'c', 'd', 'e'] }, 'always pre-empted by `a`, `b`, `c` and 2 more'],
  [{ before: [] }, 'always pre-empted by a transition of another region'],
])('%j', ([how, words]) => {
  expect(whyDead('t', new Map([['t', { ...dead, ...how }]]))).toBe(words);
});

const never = (...ways: readonly string[]): Untaken => ({ ...dead, met: 'never', ways });

test('the nearest dead transition on a way into the state that leaves one that is reached', () => {
  const all = new Map([
    ['t', never('u', 'v')],
    ['u', never('far')],
    ['v', never('near')],
    ['near', { ...dead, met: 'on the way' as const }],
    ['far', dead],
  ]);
  expect(whyDead('t', all)).toBe('s is never entered: behind `far`');
  expect(whyDead('t', new Map([...all, ['t', never('v', 'near')]]))).toBe('s is never entered: behind `near`');
  expect(whyDead('v', all)).toBe('s is never entered: behind `near`');
});

test('ways that begin behind each other, and one that is taken and yet leads nowhere', () => {
  const round = new Map([
    ['t', never('u')],
    ['u', never('t')],
  ]);
  expect(whyDead('t', round)).toBe('s is never entered: the ways there begin behind each other');
  expect(whyDead('t', new Map([['t', never('taken')]]))).toBe(
    's is never entered: the ways there begin behind each other',
  );
});

const flags = ['raised', 'own', 'arrives', 'held'] as const;

test('of two runs that which comes nearest counts, and what either shows', () => {
  for (const flag of flags) {
    for (const [one, other] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ] as const) {
      const all = Object.fromEntries(flags.map((each) => [each, false]));
      const found = joined({ ...dead, ...all, [flag]: one }, { ...dead, ...all, [flag]: other });
      expect(flags.filter((each) => found[each])).toEqual(one || other ? [flag] : []);
    }
  }
  const kinds = ['never', 'on the way', 'at rest'] as const;
  for (const one of kinds) {
    for (const other of kinds) {
      const nearer = kinds[Math.max(kinds.indexOf(one), kinds.indexOf(other))];
      expect(joined({ ...dead, met: one }, { ...dead, met: other }).met).toBe(nearer);
    }
  }
  const lists = joined(
    { ...dead, senders: ['two', 'one'], trueOnce: ['h'], before: ['b'] },
    { ...dead, senders: ['one', 'a'], trueOnce: ['g'], before: ['a'] },
  );
  expect(lists).toMatchObject({ senders: ['a', 'one', 'two'], trueOnce: ['g', 'h'], before: ['a', 'b'] });
});
