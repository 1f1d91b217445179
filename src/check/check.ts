import { type Composition, StateStore, composeAnd, roomyLayout } from '../compose/index.ts';
import { hasEvents } from '../ltl/index.ts';
import { type Claim, type Family, ModelError, type Report, type System, protocolErrorNames } from '../model/index.ts';
import { arrivalsIn } from './arrivals.ts';
import { refuseNoFormulas, refuseWrongOptions } from './check-options.ts';
import { coverageOf } from './coverage.ts';
import { untakenIn } from './dead-transitions.ts';
import { EdgeSteps } from './edge-steps.ts';
import { type Endings, endingsOf } from './endings.ts';
import { evidenceOf } from './evidence.ts';
import { explained } from './explain.ts';
import type { ExploreOptions } from './explore.ts';
import { Paths } from './paths.ts';
import { Predicates } from './predicates.ts';
import { Rests } from './rests.ts';
import { search } from './search.ts';
import { StateClaims } from './state-claims.ts';
import { StepClaims } from './step-claims.ts';
import { type Triggers, triggersOf, vacuities } from './vacuity.ts';
import { assumptionsOf } from './vacuity-assumptions.ts';
import { type Findings, verdictsOf } from './verdicts.ts';
import type { Watcher } from './watcher.ts';

export type CheckOptions = ExploreOptions & {
  readonly families?: readonly Family[];
  /**
   * Whether infinite runs are looked at: livelock, loops that are ends, and claims about them. Default true; without,
   * the graph's edges are not kept, and these are not finished.
   */
  readonly loops?: boolean;
  /**
   * Whether to look, after a complete search, for claims and assumptions that make no difference, and for why transitions
   * are not taken. Default false.
   */
  readonly doubts?: boolean;
  /** Whether to explain the violations that a complete search with loops finds. Default false. */
  readonly explain?: boolean;
  /** Whether to give the evidence that certifies the verdicts of a complete search. Default false. */
  readonly evidence?: boolean;
};

/**
 * Explores a system and judges it: the claims of the families, and the errors that every system is checked for.
 *
 * What a limit or signal interrupts gives a report of what was found so far, which claims nothing that needs all states.
 *
 * @throws ModelError when the system, a chart or a claim cannot be evaluated; UnknownNameError when a claim reads what is
 * not there; TypeError when families stand where the options belong, when an option is not known, or a limit no number.
 */
export function check(description: System, options: CheckOptions = {}): Report {
  const began = performance.now();
  refuseStrayFamilies(options);
  refuseWrongOptions(options);
  const families = options.families ?? [];
  refuseTwins(families);
  refuseNoFormulas(families);
  return composeAnd(description, options, (composition) => judge(composition, families, options, began));
}

function judge(composition: Composition, families: readonly Family[], options: CheckOptions, began: number): Report {
  const { description, parties } = composition;
  const store = new StateStore(roomyLayout(composition.counts));
  const predicates = new Predicates(composition, store);
  const claims = families.flatMap((family) => family.claims);
  const rests = new Rests(predicates, description);
  const states = new StateClaims(predicates, claims.filter(isOfState));
  const triggers = triggersOf(options.doubts === true ? claims : []);
  const steps = new StepClaims(composition, store, [
    ...claims.filter((claim) => claim.kind === 'everyStep'),
    ...triggers.values(),
  ]);
  const loops = options.loops ?? true;
  const edgeSteps = new EdgeSteps(composition, store);
  const watchers: Watcher[] = [
    rests,
    ...(states.done ? [] : [states]),
    ...(steps.done ? [] : [steps]),
    ...(loops && claims.some(speaksOfEvents) ? [edgeSteps] : []),
  ];
  const searched = search(composition, store, { ...options, edges: loops }, watchers);
  for (const { table } of parties.list) table.recheck();
  const complete = searched.stopped === undefined && searched.full === undefined;
  const graph = searched.edges?.graph(store.count, composition);
  const paths = new Paths(composition, store, graph);
  const endings: Endings = endingsOf(composition, paths, rests, complete ? graph : undefined);
  const findings: Findings = {
    composition,
    store,
    searched,
    complete,
    graph,
    predicates,
    rests,
    states,
    steps,
    endings,
    edgeSteps,
    paths,
  };
  const judged = verdictsOf(families, findings);
  const verdicts = options.explain === true ? explained(judged, claims, findings) : judged;
  return {
    system: description.name,
    complete,
    ...(searched.stopped !== undefined && { stopped: searched.stopped }),
    states: store.count,
    steps: searched.steps,
    depth: searched.depth,
    verdicts,
    outcomes: endings.outcomes,
    coverage: coverageOf(parties),
    ...(options.doubts === true && doubtsOf(families, findings, verdicts, triggers)),
    ...(options.evidence === true && complete && graph && { evidence: evidenceOf(claims, { ...findings, graph }) }),
    cost: {
      xstateCalls: parties.calls,
      milliseconds: performance.now() - began,
      bytes: searched.bytes,
    },
  };
}

/** What makes no difference, which only a complete search can tell; and what is not taken, as far as was searched. */
function doubtsOf(
  families: readonly Family[],
  findings: Findings,
  verdicts: Report['verdicts'],
  triggers: Triggers,
): Pick<Report, 'vacuous' | 'interesting' | 'assumptions' | 'untaken' | 'arrivals'> {
  const { complete, graph, composition } = findings;
  const taken = { untaken: untakenIn(composition), arrivals: arrivalsIn(composition) };
  if (!complete || graph === undefined) return taken;
  const finished = { ...findings, graph };
  return {
    ...vacuities(families, finished, verdicts, triggers),
    assumptions: assumptionsOf(families, finished, verdicts),
    ...taken,
  };
}

const speaksOfEvents = (claim: Claim): boolean => claim.kind === 'ltl' && hasEvents(claim.formula);

const isOfState = (claim: Claim): claim is Extract<Claim, { kind: 'always' | 'reaches' | 'restsOnly' }> =>
  claim.kind === 'always' || claim.kind === 'reaches' || claim.kind === 'restsOnly';

/** Callers without a compiler may give families where options belong: then nothing would be claimed, and all be well. */
function refuseStrayFamilies(options: CheckOptions): void {
  const families: unknown = options.families ?? [];
  if (!Array.isArray(options) && !('claims' in options) && Array.isArray(families) && families.every(isFamily)) return;
  throw new TypeError('check(system, options): families go into a list by that name: { families: [family] }');
}

const isFamily = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Family>).claims);

/** Reports name a claim by its name alone: no two may share one, nor take that of a protocol error. */
function refuseTwins(families: readonly Family[]): void {
  const owners = new Map<string, string>();
  for (const { name, claims } of families) {
    for (const { name: claim } of claims) {
      if (protocolErrorNames.some((error) => error === claim)) {
        throw new ModelError(
          `family "${name}" has a claim named "${claim}", as a protocol error is; name it otherwise`,
        );
      }
      const owner = owners.get(claim);
      if (owner === name) throw new ModelError(`family "${name}" has two claims named "${claim}"`);
      if (owner !== undefined)
        throw new ModelError(`families "${owner}" and "${name}" both have a claim named "${claim}"`);
      owners.set(claim, name);
    }
  }
}
