/** Declarations about single parts of formulas: which part is meant, and which declaration nothing needs. */
import { expect, test } from 'vitest';

import { type Declared, doubtsOfAll, undeclaredIn } from '../../src/cli/doubts.ts';
import type { Vacuity, VacuousByMeaning } from '../../src/model/index.ts';
import { pongReport } from './pong.ts';

const formula = 'p & (q | r)';
const found = (from: number, to: number): Vacuity => ({
  claim: 'C1 it is so',
  kind: 'any part',
  part: { formula, from, to },
});
const run = { name: 'pong', report: { ...pongReport, vacuous: [found(0, 1), found(5, 6)] } };
const declared = (...rules: readonly Partial<VacuousByMeaning>[]): Declared => ({
  vacuous: rules.map((rule) => ({ of: ['C1 '], kinds: ['any part'], where: () => true, reason: 'So it is.', ...rule })),
  unneeded: [],
  dead: [],
});
const undeclared = (given: Declared): readonly string[] => undeclaredIn(run, given).map(({ text }) => text);
const idle = (given: Declared): readonly string[] => doubtsOfAll([run], {}, given).map(({ text }) => text);

test('a part that is not declared differs from what is expected, and is named', () => {
  expect(undeclared(declared({ parts: ['p'] }))).toEqual([
    '"C1 it is so" holds and says too little: it holds whatever a part of it says: "q"; ' +
      'mend it, or say in properties/vacuous.ts why it may',
  ]);
});

test('parts may be declared together, and all at once', () => {
  expect(undeclared(declared({ parts: ['p', 'q'] }))).toEqual([]);
  expect(undeclared(declared({}))).toEqual([]);
  expect(undeclared(declared({ parts: ['p'] }, { parts: ['q'] }))).toEqual([]);
});

test('a declaration that nothing needs is told, each part for itself', () => {
  expect(idle(declared({ parts: ['p', 'q'] }))).toEqual([]);
  expect(idle(declared({ parts: ['p', 'r'] }, { kinds: ['no trigger'], reason: 'Never.' }))).toEqual([
    'properties/vacuous.ts declares what is not so in any run: of the part "r" "So it is."',
    'properties/vacuous.ts declares what is not so in any run: "Never."',
  ]);
});
