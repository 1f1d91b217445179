/** Random formulas over a few facts and events, and random lassos: ultimately periodic runs. */
import fc from 'fast-check';

import { state, taken } from '../../src/ltl/index.ts';
import type { BinaryOperator, Formula, Proposition, UnaryOperator } from '../../src/model/index.ts';
import type { Lasso } from '../../src/ltl/index.ts';

export const names = ['p', 'q', 'r', 's'] as const;

/** Formulas over propositions without a meaning of their own: a lasso says where each is true. */
export const atoms: readonly Formula[] = names.map((name) =>
  name === 's'
    ? taken(name, () => {
        throw new Error('a lasso says where it is true');
      })
    : state(name, () => {
        throw new Error('a lasso says where it is true');
      }),
);

const unary = fc.constantFrom<UnaryOperator>('!', 'X', 'F', 'G');
const binary = fc.constantFrom<BinaryOperator>('&', '|', '->', '<->', 'U', 'W', 'R', 'M');

/** Formulas of a few operators over the given ones. */
export const formulaOver = (leaves: readonly Formula[], maxDepth = 4): fc.Arbitrary<Formula> =>
  fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth, depthIdentifier: 'formula' },
      { arbitrary: fc.constantFrom(...leaves), weight: 3 },
      { arbitrary: fc.constantFrom<Formula>({ operator: 'true' }, { operator: 'false' }), weight: 1 },
      { arbitrary: fc.record({ operator: unary, of: tie('formula') }), weight: 4 },
      { arbitrary: fc.record({ operator: binary, left: tie('formula'), right: tie('formula') }), weight: 4 },
    ),
  })).formula;

/** A lasso, with the truth of each proposition at each position. */
export type Word = Lasso & { readonly truths: readonly Readonly<Record<string, boolean>>[] };

/** A lasso whose propositions are true at random positions. */
export const randomWord = (of: readonly string[], longest = 7): fc.Arbitrary<Word> =>
  fc
    .array(fc.record(Object.fromEntries(of.map((name) => [name, fc.boolean()]))), { minLength: 1, maxLength: longest })
    .chain((truths) => fc.nat(truths.length - 1).map((loop) => wordOf(truths, loop)));

export const wordOf = (truths: readonly Readonly<Record<string, boolean>>[], loop: number): Word => ({
  truths,
  length: truths.length,
  loop,
  holds: ({ name }: Proposition, position) => truths[position]![name]!,
});
