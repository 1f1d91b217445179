/**
 * What of a formula that holds does not matter: left sides of implications that never come, and every other part of which
 * nothing depends on what it says.
 *
 * Source    I. Beer, S. Ben-David, C. Eisner, Y. Rodeh, "Efficient detection of vacuity in temporal model checking" (2001);
 *           O. Kupferman, M. Y. Vardi, "Vacuity detection in temporal model checking" (2003); for parts below `<->`
 *           R. Armoni et al., "Enhanced vacuity detection in linear temporal logic" (2003).
 */
import { type Automaton, operandsOf, type Part, partText, replaced, whole, withFree } from '../ltl/index.ts';
import {
  type Formula,
  type InterestingWitness,
  type Ltl,
  ModelError,
  type Predicate,
  type Proposition,
  type Vacuity,
} from '../model/index.ts';
import type { Graph } from './graph.ts';
import type { EdgePath } from './liveness-search.ts';
import { lettersOf } from './ltl-letters.ts';
import { acceptedRun, automatonAgainst } from './ltl-violation.ts';
import type { Findings } from './verdicts.ts';

/** What was found out about a formula that holds. */
export type AskedFormula = {
  readonly vacuous: readonly Omit<Vacuity, 'claim'>[];
  /** Where some part matters. */
  readonly interesting?: InterestingWitness;
};

/** A run of which a formula is not true that says more. */
type Telling = Pick<InterestingWitness, 'by'> & { readonly part: Part; readonly run: EdgePath };

/**
 * Asks of every part of a formula whether it matters; largest parts only, and none below an implication whose left side
 * never comes. What makes the automaton too large is taken to matter.
 *
 * @param claim one that holds.
 */
export function askFormula(
  { name, formula, fairness = {} }: Ltl,
  { graph, predicates, edgeSteps, composition, paths }: Omit<Findings, 'graph'> & { readonly graph: Graph },
): AskedFormula {
  const classes = composition.fairnessWith(fairness);
  const known = new Map<Predicate, Uint8Array>();
  const flags = (claim: string, holds: Predicate): Uint8Array => {
    const found = known.get(holds) ?? predicates.flags(claim, holds);
    known.set(holds, found);
    return found;
  };
  const refuted = (automaton: Automaton): EdgePath | undefined =>
    acceptedRun(graph, automaton, lettersOf(automaton, name, graph.states, { flags }, edgeSteps), classes);
  const telling: Telling[] = [];
  const fails = (part: Part, by: 'true' | 'false'): boolean => {
    const run = refuted(automatonAgainst(name, replaced(formula, part.place, { operator: by })));
    if (run !== undefined) telling.push({ part, by, run });
    return run !== undefined;
  };
  const matters = (part: Part): boolean => {
    try {
      if (part.polarity === 'positive') return fails(part, 'false');
      if (part.polarity === 'negative') return fails(part, 'true');
      if (fails(part, 'true') || fails(part, 'false')) return true;
      const free = { operator: 'proposition', proposition: anything } as const;
      const automaton = automatonAgainst(name, replaced(formula, part.place, free));
      return refuted(withFree(automaton, anything)) !== undefined;
    } catch (error) {
      if (error instanceof ModelError) return true;
      throw error;
    }
  };
  const neverComes = (left: Formula): boolean =>
    refuted(automatonAgainst(name, { operator: 'G', of: { operator: '!', of: left } })) === undefined;
  const idle = outermost(implicationsIn(whole(formula)).filter(({ formula: { left } }) => neverComes(left)));
  const parts = indifferent(whole(formula), matters)?.parts ?? [];
  const told = parts.filter((part) => !idle.some((implication) => isInside(part, implication)));
  const shortest = telling.reduce<Telling | undefined>(
    (best, one) => (best === undefined || one.run.edges.length < best.run.edges.length ? one : best),
    undefined,
  );
  return {
    vacuous: [
      ...idle.map(({ place }) => ({ kind: 'no trigger', part: partText(formula, [...place, 'left']) }) as const),
      ...told.map(({ place }) => ({ kind: 'any part', part: partText(formula, place) }) as const),
    ],
    ...(shortest && {
      interesting: {
        claim: name,
        part: partText(formula, shortest.part.place),
        place: shortest.part.place,
        by: shortest.by,
        path: paths.of(shortest.run),
      },
    }),
  };
}

/** Stands for a part below `<->`, where neither true nor false makes the formula say most; true or false as it likes. */
const anything: Proposition = { kind: 'state', name: 'anything', holds: () => false };

/** Of a part: whether it does not matter as a whole, and the largest parts in it that do not. */
type Indifferent = { readonly whole: boolean; readonly parts: readonly Part[] };

/**
 * The largest parts that do not matter; undefined where there is nothing to ask about. From the leaves upward: a part in
 * which something matters does so itself.
 */
function indifferent(part: Part, matters: (part: Part) => boolean): Indifferent | undefined {
  const { formula, polarity } = part;
  if (formula.operator === 'true' || formula.operator === 'false' || ('edge' in formula && formula.edge)) return;
  const operands = operandsOf(part);
  const below = operands.flatMap((operand) => indifferent(operand, matters) ?? []);
  if (operands.length > 0 && below.length === 0) return;
  const asWell = { whole: true, parts: [part] };
  if (!below.every((operand) => operand.whole)) return { whole: false, parts: below.flatMap(({ parts }) => parts) };
  // Of a constant each operator of one operand makes a constant: that was asked already.
  if (operands.length === 1 && polarity !== 'mixed') return asWell;
  return matters(part) ? { whole: false, parts: below.flatMap(({ parts }) => parts) } : asWell;
}

type Implication = Part & { readonly formula: { readonly operator: '->'; readonly left: Formula } };

function implicationsIn(part: Part): readonly Implication[] {
  const inside = operandsOf(part).flatMap(implicationsIn);
  return part.formula.operator === '->' ? [part as Implication, ...inside] : inside;
}

/** Those that lie in no other one; each comes after those that it lies in. */
const outermost = (parts: readonly Implication[]): readonly Implication[] =>
  parts.reduce<readonly Implication[]>(
    (kept, part) => (kept.some((outer) => isInside(part, outer)) ? kept : [...kept, part]),
    [],
  );

/** Whether a part lies in another one and is not the whole of it. */
const isInside = ({ place }: Part, outer: Part): boolean =>
  place.length > outer.place.length && outer.place.every((operand, index) => operand === place[index]);
