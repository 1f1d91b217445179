/** Formulas as text: what is read, and what is said of a text that is none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { FormulaSyntaxError, formulaText, isTrueOf, parseFormula, usesNext } from '../../src/ltl/index.ts';
import { atoms, formulaOver } from './random-formula.ts';

const vocabulary = new Map(
  atoms.flatMap((atom) => ('proposition' in atom ? [[atom.proposition.name, atom.proposition] as const] : [])),
);
const read = (text: string, about?: 'run' | 'state'): string => formulaText(parseFormula(text, vocabulary, about));
const fault = (text: string, about?: 'run' | 'state'): string => {
  try {
    parseFormula(text, vocabulary, about);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return error.message;
    throw error;
  }
  return 'none';
};

test('what is written is read again', () => {
  fc.assert(
    fc.property(formulaOver(atoms), (formula) => {
      expect(parseFormula(formulaText(formula), vocabulary)).toEqual(formula);
    }),
    { numRuns: 1000 },
  );
});

test.for([
  ['p & q | r -> p <-> q', '(((p & q) | r) -> p) <-> q'],
  ['p -> q -> r', 'p -> (q -> r)'],
  ['p U q U r', 'p U (q U r)'],
  ['p & q U r', 'p & (q U r)'],
  ['!p U q', '!p U q'],
  ['[] (p -> <> q)', 'G (p -> F q)'],
  ['GF p && ~q || r', '(G F p & !q) | r'],
  ['always (p implies eventually q)', 'G (p -> F q)'],
  ['not p unless q', '!p W q'],
  ['p releases q or q until next true', '(p R q) | (q U X true)'],
  ['  p\n\tM q ', 'p M q'],
] as const)('%s is %s', ([text, meant]) => {
  expect(read(text)).toBe(meant);
});

test.for([
  ['', 'expected a name, "(", "!", or a temporal operator (G, F, X), and the formula ends', 0],
  ['G (p -> )', 'expected a name, "(", "!", or a temporal operator (G, F, X), and there is ")"', 8],
  ['G (p -> q', 'expected an operator between two formulas (->, &, |, U), or ")", and the formula ends', 9],
  ['p q', 'expected an operator between two formulas (->, &, |, U), or the end, and there is "q"', 2],
  ['p )', 'expected an operator between two formulas (->, &, |, U), or the end, and there is ")"', 2],
  ['p ? q', '"?" stands in no formula', 2],
  ['F pq', 'there is no proposition "pq"; did you mean "p"?', 2],
  ['p\n& & q', 'expected a name, "(", "!", or a temporal operator (G, F, X), and there is "&"', 4],
] as const)('%j: %s', ([text, what, offset]) => {
  expect(fault(text)).toBe(`${what}\n  ${text.replaceAll('\n', ' ')}\n  ${' '.repeat(offset)}^`);
});

test('a formula of one state has no temporal operators and no events', () => {
  expect(read('p & !(q | true)', 'state')).toBe('p & !(q | true)');
  for (const [text, word] of [
    ['p & F q', 'F'],
    ['p U q', 'U'],
    ['p | s', 's'],
  ] as const) {
    expect(fault(text, 'state')).toContain(`and "${word}" speaks of what comes after it`);
  }
});

test('nesting without end is refused in words, not by the stack', () => {
  for (const sign of ['(', '!', 'p -> ', 'p U ']) {
    expect(fault(sign.repeat(100_000))).toContain('nested more than 500 deep');
  }
});

test('a chain is as long as it likes, and is read as a short one is', () => {
  for (const [sign, links] of [
    ['&', 600],
    ['|', 50_000],
  ] as const) {
    const chain = parseFormula(`G (${`p ${sign} `.repeat(links)}q)`, vocabulary);
    const states = (values: readonly boolean[]) => ({
      length: 1,
      loop: 0,
      holds: ({ name }: { readonly name: string }) => values[name === 'p' ? 0 : 1]!,
    });
    for (const values of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      expect(isTrueOf(chain, states(values))).toBe(sign === '&' ? values[0] && values[1] : values[0] || values[1]);
    }
  }
});

test('of a long text the part round the place is shown', () => {
  const [what, part, caret] = fault(`${'p & '.repeat(200)}pq${' & p'.repeat(200)}`).split('\n');
  expect(what).toBe('there is no proposition "pq"; did you mean "p"?');
  expect(part).toMatch(/^ {2}\.\.\..{100}\.\.\.$/);
  expect(part!.slice(caret!.indexOf('^')).startsWith('pq')).toBe(true);
});

test('X is found wherever it stands', () => {
  expect(['G (p -> X q)', 'p U X q', '!X p'].map((text) => usesNext(parseFormula(text, vocabulary)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(usesNext(parseFormula('G (p -> F q)', vocabulary))).toBe(false);
});
