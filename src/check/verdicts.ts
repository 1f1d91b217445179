import type { Composition, StateStore } from '../compose/index.ts';
import {
  type AlwaysPossible,
  type Claim,
  type EveryStep,
  type Family,
  type LeadsTo,
  type Ltl,
  type NeverAfter,
  type Outcomes,
  type Path,
  type Verdict,
  protocolErrorNames,
} from '../model/index.ts';
import { canReach } from './always-possible.ts';
import type { EdgeSteps } from './edge-steps.ts';
import type { Endings } from './endings.ts';
import type { Graph } from './graph.ts';
import { leadsToViolation, neverAfterViolation } from './liveness.ts';
import { lettersOf } from './ltl-letters.ts';
import { acceptedRun, automatonAgainst } from './ltl-violation.ts';
import type { Paths } from './paths.ts';
import { type Predicates, blamed } from './predicates.ts';
import { type Occurrence, protocolErrors } from './protocol-errors.ts';
import type { Rests } from './rests.ts';
import type { Searched } from './search.ts';
import type { StateClaim, StateClaims } from './state-claims.ts';
import type { StepClaims } from './step-claims.ts';
import { tellState } from './tell-state.ts';

/** All that the search and what came after it found out. */
export type Findings = {
  readonly composition: Composition;
  readonly store: StateStore;
  readonly searched: Searched;
  /** Whether every reachable state was explored, and no bound was hit. */
  readonly complete: boolean;
  /** Of what was explored; none when the edges were not kept. */
  readonly graph: Graph | undefined;
  readonly predicates: Predicates;
  readonly rests: Rests;
  readonly states: StateClaims;
  readonly steps: StepClaims;
  readonly endings: Endings;
  /** For claims about events. */
  readonly edgeSteps: EdgeSteps;
  readonly paths: Paths;
};

/** The verdict on every claim, family by family, and then on every protocol error. */
export function verdictsOf(families: readonly Family[], findings: Findings): Verdict[] {
  const claims = families.flatMap(({ name, claims }) => claims.map((claim) => verdictOn(claim, name, findings)));
  return [...claims, ...protocolVerdicts(findings)];
}

/** What is known of a claim: its counterexample or its way to the witness; else whether all was looked at. */
type Known = { readonly path: Path; readonly detail?: string } | 'nowhere' | 'not looked at';

function verdictOn(claim: Claim, family: string, findings: Findings): Verdict {
  const known = knownOf(claim, findings);
  const { name, kind, cites } = claim;
  const found = typeof known === 'object';
  const verdict = found ? (kind === 'reaches' ? 'reached' : 'violated') : unseen(kind, known, findings.complete);
  return { claim: name, kind, family, cites, verdict, ...(found && known) };
}

function unseen(kind: Claim['kind'], known: 'nowhere' | 'not looked at', complete: boolean): Verdict['verdict'] {
  if (known === 'not looked at' || !complete) return 'not finished';
  return kind === 'reaches' ? 'not reached' : 'holds';
}

function knownOf(claim: Claim, findings: Findings): Known {
  switch (claim.kind) {
    case 'always':
    case 'reaches':
    case 'restsOnly':
      return ofState(claim, findings);
    case 'everyStep':
      return ofEveryStep(claim, findings);
    case 'leadsTo':
      return ofLeadsTo(claim, findings);
    case 'neverAfter':
      return ofNeverAfter(claim, findings);
    case 'outcomes':
      return ofOutcomes(claim, findings);
    case 'ltl':
      return ofLtl(claim, findings);
    case 'alwaysPossible':
      return ofAlwaysPossible(claim, findings);
  }
}

function ofState(claim: StateClaim, { composition, store, states, paths }: Findings): Known {
  const decided = states.decided.get(claim);
  if (decided === undefined) return 'nowhere';
  const decides = (state: number): boolean =>
    (claim.kind !== 'restsOnly' || paths.isRest(state)) && decided.decides(state);
  const { path, state } = paths.to(paths.equallyFar(decided.state, decides));
  return claim.kind === 'reaches' ? { path } : { path, detail: `in ${tellState(composition, store, state)}` };
}

