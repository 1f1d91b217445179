import { expect, test } from 'vitest';

import { keyOf, pointAt, pointsAround } from '../../src/frontier/index.ts';
import { depthOf, nearerPoints, strongerPoints } from '../../src/frontier/points.ts';
import { home, toy } from './toy.ts';

const at = (values: Readonly<Record<string, string>>) => pointAt(toy.axes, values);
const keys = (points: readonly ReturnType<typeof at>[]) => points.map((point) => keyOf(toy, point));

test('a home has itself, every departure, and every pair that does not contradict itself', () => {
  expect(keys(pointsAround(toy, home, 0))).toEqual(['']);
  expect(pointsAround(toy, home, 1)).toHaveLength(1 + 2 + 3 + 2);
  const pairs = 2 * 3 + 2 * 2 + 3 * 2;
  expect(pointsAround(toy, home, 2)).toHaveLength(1 + 7 + pairs - 1);
  expect(pointsAround(toy, home, 3)).toHaveLength(1 + 7 + pairs - 1 + 2 * 3 * 2 - 3);
  expect(new Set(keys(pointsAround(toy, home, 3))).size).toBe(pointsAround(toy, home, 3).length);
});

test('axes that are not paired are varied alone', () => {
  expect(keys(pointsAround(toy, { ...home, paired: ['policy'], axes: ['loss', 'policy'] }, 2))).toEqual([
    '',
    'loss=one',
    'loss=many',
    'policy=Q',
    'policy=D',
  ]);
});

test('stronger points differ in one assumption, by one edge of its order', () => {
  expect(
    strongerPoints(toy.axes, at({ loss: 'many', crash: 'both', policy: 'Q' })).map(({ axis, point }) => [
      axis,
      keyOf(toy, point),
    ]),
  ).toEqual([
    ['loss', 'loss=one,crash=both,policy=Q'],
    ['crash', 'loss=many,crash=here,policy=Q'],
    ['crash', 'loss=many,crash=there,policy=Q'],
  ]);
  expect(strongerPoints(toy.axes, at({ policy: 'D' }))).toEqual([]);
});

test('depth counts weakenings and choices', () => {
  expect([{}, { loss: 'many' }, { crash: 'both', policy: 'D' }].map((values) => depthOf(toy.axes, at(values)))).toEqual(
    [0, 2, 3],
  );
});

test('nearer points take one departure back, or weaken less', () => {
  expect(keys(nearerPoints(toy.axes, at({}), at({ loss: 'many', policy: 'Q' })))).toEqual([
    'policy=Q',
    'loss=one,policy=Q',
    'loss=many',
  ]);
});
