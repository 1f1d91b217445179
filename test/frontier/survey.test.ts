/**
 * Surveys with and without inheriting decide the same, as long as weaker is worse; where it is not, they say so.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  type Code,
  type Decided,
  frontiersAround,
  keyOf,
  type Oracle,
  planOf,
  survey,
} from '../../src/frontier/index.ts';
import { strongerPoints } from '../../src/frontier/points.ts';
import type { Point } from '../../src/model/index.ts';
import { home, toy } from './toy.ts';

const plan = planOf(toy, toy.homes, 3);
const points = plan.sites.map(({ point }) => point);
const always = () => true;
const raise = (): never => expect.fail('there is no frontier');
const never = () => false;

/** Decides by a table of bad points; `seen` is a witness that is missed at these. */
const oracle =
  (bad: (key: string) => boolean, asked: string[] = []): Oracle =>
  async (point, claims) => {
    const key = keyOf(toy, point);
    asked.push(...claims.map((claim) => `${claim}@${key}`));
    const code = (claim: string): Code => (bad(key) ? (claim === 'seen' ? 'n' : 'v') : claim === 'seen' ? 'r' : 'h');
    return new Map(claims.map((claim) => [claim, { code: code(claim), steps: 1 } satisfies Decided]));
  };

/** All that lies below some points, for claims; above them, for witnesses. */
const closure = (from: ReadonlySet<string>) => {
  const below = new Set(from);
  for (const point of points) {
    if (ancestors(point).some((key) => below.has(key))) below.add(keyOf(toy, point));
  }
  return below;
};
const ancestors = (point: Point): readonly string[] =>
  strongerPoints(toy.axes, point).flatMap((parent) => [keyOf(toy, parent.point), ...ancestors(parent.point)]);

const plain = (code: Code | undefined): string => (code ?? '').toLowerCase();
const keySets = fc.subarray(points.map((point) => keyOf(toy, point))).map((keys) => new Set(keys));

test('what is inherited is what a search would have given', async () => {
  await fc.assert(
    fc.asyncProperty(keySets, async (from) => {
      const bad = closure(from);
      const asked: string[] = [];
      const pruned = await survey(
        toy,
        plan.sites,
        oracle((key) => bad.has(key), asked),
        never,
      );
      for (const point of points) {
        const key = keyOf(toy, point);
        expect(plain(pruned.found.get(key)?.get('safe')?.code)).toBe(bad.has(key) ? 'v' : 'h');
      }
      expect(new Set(asked).size).toBe(asked.length);
      const repeated = points.filter((point) => ancestors(point).some((key) => bad.has(key))).length;
      expect(asked.filter((one) => one.startsWith('safe@'))).toHaveLength(points.length - repeated);
    }),
    { numRuns: 200 },
  );
});

test('an axis along which a claim comes to hold again is an exception, and then nothing is inherited along it', async () => {
  await fc.assert(
    fc.asyncProperty(keySets, async (bad) => {
      const whole = await survey(
        toy,
        plan.sites,
        oracle((key) => bad.has(key)),
        always,
      );
      for (const point of points) {
        const key = keyOf(toy, point);
        expect(whole.found.get(key)?.get('safe')?.code).toBe(bad.has(key) ? 'v' : 'h');
        for (const parent of strongerPoints(toy.axes, point)) {
          const mended = bad.has(keyOf(toy, parent.point)) && !bad.has(key);
          if (mended)
            expect(whole.exceptions.map(({ claim, axis }) => `${claim} ${axis}`)).toContain(`safe ${parent.axis}`);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('with an exception that a sample shows, the points that had inherited are searched', async () => {
  const bad = new Set(['loss=one', 'loss=one,policy=Q', 'loss=one,policy=D']);
  const { found, exceptions } = await survey(
    toy,
    plan.sites,
    oracle((key) => bad.has(key)),
    (key) => key === 'loss=many',
  );
  expect(exceptions).toContainEqual({ claim: 'safe', axis: 'loss', at: 'loss=many', stronger: 'loss=one' });
  expect(found.get('loss=many,policy=Q')?.get('safe')?.code).toBe('h');
});

test('the axis to blame is the one along which two searches differ, not the one along which it showed', async () => {
  const asked: string[] = [];
  const { exceptions, found } = await survey(
    toy,
    plan.sites,
    oracle((key) => key === '', asked),
    (key) => key === 'loss=one,crash=here',
  );
  expect(exceptions.filter(({ claim }) => claim === 'safe')).toEqual([
    { claim: 'safe', axis: 'crash', at: 'crash=here', stronger: '' },
    { claim: 'safe', axis: 'loss', at: 'loss=one', stronger: '' },
  ]);
  expect(found.get('loss=one')?.get('safe')?.code).toBe('h');
  expect(asked).toContain('safe@loss=one');
});

test('what an oracle leaves out is unknown, and nothing follows from it', async () => {
  const { found } = await survey(toy, plan.sites, async () => new Map(), never);
  expect(new Set([...found.values()].flatMap((here) => [...here.values()].map(({ code }) => code)))).toEqual(
    new Set(['?']),
  );
});

test('the frontier is what breaks with nothing nearer that does, and what mends it', async () => {
  const bad = closure(new Set(['loss=one', 'crash=here,policy=Q']));
  const { found } = await survey(
    toy,
    plan.sites,
    oracle((key) => bad.has(key)),
    always,
  );
  const [{ base, breaks, mends, harmless } = raise()] = frontiersAround(
    toy,
    { home, points },
    ['safe'],
    () => (key) => found.get(key)?.get('safe'),
  );
  expect(base.code).toBe('h');
  expect(breaks).toEqual([
    { at: [['loss', 'one']], key: 'loss=one', steps: 1 },
    {
      at: [
        ['crash', 'here'],
        ['policy', 'Q'],
      ],
      key: 'crash=here,policy=Q',
      steps: 1,
    },
  ]);
  expect(mends).toEqual([{ broken: [['loss', 'one']], by: [[['policy', 'Q']], [['policy', 'D']]] }]);
  expect(harmless).toEqual([
    ['crash', 'here'],
    ['crash', 'there'],
    ['crash', 'both'],
    ['policy', 'Q'],
    ['policy', 'D'],
  ]);
});
