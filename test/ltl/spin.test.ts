/** The never claims of `spin -f` as a second opinion: each accepts exactly the lassos of which the formula is true. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { automatonOf, type Lasso, parseFormula, stateFormula } from '../../src/ltl/index.ts';
import type { Formula, View } from '../../src/model/index.ts';
import { accepts } from './accepts.ts';
import { atoms, formulaOver, randomWord, type Word } from './random-formula.ts';

const there = spawnSync('spin', ['-V']).status === 0;
const numRuns = Math.ceil(Number(process.env.FC_RUNS ?? 1200) / 20);
const facts = atoms.slice(0, 3);
/** How long Spin may think about one formula, in milliseconds. */
const patience = 1_000;

/** In the words of Spin, which has no X in its formulas, and no M. */
function promela(formula: Formula): string {
  if (formula.operator === 'proposition') return formula.proposition.name;
  if ('of' in formula) {
    const sign = { '!': '!', F: '<>', G: '[]', X: 'X' }[formula.operator];
    return `(${sign} ${promela(formula.of)})`;
  }
  if (!('left' in formula)) return formula.operator;
  const [left, right] = [promela(formula.left), promela(formula.right)];
  if (formula.operator === 'W') return `(${right} V (${left} || ${right}))`;
  if (formula.operator === 'M') return `(${right} U (${left} && ${right}))`;
  const sign = { '&': '&&', '|': '||', '->': '->', '<->': '<->', U: 'U', R: 'V' }[formula.operator];
  return `(${left} ${sign} ${right})`;
}

const hasNext = (formula: Formula): boolean =>
  formula.operator === 'X' ||
  ('of' in formula && hasNext(formula.of)) ||
  ('left' in formula && (hasNext(formula.left) || hasNext(formula.right)));

type Move = { readonly reads: (truths: Readonly<Record<string, boolean>>) => boolean; readonly to: string };
type NeverClaim = ReadonlyMap<string, { readonly accepting: boolean; readonly moves: Move[] }>;

const known = new Map(
  ['p', 'q', 'r'].map((name) => [
    name,
    { kind: 'state', name, holds: (view: View) => (view as unknown as Record<string, boolean>)[name]! } as const,
  ]),
);
const guard = (text: string): Move['reads'] => {
  const holds = stateFormula(parseFormula(text.replaceAll(/\b1\b/g, 'true').replaceAll(/\b0\b/g, 'false'), known));
  return (truths) => holds(truths as unknown as View);
};

/** Reads a never claim: labels, guarded moves, and what is accepted from some moment on whatever comes. */
function read(text: string): NeverClaim {
  const states = new Map<string, { accepting: boolean; moves: Move[] }>();
  let labels: string[] = [];
  let moves: Move[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const label = /^(\w+):/.exec(line)?.[1];
    if (label !== undefined) {
      if (moves.length > 0 || labels.length === 0) [labels, moves] = [[], []];
      labels.push(label);
      const accepting = labels.some((each) => each.startsWith('accept'));
      for (const each of labels) states.set(each, { accepting, moves });
    }
    if (line === 'skip') moves.push({ reads: () => true, to: labels[0]! });
    const [, condition, to] = /^:: (?:atomic \{ )?(.*) -> (?:goto (\w+)|assert.*)$/.exec(line) ?? [];
    if (condition !== undefined) moves.push({ reads: guard(condition), to: to ?? 'accept_all' });
  }
  return states;
}

function claims(never: NeverClaim, { truths, length, loop }: Word): boolean {
  const [first] = never.keys();
  const from = (pair: string): string[] => {
    const [state, position] = pair.split(' ') as [string, string];
    const next = Number(position) + 1 === length ? loop : Number(position) + 1;
    const { moves } = never.get(state)!;
    return moves.filter(({ reads }) => reads(truths[Number(position)]!)).map(({ to }) => `${to} ${next}`);
  };
  const reach = (pairs: readonly string[]): Set<string> => {
    const found = new Set(pairs);
    for (const pair of found) for (const next of from(pair)) found.add(next);
    return found;
  };
  return [...reach([`${first!} 0`])].some(
    (pair) => never.get(pair.split(' ')[0]!)!.accepting && reach(from(pair)).has(pair),
  );
}

describe.skipIf(!there)(`${there ? 'spin -f' : 'skipped: needs spin'}`, () => {
  test('accepts the same runs', () => {
    const formula = formulaOver(facts, 3).filter((drawn) => !hasNext(drawn));
    const words = fc.array(randomWord(['p', 'q', 'r']), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(formula, words, (drawn, lassos) => {
        const { stdout, status } = spawnSync('spin', ['-f', promela(drawn)], { encoding: 'utf8', timeout: patience });
        // Spin needs minutes for some small formulas: nothing can be learned from these.
        fc.pre(status === 0);
        const never = read(stdout);
        const automaton = automatonOf(drawn);
        for (const lasso of lassos) {
          expect([stdout, accepts(automaton, lasso satisfies Lasso)]).toEqual([stdout, claims(never, lasso)]);
        }
      }),
      { numRuns },
    );
  });
});
