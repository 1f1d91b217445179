import { SILENT } from './lts.ts';
import type { Bisimilarity } from './bisimulation.ts';

/**
 * What one state can do and another cannot: a formula of Hennessy and Milner's logic, with silent steps before the
 * visible one as in the "until" of R. De Nicola and F. Vaandrager ("Three logics for branching bisimulation", 1995).
 *
 * `can`: by silent steps through states in which every formula of `staying` holds, then by one step with the label, a state
 * is reached in which every formula of `reaching` holds. Where silent steps are visible, none come before.
 */
export type Formula =
  | {
      readonly kind: 'can';
      readonly label: number;
      readonly staying: readonly Formula[];
      readonly reaching: readonly Formula[];
    }
  | { readonly kind: 'not'; readonly formula: Formula };

/** Whether a formula holds in a state of the system that was refined. */
export type Holds = (formula: Formula, state: number) => boolean;

/** Evaluates formulas, each in each state once. */
export function evaluator({ kind, lts }: Pick<Bisimilarity, 'kind' | 'lts'>): Holds {
  const { offsets, labels, targets } = lts;
  const known = new Map<Formula, Map<number, boolean>>();
  const all = (formulas: readonly Formula[], state: number): boolean => formulas.every((one) => holds(one, state));
  const can = (formula: Extract<Formula, { kind: 'can' }>, from: number): boolean => {
    const met = new Set([from]);
    for (const state of met) {
      if (!all(formula.staying, state)) continue;
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        if (labels[edge] === formula.label && all(formula.reaching, targets[edge]!)) return true;
        if (labels[edge] === SILENT && kind !== 'strong') met.add(targets[edge]!);
      }
    }
    return false;
  };
  const holds: Holds = (formula, state) => {
    if (formula.kind === 'not') return !holds(formula.formula, state);
    const answers = known.get(formula) ?? new Map<number, boolean>();
    known.set(formula, answers);
    const answer = answers.get(state) ?? can(formula, state);
    answers.set(state, answer);
    return answer;
  };
  return holds;
}

/**
 * Something that the first of two states can do and the other cannot, or the other way round as a `not`.
 *
 * It is as deep as the round of the refinement in which the two parted (R. Cleaveland, "On automatically explaining
 * bisimulation inequivalence", 1990), and leaves out what another part of it already tells.
 *
 * @param one and
 * @param other states of the system that was refined, not bisimilar.
 * @throws RangeError when they are bisimilar.
 */
export function distinguishingFormula(found: Bisimilarity, one: number, other: number): Formula {
  const { kind, lts, partition } = found;
  const { offsets, labels, targets } = lts;
  const holds = evaluator(found);
  const known = new Map<string, Formula>();

  /** The states that a state reaches unseen within its block of a round, itself first; the edges that leave them. */
  function reach(round: number, from: number): { inside: ReadonlySet<number>; outside: ReadonlySet<number> } {
    const block = partition.at(round, from);
    const [inside, outside] = [new Set([from]), new Set<number>()];
    if (kind === 'strong') return { inside, outside };
    for (const state of inside) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
        if (labels[edge] !== SILENT) continue;
        const target = targets[edge]!;
        (partition.at(round, target) === block ? inside : outside).add(target);
      }
    }
    return { inside, outside };
  }

  function* moves(round: number, from: number): Generator<readonly [label: number, target: number]> {
    for (const state of reach(round, from).inside) {
      for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) yield [labels[edge]!, targets[edge]!];
    }
  }

  /** A move of the first that the other cannot match, in the blocks of a round. */
  function unmatched(round: number, from: number, by: number): readonly [number, number] | undefined {
    const key = (label: number, target: number): string => `${label} ${partition.at(round, target)}`;
    const matched = new Set([...moves(round, by)].map(([label, target]) => key(label, target)));
    const inert = (label: number, target: number): boolean =>
      kind !== 'strong' && label === SILENT && partition.at(round, target) === partition.at(round, from);
    for (const [label, target] of moves(round, from)) {
      if (!inert(label, target) && !matched.has(key(label, target))) return [label, target];
    }
    return undefined;
  }

  /** Formulas that hold in one state and, between them, rule out each of the others. */
  function against(state: number, others: Iterable<number>): readonly Formula[] {
    const chosen: Formula[] = [];
    for (const rival of others) {
      if (chosen.every((formula) => holds(formula, rival))) chosen.push(tell(state, rival));
    }
    return chosen;
  }

  function tell(first: number, second: number): Formula {
    const key = `${first} ${second}`;
    const made = known.get(key) ?? make(first, second);
    known.set(key, made);
    return made;
  }

  function make(first: number, second: number): Formula {
    const parted = partition.parted(first, second);
    if (parted === undefined)
      throw new RangeError(`states ${first} and ${second} are bisimilar: nothing tells them apart`);
    const round = parted - 1;
    const move = unmatched(round, first, second);
    if (move === undefined) return { kind: 'not', formula: tell(second, first) };
    const [label, target] = move;
    const { outside } = reach(round, second);
    const stays = against(first, outside);
    const rivals = [...moves(round, second)].flatMap(([other, reached]) => (other === label ? [reached] : []));
    return { kind: 'can', label, staying: stays, reaching: against(target, rivals) };
  }

  return tell(one, other);
}

/** A formula as a sentence about whoever it holds of: "can do X, after which it can do Y". */
export function formulaText(formula: Formula, names: readonly string[]): string {
  return formula.kind === 'not' ? canText(formula.formula, names, 'cannot') : canText(formula, names, 'can');
}

function canText(formula: Formula, names: readonly string[], can: 'can' | 'cannot'): string {
  if (formula.kind === 'not') return canText(formula.formula, names, can === 'can' ? 'cannot' : 'can');
  const { label, staying, reaching } = formula;
  const step = label === SILENT ? 'take a hidden step' : `do [${names[label]!}]`;
  const meanwhile = staying.length > 0 ? ` (as long as it ${sentences(staying, names)})` : '';
  return `${can} ${step}${meanwhile}${reaching.length > 0 ? `, so that then it ${sentences(reaching, names)}` : ''}`;
}

const sentences = (formulas: readonly Formula[], names: readonly string[]): string =>
  formulas.length === 1
    ? formulaText(formulas[0]!, names)
    : formulas.map((formula) => `(${formulaText(formula, names)})`).join(' and ');
