import {
  Commutation,
  type Composition,
  Occurrences,
  type StateStore,
  StubbornSets,
  UnspecifiedMoves,
  composeAnd,
} from '../compose/index.ts';
import type { Claim, EveryStep, Family, Report, System, Verdict } from '../model/index.ts';
import type { ExploreOptions } from './explore.ts';
import { EdgeSteps } from './edge-steps.ts';
import { endingsOf } from './endings.ts';
import { neverAfterViolation } from './liveness.ts';
import { Paths, stepBetween } from './paths.ts';
import { Predicates } from './predicates.ts';
import { type Attention, attentionTo, attentionToEvents, attentionToRests } from './attention.ts';
import { type Reduction, reducedSearch } from './reduced-search.ts';
import { Rests } from './rests.ts';
import type { Searched } from './search.ts';
import { type StateClaim, StateClaims } from './state-claims.ts';
import { StepClaims } from './step-claims.ts';
import { type Findings, verdictsOf } from './verdicts.ts';

/** Options of a reduced check. */
export type ReducedOptions = Omit<ExploreOptions, 'engine' | 'checkpoints'> & { readonly families?: readonly Family[] };

/** One reduced search, and what was watched in it. */
type Pass = { readonly findings: Findings; readonly store: StateStore; readonly searched: Searched };

/**
 * Judges claims on states, steps and rests by searches that leave out most orders of what does not depend on each other.
 *
 * First a search for rests and protocol errors; then, for each claim on states or steps that it does not decide, one
 * that keeps what the claim looks at. What speaks of infinite runs, and whether a bound can be hit, is not finished.
 *
 * @throws ModelError when the system, a chart or a claim cannot be evaluated; UnknownNameError when a claim reads what is
 * not there.
 */
export function checkReduced(description: System, options: ReducedOptions = {}): Report {
  const began = performance.now();
  return composeAnd(description, options, (composition) => new ReducedCheck(composition, options, began).report());
}

class ReducedCheck {
  readonly #composition: Composition;
  readonly #options: ReducedOptions;
  readonly #began: number;
  readonly #reduction: Reduction;
  #searches: number[] = [];
  #passes = 0;
  #bytes = 0;
  /** The first bound that a search hit. */
  #hit: Verdict | undefined;

  constructor(composition: Composition, options: ReducedOptions, began: number) {
    this.#composition = composition;
    this.#options = options;
    this.#began = began;
    const unspecified = new UnspecifiedMoves(composition);
    this.#reduction = { composition, occurrences: new Occurrences(composition), unspecified };
  }

