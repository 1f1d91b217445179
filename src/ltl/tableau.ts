import { ModelError } from '../model/index.ts';
import type { Automaton, AutomatonNode } from './automaton.ts';
import type { NormalForm } from './normal-form.ts';
import { FALSE, type Term, type Terms, TRUE } from './terms.ts';

const mostNodes = 1024;
const mostSets = 30;

/** A node on its way: what it must still promise, what it has promised, and what it hands on. */
type Open = {
  readonly pending: readonly number[];
  readonly old: ReadonlySet<number>;
  readonly next: ReadonlySet<number>;
};

type Node = Pick<Open, 'old' | 'next'>;

/**
 * The tableau of a formula: each node is a set of formulas that hold at a position, and of formulas that must hold at the
 * next one. One acceptance set for each until: the nodes that owe nothing of it.
 *
 * @throws ModelError when there are more than 30 untils or 1,024 nodes.
 */
export function tableau({ terms, root, propositions }: NormalForm): Automaton {
  const { nodes, initial, successors } = expand(terms, root);
  const all = new Set(nodes.flatMap(({ old }) => [...old]));
  const untils = [...all].flatMap((number) => {
    const term = terms.at(number);
    return term.kind === 'until' ? [{ number, right: term.right }] : [];
  });
  if (untils.length > mostSets) {
    throw new ModelError(`a formula has ${untils.length} different untils, and may have ${mostSets}; split it`);
  }
  return {
    nodes: nodes.map(({ old }, number): AutomatonNode => ({
      positive: literals(terms, old, true),
      negative: literals(terms, old, false),
      accepting: untils.reduce((bits, until, bit) => (owes(old, until) ? bits : bits | (1 << bit)), 0),
      successors: successors[number]!,
    })),
    initial,
    sets: untils.length,
    propositions,
  };
}

const owes = (old: ReadonlySet<number>, { number, right }: { number: number; right: number }): boolean =>
  old.has(number) && !old.has(right);

const literals = (terms: Terms, old: ReadonlySet<number>, positive: boolean): number =>
  [...old].reduce((bits, number) => {
    const term = terms.at(number);
    return term.kind === 'literal' && term.positive === positive ? bits | (1 << term.proposition) : bits;
  }, 0);

/** All nodes, those that runs begin at, and of each those that it leads to: these depend on what it hands on alone. */
function expand(
  terms: Terms,
  root: number,
): { nodes: readonly Node[]; initial: readonly number[]; successors: readonly (readonly number[])[] } {
  const nodes: Node[] = [];
  const numbers = new Map<string, number>();
  const covers = new Map<string, readonly number[]>();
  const numbered = (node: Node): number => {
    const key = `${keyOf(node.old)}|${keyOf(node.next)}`;
    const number = numbers.get(key) ?? nodes.push(node) - 1;
    numbers.set(key, number);
    if (nodes.length > mostNodes) {
      throw new ModelError(`the automaton of a formula has more than ${mostNodes} nodes; split it into several claims`);
    }
    return number;
  };
  const cover = (promised: readonly number[]): readonly number[] => {
    const found = new Set<number>();
    const open: Open[] = [{ pending: promised, old: new Set(), next: new Set() }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [formula, ...pending] = at.pending;
      if (formula === undefined) found.add(numbered(at));
      else open.push(...branches(terms, formula, { ...at, pending }));
    }
    return [...found];
  };
  const initial = cover([root]);
  const successors: (readonly number[])[] = [];
  for (let number = 0; number < nodes.length; number++) {
    const { next } = nodes[number]!;
    const key = keyOf(next);
    successors[number] = covers.get(key) ?? cover([...next]);
    covers.set(key, successors[number]!);
  }
  return { nodes, initial, successors };
}

const keyOf = (set: ReadonlySet<number>): string => [...set].sort((a, b) => a - b).join(' ');

/** What becomes of a node when it promises one formula more: nothing, itself, or two. */
function branches(terms: Terms, formula: number, at: Open): readonly Open[] {
  if (formula === TRUE || at.old.has(formula)) return [at];
  if (formula === FALSE) return [];
  const term = terms.at(formula);
  const kept: Open = { ...at, old: new Set([...at.old, formula]) };
  const now = (...more: readonly number[]): Open => ({ ...kept, pending: [...more, ...kept.pending] });
  const handed = (open: Open, later: number): Open => ({ ...open, next: new Set([...open.next, later]) });
  switch (term.kind) {
    case 'literal':
      return contradicts(terms, term, at.old) ? [] : [kept];
    case 'next':
      return [handed(kept, term.of)];
    case 'and':
      return [now(term.left, term.right)];
    case 'or':
      return [now(term.left), now(term.right)];
    case 'until':
      return [handed(now(term.left), formula), now(term.right)];
    case 'release':
      return [handed(now(term.right), formula), now(term.left, term.right)];
    default:
      return [kept];
  }
}

const contradicts = (terms: Terms, term: Term & { kind: 'literal' }, old: ReadonlySet<number>): boolean =>
  [...old].some((number) => {
    const other = terms.at(number);
    return other.kind === 'literal' && other.proposition === term.proposition && other.positive !== term.positive;
  });
