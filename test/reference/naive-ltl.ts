/**
 * Formulas by sets of subformulas that hold together (O. Lichtenstein, A. Pnueli, "Checking That Finite State Concurrent
 * Programs Satisfy Their Linear Specification", 1985): every truth of every temporal subformula is guessed at every step.
 * Another way than the engine's, which translates the formula alone.
 */
import type { Fairness, Formula } from '../../src/model/index.ts';
import { fairStates, type NaiveEdge } from './naive-fairness.ts';
import type { Explored } from './naive-search.ts';

/** A moment of a run: a state, which of its steps comes next (none: the run has ended), what temporal formulas are true. */
type Moment = { state: number; step: number | undefined; truths: number };

type Temporal =
  | { readonly operator: 'X' | 'F' | 'G'; readonly of: Formula }
  | { readonly operator: 'U' | 'W' | 'R' | 'M'; readonly left: Formula; readonly right: Formula };

const isTemporal = (formula: Formula): formula is Formula & Temporal => 'XFGUWRM'.includes(formula.operator);

const temporals = (formula: Formula): Temporal[] => {
  const below =
    'of' in formula
      ? temporals(formula.of)
      : 'left' in formula
        ? [...temporals(formula.left), ...temporals(formula.right)]
        : [];
  return isTemporal(formula) ? [formula, ...below] : below;
};

/** How many moments are looked at most. */
const most = 3_000;

/** Whether a formula is true of all fair maximal runs; undefined when there is too much to look at. */
export function isTrueOfAll(
  graph: Explored,
  rests: ReadonlySet<number>,
  fairness: Readonly<Record<string, Fairness>>,
  formula: Formula,
): boolean | undefined {
  const parts = temporals(formula);
  const edgeCount = graph.edges.reduce((sum, out) => sum + out.length, rests.size);
  if (edgeCount * 2 ** parts.length > most) return undefined;

  const holds = (of: Formula, at: Moment): boolean => {
    if (isTemporal(of)) return isSo(of, at);
    if (of.operator === 'proposition') {
      const { proposition } = of;
      if (proposition.kind === 'state') return proposition.holds(graph.views[at.state]!);
      return at.step !== undefined && proposition.taken(graph.edges[at.state]![at.step]!.step);
    }
    if ('of' in of) return !holds(of.of, at);
    if (!('left' in of)) return of.operator === 'true';
    const [left, right] = [holds(of.left, at), holds(of.right, at)];
    if (of.operator === '&') return left && right;
    if (of.operator === '|') return left || right;
    return of.operator === '->' ? !left || right : left === right;
  };
  const isSo = (part: Temporal, at: Moment): boolean => ((at.truths >> parts.indexOf(part)) & 1) === 1;
  /** Whether what is true at a moment fits what is true at the next one. */
  const fits = (at: Moment, after: Moment): boolean =>
    parts.every((part) => {
      const later = isSo(part, after);
      switch (part.operator) {
        case 'X':
          return isSo(part, at) === holds(part.of, after);
        case 'F':
          return isSo(part, at) === (holds(part.of, at) || later);
        case 'G':
          return isSo(part, at) === (holds(part.of, at) && later);
        case 'U':
        case 'W':
          return isSo(part, at) === (holds(part.right, at) || (holds(part.left, at) && later));
        default:
          return isSo(part, at) === (holds(part.right, at) && (holds(part.left, at) || later));
      }
    });
  /** Whether a part owes nothing at a moment: what it promises comes, or it promises nothing. */
  const settled = (part: Temporal, at: Moment): boolean => {
    const truth = isSo(part, at);
    switch (part.operator) {
      case 'X':
        return true;
      case 'F':
        return !truth || holds(part.of, at);
      case 'G':
        return truth || !holds(part.of, at);
      case 'U':
        return !truth || holds(part.right, at);
      case 'M':
        return !truth || (holds(part.left, at) && holds(part.right, at));
      case 'W':
        return truth || (!holds(part.left, at) && !holds(part.right, at));
      default:
        return truth || !holds(part.right, at);
    }
  };

  const guesses = [...Array(2 ** parts.length).keys()];
  const momentsIn = (state: number): Moment[] =>
    [...graph.edges[state]!.keys(), ...(rests.has(state) ? [undefined] : [])].flatMap((step) =>
      guesses.map((truths) => ({ state, step, truths })),
    );
  const numbers = new Map<string, number>();
  const moments: Moment[] = [];
  const numbered = (moment: Moment): number => {
    const key = `${moment.state} ${moment.step} ${moment.truths}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, moments.length);
    return moments.push(moment) - 1;
  };
  for (const moment of momentsIn(0)) if (!holds(formula, moment)) numbered(moment);
  const edges: NaiveEdge[][] = [];
  const possible: NaiveEdge[][] = [];
  for (let number = 0; number < moments.length; number++) {
    const at = moments[number]!;
    const taken = at.step === undefined ? undefined : graph.edges[at.state]![at.step]!;
    const after = taken ? momentsIn(taken.target) : momentsIn(at.state).filter(({ step }) => step === undefined);
    const done = parts.flatMap((part, index) => (settled(part, at) ? [`settles ${index}`] : []));
    edges[number] = after
      .filter((next) => fits(at, next))
      .flatMap((next) => {
        const target = numbered(next);
        return [taken?.class ?? 'stays', ...done].map((name) => ({ target, class: name }));
      });
    const settlements = parts.map((_, index) => ({ target: number, class: `settles ${index}` }));
    possible[number] = [...graph.edges[at.state]!, ...settlements];
  }
  const duties = Object.fromEntries(parts.map((_, index) => [`settles ${index}`, 'strong' as const]));
  const all = { edges: possible, fairness: { ...fairness, ...duties } };
  return fairStates(all, edges, new Set(moments.keys())).size === 0;
}