  report(): Report {
    const families = this.#options.families ?? [];
    const all = families.flatMap((family) => family.claims);
    const halted = this.#learn();
    const first = this.#counted(this.#search(attentionToRests, all.filter(isOfState), []));
    const { searched, store, findings } = first;
    const stopped = halted ?? searched.stopped;
    for (const { table } of this.#composition.parties.list) table.recheck();
    const claims = new Map(all.map((claim) => [claim.name, claim]));
    const judged = verdictsOf(families, findings).map((verdict) => {
      const claim = claims.get(verdict.claim);
      const open = claim !== undefined && needsItsOwn(claim) && verdict.path === undefined;
      return open && stopped === undefined ? this.#judge(claim, verdict) : verdict;
    });
    const complete = stopped === undefined && findings.complete && this.#hit === undefined;
    return {
      system: this.#composition.description.name,
      complete,
      ...(stopped !== undefined && { stopped }),
      states: store.count,
      steps: searched.steps,
      depth: searched.depth,
      verdicts: judged.map((verdict) => this.#asFarAsIsKnown(verdict, complete)),
      outcomes: findings.endings.outcomes,
      coverage: {},
      reduced: { searches: this.#searches.length, largest: Math.max(...this.#searches), passes: this.#passes },
      cost: {
        xstateCalls: this.#composition.parties.calls,
        milliseconds: performance.now() - this.#began,
        bytes: this.#bytes,
      },
    };
  }

  /** Where a bound was hit nothing holds; that none is hit is not known, as full queues are not looked for. */
  #asFarAsIsKnown(verdict: Verdict, complete: boolean): Verdict {
    if (verdict.claim === 'bound hit' && verdict.kind === 'protocol error' && verdict.path === undefined)
      return this.#hit ?? { ...verdict, verdict: 'not finished' };
    return complete || verdict.path !== undefined ? verdict : { ...verdict, verdict: 'not finished' };
  }

  /** Comes to know everything that occurs in any cluster: again, until nothing new does. */
  #learn(): Searched['stopped'] {
    const { occurrences } = this.#reduction;
    for (;;) {
      const known = occurrences.known;
      const passes: Pass[] = [];
      for (const group of new Set(this.#sets(attentionToEvents(0)).groups)) {
        const pass = this.#search(attentionToEvents(group), [], []);
        if (pass.searched.stopped !== undefined) return this.#counted(pass).searched.stopped;
        passes.push(pass);
      }
      if (occurrences.known !== known) continue;
      for (const pass of passes) this.#counted(pass);
      return undefined;
    }
  }

  #judge(claim: Claim, open: Verdict): Verdict {
    const attention = attentionTo(claim, this.#composition);
    for (;;) {
      const known = attention.known();
      const pass = this.#search(attention, isOfState(claim) ? [claim] : [], claim.kind === 'everyStep' ? [claim] : []);
      const verdict =
        claim.kind === 'neverAfter'
          ? this.#neverAfter(claim, open, pass)
          : verdictsOf([{ name: open.family, claims: [claim] }], pass.findings)[0]!;
      if (verdict.path === undefined && attention.known() !== known && pass.searched.stopped === undefined) continue;
      this.#counted(pass);
      return verdict;
    }
  }

  #neverAfter({ name, after, never }: Extract<Claim, { kind: 'neverAfter' }>, open: Verdict, pass: Pass): Verdict {
    const { findings, store, searched } = pass;
    const graph = searched.edges!.graph(store.count, this.#composition);
    const flags = [findings.predicates.flags(name, after), findings.predicates.flags(name, never)] as const;
    const violation = neverAfterViolation(graph, ...flags);
    if (violation === undefined) return { ...open, verdict: findings.complete ? 'holds' : 'not finished' };
    let at = 0;
    const steps = violation.edges.map((edge) => {
      const step = stepBetween(this.#composition, store, at, graph.targets[edge]!);
      at = graph.targets[edge]!;
      return step;
    });
    return { ...open, verdict: 'violated', path: { steps } };
  }

  #counted(pass: Pass): Pass {
    this.#searches.push(pass.store.count);
    this.#bytes = Math.max(this.#bytes, pass.searched.bytes);
    this.#hit ??= verdictsOf([], pass.findings).find((found) => found.claim === 'bound hit' && found.path);
    return pass;
  }

  /** Persistent sets by what is known now. */
  #sets({ splits, unasked }: Attention): StubbornSets {
    const { composition, occurrences, unspecified } = this.#reduction;
    occurrences.refresh();
    const commutation = splits
      ? new Commutation(composition, occurrences, unasked, (cluster, move) => unspecified.has(cluster, move))
      : undefined;
    return new StubbornSets(composition, occurrences, commutation);
  }

  #search(attention: Attention, stateClaims: readonly StateClaim[], stepClaims: readonly EveryStep[]): Pass {
    const composition = this.#composition;
    this.#passes++;
    const sets = this.#sets(attention);
    let watched!: { predicates: Predicates; rests: Rests; states: StateClaims; steps: StepClaims };
    const keeping = attention.keeping(() => watched.states.done && watched.steps.done);
    const { store, searched } = reducedSearch(this.#reduction, sets, keeping, this.#options, (made) => {
      const predicates = new Predicates(composition, made);
      const rests = new Rests(predicates, composition.description);
      const states = new StateClaims(predicates, stateClaims);
      const steps = new StepClaims(composition, made, stepClaims);
      watched = { predicates, rests, states, steps };
      return [rests, states, steps];
    });
    const complete = searched.stopped === undefined && searched.full === undefined;
    const paths = new Paths(composition, store, undefined);
    const findings: Findings = {
      composition,
      store,
      searched,
      complete,
      graph: undefined,
      ...watched,
      endings: endingsOf(composition, paths, watched.rests, undefined),
      edgeSteps: new EdgeSteps(composition, store),
      paths,
    };
    return { findings, store, searched };
  }
}

const isOfState = (claim: Claim): claim is StateClaim =>
  claim.kind === 'always' || claim.kind === 'reaches' || claim.kind === 'restsOnly';

const needsItsOwn = ({ kind }: Claim): boolean =>
  kind === 'always' || kind === 'reaches' || kind === 'everyStep' || kind === 'neverAfter';
