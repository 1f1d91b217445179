/**
 * Claims that hold for want of cases, or of which a part does not matter. See `Vacuity` for the sources.
 *
 * A claim that is violated, or a witness, is never vacuous: there is a trace to show.
 */
import type {
  AlwaysPossible,
  Claim,
  EveryStep,
  Family,
  InterestingWitness,
  LeadsTo,
  Ltl,
  NeverAfter,
  Outcomes,
  Vacuity,
  Verdict,
} from '../model/index.ts';
import type { Graph } from './graph.ts';
import { leadsToViolation } from './liveness.ts';
import { askFormula } from './vacuity-formulas.ts';
import type { Findings } from './verdicts.ts';

/** What a vacuity check needs of a finished search. */
type Finished = Omit<Findings, 'graph'> & { readonly graph: Graph };

/** By claim on steps that names its cases: a claim that fails as soon as there is one. */
export type Triggers = ReadonlyMap<EveryStep, EveryStep>;

/** What has to be watched during the search, to know of claims on steps whether their cases come. */
export const triggersOf = (claims: readonly Claim[]): Triggers =>
  new Map(
    claims.flatMap((claim) => {
      if (claim.kind !== 'everyStep' || claim.given === undefined) return [];
      const { name, cites, given } = claim;
      return [[claim, { kind: 'everyStep', name, cites, holds: (...step) => !given(...step) }] as const];
    }),
  );

/**
 * Every claim that holds and of which some part does not matter, in the order of the families; and of formulas, runs that
 * show that some part does.
 *
 * @param verdicts of the same families, all decided: the search was complete.
 */
export function vacuities(
  families: readonly Family[],
  findings: Finished,
  verdicts: readonly Verdict[],
  triggers: Triggers,
): { readonly vacuous: readonly Vacuity[]; readonly interesting: readonly InterestingWitness[] } {
  const holding = new Set(verdicts.filter(({ verdict }) => verdict === 'holds').map(({ claim }) => claim));
  const interesting: InterestingWitness[] = [];
  const ofFormula = (claim: Ltl): readonly Found[] => {
    const asked = askFormula(claim, findings);
    if (asked.interesting) interesting.push(asked.interesting);
    return asked.vacuous;
  };
  const vacuous = families
    .flatMap(({ claims }) => claims)
    .filter(({ name }) => holding.has(name))
    .flatMap((claim) =>
      (claim.kind === 'ltl' ? ofFormula(claim) : ofClaim(claim, findings, triggers)).map((found) => ({
        claim: claim.name,
        ...found,
      })),
    );
  return { vacuous, interesting };
}

type Found = Omit<Vacuity, 'claim'>;

function ofClaim(claim: Exclude<Claim, Ltl>, findings: Finished, triggers: Triggers): readonly Found[] {
  switch (claim.kind) {
    case 'always':
      return claim.given === undefined || occurs(findings.predicates.flags(claim.name, claim.given)) ? [] : [noTrigger];
    case 'everyStep': {
      const trigger = triggers.get(claim);
      return trigger === undefined || findings.steps.failed.has(trigger) ? [] : [noTrigger];
    }
    case 'leadsTo':
      return ofLeadsTo(claim, findings);
    case 'neverAfter':
      return ofNeverAfter(claim, findings);
    case 'restsOnly':
      return findings.rests.endings.length === 0 ? [{ kind: 'no rest' }] : [];
    case 'outcomes':
      return unusedEnds(claim, findings);
    case 'alwaysPossible':
      return ofAlwaysPossible(claim, findings);
    case 'reaches':
      return [];
  }
}

const noTrigger: Found = { kind: 'no trigger' };

const occurs = (flags: Uint8Array): boolean => flags.includes(1);

/** `from` replaced by true, as it stands on the left of an implication; `to` is needed wherever `from` comes without it. */
function ofLeadsTo({ name, from, to, fairness }: LeadsTo, { composition, graph, predicates }: Finished): Found[] {
  const [begins, ends] = [predicates.flags(name, from), predicates.flags(name, to)];
  if (!occurs(begins)) return [noTrigger];
  if (begins.every((flag, state) => flag === 0 || ends[state] === 1)) return [{ kind: 'never awaited' }];
  const everywhere = new Uint8Array(graph.states).fill(1);
  const classes = composition.fairnessWith(fairness ?? {});
  return leadsToViolation(graph, everywhere, ends, classes) === undefined ? [{ kind: 'any trigger' }] : [];
}

function ofNeverAfter({ name, after, never }: NeverAfter, { predicates }: Finished): Found[] {
  if (!occurs(predicates.flags(name, after))) return [noTrigger];
  return occurs(predicates.flags(name, never)) ? [] : [{ kind: 'any trigger' }];
}

function ofAlwaysPossible({ name, when, to }: AlwaysPossible, { predicates }: Finished): Found[] {
  const [begins, ends] = [predicates.flags(name, when), predicates.flags(name, to)];
  if (!occurs(begins)) return [noTrigger];
  return begins.every((flag, state) => flag === 0 || ends[state] === 1) ? [{ kind: 'never awaited' }] : [];
}

function unusedEnds({ only }: Outcomes, { endings }: Finished): Found[] {
  const come = new Set(endings.outcomes.map(({ name }) => name));
  return only.filter((name) => !come.has(name)).map((name) => ({ kind: 'unused end', detail: name }));
}
