/** Signature refinement against the definitions, on random systems; and what tells states apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Bisimulation, bisimilarity, bisimulations, classOf, quotient } from '../../src/relate/bisimulation.ts';
import { distinguishingFormula, evaluator, formulaText } from '../../src/relate/formula.ts';
import { type Lts, joined, ltsOf } from '../../src/relate/lts.ts';
import { branching, branchingWithDivergence, strong, traces } from './naive-relations.ts';
import { anyLts, numRuns } from './random-lts.ts';

const naive: Record<Bisimulation, (lts: Lts) => boolean[][]> = {
  strong,
  'branching with divergence': branchingWithDivergence,
  branching,
};

const relationOf = (lts: Lts, kind: Bisimulation): boolean[][] => {
  const found = bisimilarity(lts, kind);
  const states = Array.from({ length: lts.states }, (_, state) => state);
  return states.map((one) => states.map((other) => classOf(found, one) === classOf(found, other)));
};

test.for(bisimulations)('%s: signatures give what the definition gives', (kind) => {
  fc.assert(
    fc.property(anyLts, (lts) => {
      expect(relationOf(lts, kind)).toEqual(naive[kind](lts));
    }),
    { numRuns },
  );
});

test('a finer relation implies a coarser one, and the coarsest implies the same traces', () => {
  fc.assert(
    fc.property(anyLts, (lts) => {
      const [fine, middle, coarse] = bisimulations.map((kind) => relationOf(lts, kind));
      for (let one = 0; one < lts.states; one++) {
        for (let other = 0; other < one; other++) {
          if (fine![one]![other]) expect(middle![one]![other]).toBe(true);
          if (middle![one]![other]) expect(coarse![one]![other]).toBe(true);
          if (coarse![one]![other]) expect(traces(lts, one, 4)).toEqual(traces(lts, other, 4));
        }
      }
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test.for(bisimulations)('%s: what is said to tell two states apart is true of the one and not of the other', (kind) => {
  fc.assert(
    fc.property(anyLts, (lts) => {
      const found = bisimilarity(lts, kind);
      const holds = evaluator(found);
      for (let one = 0; one < found.lts.states; one++) {
        for (let other = 0; other < found.lts.states; other++) {
          if (found.partition.of[one] === found.partition.of[other]) continue;
          const formula = distinguishingFormula(found, one, other);
          expect([holds(formula, one), holds(formula, other)]).toEqual([true, false]);
        }
      }
    }),
    { numRuns },
  );
});

test.for(bisimulations)('%s: the quotient is bisimilar to its system, and no two of its states are', (kind) => {
  fc.assert(
    fc.property(anyLts, (lts) => {
      const small = quotient(bisimilarity(lts, kind));
      expect(bisimilarity(small, kind).partition.blocks).toBe(small.states);
      if (kind === 'branching with divergence') return;
      const both = joined(lts, small);
      const found = bisimilarity(both, kind);
      expect(classOf(found, both.initial)).toBe(classOf(found, both.other));
    }),
    { numRuns: Math.ceil(numRuns / 3) },
  );
});

test('labels of one name are one label when two systems are joined, whatever their numbers', () => {
  const one = ltsOf(
    3,
    0,
    [
      [0, 1, 1],
      [0, 2, 2],
    ],
    ['τ', 'left', 'right'],
  );
  const other = ltsOf(
    3,
    0,
    [
      [0, 2, 1],
      [0, 1, 2],
    ],
    ['τ', 'right', 'left'],
  );
  const both = joined(one, other);
  const found = bisimilarity(both, 'strong');
  expect(both.names).toEqual(['τ', 'left', 'right']);
  expect(classOf(found, both.initial)).toBe(classOf(found, both.other));
});

test('a choice that is made too early is told in words', () => {
  const late = ltsOf(
    4,
    0,
    [
      [0, 1, 1],
      [1, 2, 2],
      [1, 3, 3],
    ],
    ['τ', 'coin', 'coffee', 'tea'],
  );
  const early = ltsOf(
    5,
    0,
    [
      [0, 1, 1],
      [0, 1, 2],
      [1, 2, 3],
      [2, 3, 4],
    ],
    ['τ', 'coin', 'coffee', 'tea'],
  );
  const both = joined(late, early);
  const found = bisimilarity(both, 'branching');
  const formula = distinguishingFormula(found, found.of(both.initial), found.of(both.other));
  expect(formulaText(formula, found.lts.names)).toMatchInlineSnapshot(
    `"can do [coin], so that then it (can do [tea]) and (can do [coffee])"`,
  );
});
