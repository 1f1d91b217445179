/**
 * Formulas of temporal logic by sets of subformulas that are true together (O. Lichtenstein, A. Pnueli, "Checking That
 * Finite State Concurrent Programs Satisfy Their Linear Specification", 1985): no automaton is made of the formula.
 */
import type { Fairness, Formula, Proposition } from '../model/index.ts';
import { fairRun } from './fair-run.ts';
import type { Edge, Scan } from './scan.ts';

type Temporal = Extract<Formula, { of: Formula }> | Extract<Formula, { left: Formula }>;

const isTemporal = ({ operator }: Formula): boolean => 'XFGUWRM'.includes(operator);

/** The temporal subformulas, each once. */
function temporals(formula: Formula): Temporal[] {
  const below =
    'of' in formula ? [formula.of] : 'left' in formula ? [formula.left, formula.right] : ([] as readonly Formula[]);
  return [...new Set([...(isTemporal(formula) ? [formula as Temporal] : []), ...below.flatMap(temporals)])];
}

/** A position of a run: a state and the step that comes next; none where the run has come to its end. */
type Position = { readonly state: number; readonly edge: Edge | undefined };

/** More moments (positions with what is true there) than this are not looked at. */
const MOST = 4_000_000;

/** Whether a formula can be looked at: all states were, and there are not too many moments. */
export const isWithinReach = (formula: Formula, { looked, states, edges }: Scan): boolean =>
  looked.length === states &&
  edges.reduce((sum, out) => sum + out.length + 1, 0) * 2 ** temporals(formula).length <= MOST;

/**
 * Whether a formula is true of every fair maximal run: each truth of each temporal subformula is guessed at each position,
 * and what is guessed must fit together for ever.
 *
 * @returns a state of a fair run of which it is false; undefined when there is none.
 */
export function formulaFails(formula: Formula, scan: Scan, fairness: (name: string) => Fairness): number | undefined {
  const parts = temporals(formula);
  const guesses = 2 ** parts.length;
  const ends = (state: number): boolean => scan.edges[state]!.every(({ step }) => fairness(step.class) === 'none');
  const starts: number[] = [];
  const positions: Position[] = [];
  for (const state of scan.looked) {
    starts[state] = positions.length;
    for (const edge of scan.edges[state]!) positions.push({ state, edge });
    if (ends(state)) positions.push({ state, edge: undefined });
  }
  starts[scan.states] = positions.length;

  const truth = facts(scan, positions);
  /** Whether a formula is true at a position, if the temporal ones are true there whose bits are set. */
  const holds = (of: Formula, at: number, true_: number): boolean => {
    if (isTemporal(of)) return ((true_ >> parts.indexOf(of as Temporal)) & 1) === 1;
    if (of.operator === 'proposition') return truth(of.proposition, at);
    if ('of' in of) return !holds(of.of, at, true_);
    if (!('left' in of)) return of.operator === 'true';
    const [left, right] = [holds(of.left, at, true_), holds(of.right, at, true_)];
    if (of.operator === '&') return left && right;
    if (of.operator === '|') return left || right;
    return of.operator === '->' ? !left || right : left === right;
  };
  /** What the temporal formulas are at a moment, as the next one has them: their bits. */
  const implied = (at: number, true_: number, next: number, after: number): number =>
    parts.reduce((bits, part, index) => {
      const later = ((after >> index) & 1) === 1;
      return (
        bits |
        (nowIf(
          part,
          later,
          (of) => holds(of, at, true_),
          (of) => holds(of, next, after),
        )
          ? 1 << index
          : 0)
      );
    }, 0);
  const following = ({ state, edge }: Position): readonly [first: number, end: number] => {
    if (edge) return [starts[edge.target]!, starts[edge.target + 1]!];
    return [starts[state + 1]! - 1, starts[state + 1]!];
  };
  const successors = (moment: number): { target: number; class: string | undefined }[] => {
    const [at, true_] = [Math.floor(moment / guesses), moment % guesses];
    const position = positions[at]!;
    const [first, end] = following(position);
    const found: { target: number; class: string | undefined }[] = [];
    for (let next = first; next < end; next++) {
      for (let after = 0; after < guesses; after++) {
        if (implied(at, true_, next, after) !== true_) continue;
        found.push({ target: next * guesses + after, class: position.edge?.step.class });
      }
    }
    return found;
  };
  const remembered = new Map<number, ReturnType<typeof successors>>();
  const once = (moment: number): ReturnType<typeof successors> => {
    const known = remembered.get(moment) ?? successors(moment);
    remembered.set(moment, known);
    return known;
  };
  const possible = scan.edges.map((out) => new Set(out.map(({ step }) => step.class)));
  const initial = [...new Array(starts[1]! * guesses).keys()].filter(
    (moment) => !holds(formula, Math.floor(moment / guesses), moment % guesses),
  );
  const found = fairRun(
    {
      successors: once,
      possible: (moment) => possible[positions[Math.floor(moment / guesses)]!.state]!,
      fairness,
      accepting: (moment) =>
        settled(parts, moment % guesses, (of) => holds(of, Math.floor(moment / guesses), moment % guesses)),
      sets: parts.length,
    },
    initial,
  );
  return found === undefined ? undefined : positions[Math.floor(found / guesses)]!.state;
}

/** Whether a proposition is true at a position; of a state it is asked once. */
function facts(scan: Scan, positions: readonly Position[]): (proposition: Proposition, at: number) => boolean {
  const known = new Map<Proposition, Map<number, boolean>>();
  return (proposition, at) => {
    const { state, edge } = positions[at]!;
    if (proposition.kind === 'event') return edge !== undefined && proposition.taken(edge.step);
    const answers = known.get(proposition) ?? new Map<number, boolean>();
    known.set(proposition, answers);
    const answer = answers.get(state) ?? proposition.holds(scan.views[state]!);
    answers.set(state, answer);
    return answer;
  };
}

type Truth = (of: Formula) => boolean;

/** The truth of a temporal formula at a moment, when it is `later` true (or not) at the next one. */
function nowIf(part: Temporal, later: boolean, now: Truth, next: Truth): boolean {
  switch (part.operator) {
    case 'X':
      return next(part.of);
    case 'F':
      return now(part.of) || later;
    case 'G':
      return now(part.of) && later;
    case 'U':
    case 'W':
      return now(part.right) || (now(part.left) && later);
    case 'R':
    case 'M':
      return now(part.right) && (now(part.left) || later);
    default:
      throw new Error(`"${part.operator}" is no temporal operator`);
  }
}

/** The temporal formulas, one bit each, that are not put off at a moment: no run may put one off for ever. */
const settled = (parts: readonly Temporal[], true_: number, now: Truth): number =>
  parts.reduce((bits, part, index) => bits | (isSettled(part, ((true_ >> index) & 1) === 1, now) ? 1 << index : 0), 0);

function isSettled(part: Temporal, isTrue: boolean, now: Truth): boolean {
  switch (part.operator) {
    case 'F':
      return !isTrue || now(part.of);
    case 'G':
      return isTrue || !now(part.of);
    case 'U':
      return !isTrue || now(part.right);
    case 'M':
      return !isTrue || (now(part.left) && now(part.right));
    case 'W':
      return isTrue || !(now(part.left) || now(part.right));
    case 'R':
      return isTrue || !now(part.right);
    default:
      return true;
  }
}
