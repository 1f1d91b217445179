/** Parts of formulas: where they stand in the text, what polarity they have, what replacing them gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formulaText, marked, operandsOf, type Part, partText, replaced, state, whole } from '../../src/ltl/index.ts';
import { parseFormula } from '../../src/ltl/parser.ts';
import type { Formula } from '../../src/model/index.ts';
import { atoms, formulaOver, names } from './random-formula.ts';

const vocabulary = new Map(
  atoms.flatMap((atom) => ('proposition' in atom ? [[atom.proposition.name, atom.proposition] as const] : [])),
);
const partsOf = (part: Part): readonly Part[] => [part, ...operandsOf(part).flatMap(partsOf)];
const cut = (formula: Formula, { place }: Part): string => {
  const { formula: text, from, to } = partText(formula, place);
  return text.slice(from, to);
};

test.for<[string, readonly [string, Part['polarity']][]]>([
  [
    'p -> F q',
    [
      ['p -> F q', 'positive'],
      ['p', 'negative'],
      ['F q', 'positive'],
      ['q', 'positive'],
    ],
  ],
  [
    '!(p U q) <-> (r -> p)',
    [
      ['!(p U q) <-> (r -> p)', 'positive'],
      ['!(p U q)', 'mixed'],
      ['(p U q)', 'mixed'],
      ['p', 'mixed'],
      ['q', 'mixed'],
      ['(r -> p)', 'mixed'],
      ['r', 'mixed'],
      ['p', 'mixed'],
    ],
  ],
  [
    '!(p & !(p | q))',
    [
      ['!(p & !(p | q))', 'positive'],
      ['(p & !(p | q))', 'negative'],
      ['p', 'negative'],
      ['!(p | q)', 'negative'],
      ['(p | q)', 'positive'],
      ['p', 'positive'],
      ['q', 'positive'],
    ],
  ],
])('%s', ([text, parts]) => {
  const formula = parseFormula(text, vocabulary);
  expect(formulaText(formula)).toBe(text);
  expect(partsOf(whole(formula)).map((part) => [cut(formula, part), part.polarity])).toEqual(parts);
});

test('of two parts that read alike each has its own place', () => {
  const formula = parseFormula('p & (p | p)', vocabulary);
  const places = [['left'], ['right', 'left'], ['right', 'right']] as const;
  expect(places.map((place) => partText(formula, place).from)).toEqual([0, 5, 9]);
});

test('a part reads in its place as it reads alone, brackets aside; replaced by itself it changes nothing', () => {
  fc.assert(
    fc.property(formulaOver(atoms), (formula) => {
      for (const part of partsOf(whole(formula))) {
        const alone = formulaText(part.formula);
        expect([alone, `(${alone})`]).toContain(cut(formula, part));
        expect(replaced(formula, part.place, part.formula)).toEqual(formula);
      }
    }),
  );
});

test('what is replaced is gone, and the rest of the text stays', () => {
  const other = state('other', () => true);
  fc.assert(
    fc.property(formulaOver(atoms), (formula) => {
      for (const { place } of partsOf(whole(formula))) {
        const { formula: text, from, to } = partText(formula, place);
        expect(formulaText(replaced(formula, place, other))).toBe(`${text.slice(0, from)}other${text.slice(to)}`);
      }
    }),
  );
});

test('there is no part where there is no operand', () => {
  const [p] = names;
  expect(() => replaced(parseFormula(p, vocabulary), ['of'], { operator: 'true' })).toThrow('"p" has no operand "of"');
  expect(() => replaced(parseFormula('!p', vocabulary), ['left'], { operator: 'true' })).toThrow('no operand "left"');
});

test.for<[string, number, number, number, readonly [string, string]]>([
  ['p -> F q', 5, 8, 100, ['p -> F q', '     ^^^']],
  ['p', 1, 2, 100, ['p', ' ^']],
  ['0123456789', 7, 9, 4, ['...5678...', '     ^^']],
  ['0123456789', 8, 10, 4, ['...6789', '     ^^']],
  ['0123456789', 1, 9, 4, ['0123...', ' ^^^']],
])('%s from %i to %i in %i signs', ([text, from, to, room, lines]) => {
  expect(marked(text, from, to, room)).toEqual(lines);
});