function ofEveryStep(claim: EveryStep, { steps, paths, graph }: Findings): Known {
  const failed = steps.failed.get(claim);
  if (failed === undefined) return 'nowhere';
  const { state: first, step } = failed;
  if (graph === undefined) return { path: paths.through(new Map([[first, [paths.edgesOf(first)[step]!]]])) };
  const { offsets, targets } = graph;
  const breaking = (state: number): readonly number[] =>
    steps.breaking(claim, state, targets.subarray(offsets[state]!, offsets[state + 1]!));
  const ends = paths
    .equallyFar(first, (state) => offsets[state] !== offsets[state + 1] && breaking(state).length > 0)
    .map((state) => [state, breaking(state).map((place) => paths.edgesOf(state)[place]!)] as const);
  return { path: paths.through(new Map(ends)) };
}

function ofLeadsTo({ name, from, to, fairness }: LeadsTo, findings: Findings): Known {
  const { composition, graph, complete, predicates, paths } = findings;
  const classes = blamed(`claim "${name}"`, () => composition.fairnessWith(fairness ?? {}));
  if (graph === undefined || !complete) return 'not looked at';
  const flags = [predicates.flags(name, from), predicates.flags(name, to)] as const;
  const violation = leadsToViolation(graph, ...flags, classes, paths.taste);
  return violation === undefined ? 'nowhere' : { path: paths.of(violation) };
}

function ofNeverAfter({ name, after, never }: NeverAfter, { graph, predicates, paths }: Findings): Known {
  if (graph === undefined) return 'not looked at';
  const flags = [predicates.flags(name, after), predicates.flags(name, never)] as const;
  const violation = neverAfterViolation(graph, ...flags, paths.taste);
  return violation === undefined ? 'nowhere' : { path: paths.of(violation) };
}

function ofOutcomes({ only }: Outcomes, { endings, graph }: Findings): Known {
  const other = endings.outcomes.find(({ name }) => !only.includes(name));
  if (other !== undefined) return { path: other.path, detail: `a run ends in "${other.name}"` };
  return graph === undefined ? 'not looked at' : 'nowhere';
}

function ofLtl({ name, formula, fairness }: Ltl, findings: Findings): Known {
  const { composition, graph, complete, predicates, edgeSteps, paths } = findings;
  const classes = blamed(`claim "${name}"`, () => composition.fairnessWith(fairness ?? {}));
  const automaton = automatonAgainst(name, formula);
  if (graph === undefined || !complete) return 'not looked at';
  const letters = lettersOf(automaton, name, graph.states, predicates, edgeSteps);
  const violation = acceptedRun(graph, automaton, letters, classes);
  return violation === undefined ? 'nowhere' : { path: paths.of(violation) };
}

function ofAlwaysPossible({ name, when, to }: AlwaysPossible, findings: Findings): Known {
  const { composition, store, graph, complete, predicates, paths } = findings;
  if (graph === undefined || !complete) return 'not looked at';
  const home = canReach(graph, predicates.flags(name, to));
  const from = predicates.flags(name, when);
  const first = from.findIndex((flag, state) => flag === 1 && home[state] === 0);
  if (first < 0) return 'nowhere';
  const ends = paths.equallyFar(first, (other) => from[other] === 1 && home[other] === 0);
  const { path, state } = paths.to(ends);
  return { path, detail: `no steps lead there any more from ${tellState(composition, store, state)}` };
}

function protocolVerdicts(findings: Findings): Verdict[] {
  const { composition, store, endings, complete, graph } = findings;
  const occurred: Occurrence[] = protocolErrors(findings);
  if (endings.livelock !== undefined) {
    const { state, path } = endings.livelock;
    const detail = `a run goes on for ever without progress, and no ending is declared for: ${tellState(composition, store, state)}`;
    occurred.push({ error: 'livelock', path, detail });
  }
  return protocolErrorNames.map((error): Verdict => {
    const found = occurred.find((occurrence) => occurrence.error === error);
    const looked = complete && (error !== 'livelock' || graph !== undefined);
    return {
      claim: error,
      kind: 'protocol error',
      family: 'protocol errors',
      cites: [],
      verdict: found !== undefined ? 'violated' : looked ? 'holds' : 'not finished',
      ...(found !== undefined && { path: found.path, detail: found.detail }),
    };
  });
}
