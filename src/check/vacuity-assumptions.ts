/**
 * What assumptions of fairness are worth: each is weakened in turn, and everything that it could matter to is decided
 * anew on the graph that is there.
 *
 * Fairness that is assumed less admits more runs: what was violated stays violated, so only what holds is asked again.
 * Assumptions cannot contradict each other here. Fairness goes by step class, the classes are finitely many and so are
 * the states: whoever serves them in turn can go on from every state, to a rest or round a loop that is fair (Apt, Francez,
 * Katz, "Appraising fairness in languages for distributed programming", 1988: fairness of this kind is feasible).
 */
import type { Assumption, Claim, Fairness, Family, LeadsTo, Ltl, RestsOnly, Verdict } from '../model/index.ts';
import { endLoops } from './end-loops.ts';
import { fairComponents } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { restsOf } from './liveness.ts';
import { watch } from './liveness-search.ts';
import { lettersOf } from './ltl-letters.ts';
import { acceptedRun, automatonAgainst } from './ltl-violation.ts';
import type { Findings } from './verdicts.ts';

type Finished = Omit<Findings, 'graph'> & { readonly graph: Graph };

/** Something that was found with all assumptions: whether it is still found with a class so much weaker. */
type Asked = (weaker: Weaker) => boolean;
type Weaker = {
  readonly of: readonly Fairness[];
  /** 1 for each state in which a run may then end. */
  readonly rests: Uint8Array;
  /** The same class weakened in other assumptions. */
  readonly weaken: (kinds: readonly Fairness[]) => readonly Fairness[];
};

const strength: readonly Fairness[] = ['none', 'weak', 'strong'];

/**
 * Every class of which fairness is assumed, and the weakest that suffices for what was found, in the order of the classes. A
 * class without steps is left out, unless a claim assumes something of it for itself.
 *
 * @param verdicts of the same families, all decided: the search was complete.
 */
export function assumptionsOf(
  families: readonly Family[],
  findings: Finished,
  verdicts: readonly Verdict[],
): readonly Assumption[] {
  const { composition, graph } = findings;
  const holding = new Set(verdicts.filter(({ verdict }) => verdict === 'holds').map(({ claim }) => claim));
  const claims = families.flatMap((family) => family.claims).filter(({ name }) => holding.has(name));
  const asked: readonly Asked[] = [
    sameRests(findings),
    ...claims.flatMap((claim) => (claim.kind === 'restsOnly' ? [stillRestsOnly(claim, findings)] : [])),
    ...claims.flatMap((claim) => (claim.kind === 'leadsTo' ? [stillLeadsTo(claim, findings)] : [])),
    ...claims.flatMap((claim) => (claim.kind === 'ltl' ? [stillLtl(claim, findings)] : [])),
    sameLoops(findings),
  ];
  const possible = new Set(graph.classes);
  return composition.classNames.flatMap((name, number): readonly Assumption[] => {
    const assumed = assumedOf(number, claims, findings);
    if (assumed === 'none') return [];
    if (!possible.has(number))
      return claims.some((claim) => ownOf(claim, name)) ? [{ class: name, assumed, suffices: 'none' }] : [];
    const suffices = strength.find((fairness) => {
      if (fairness === assumed) return true;
      const weaken = (kinds: readonly Fairness[]): readonly Fairness[] =>
        kinds.map((kind, other) => (other === number ? weakest(kind, fairness) : kind));
      const of = weaken(graph.classFairness);
      const weaker = { of, rests: restsOf(graph, of), weaken };
      return asked.every((same) => same(weaker));
    });
    return [{ class: name, assumed, suffices: suffices! }];
  });
}

const weakest = (one: Fairness, other: Fairness): Fairness =>
  strength.indexOf(one) < strength.indexOf(other) ? one : other;

/** The strongest fairness of a class that the system or a claim assumes. */
function assumedOf(number: number, claims: readonly Claim[], { composition }: Finished): Fairness {
  const name = composition.classNames[number]!;
  const own = claims.flatMap((claim) => ownOf(claim, name) ?? []);
  const all = [composition.classFairness[number]!, ...own];
  return strength.findLast((fairness) => all.includes(fairness))!;
}

/** The fairness of a class that a claim assumes for itself. */
const ownOf = (claim: Claim, name: string): Fairness | undefined =>
  claim.kind === 'leadsTo' || claim.kind === 'ltl' ? claim.fairness?.[name] : undefined;

/** No run comes to rest in a kind of end that is not there with all assumptions. */
function sameRests({ rests: { ending }, endings }: Finished): Asked {
  const known = new Set(endings.outcomes.map(({ name }) => name));
  return ({ rests }) => rests.every((rest, state) => rest === 0 || known.has(ending(state)?.name ?? 'deadlock'));
}

function stillRestsOnly(claim: RestsOnly, { predicates }: Finished): Asked {
  const fine = predicates.flags(claim.name, claim.in);
  return ({ rests }) => rests.every((rest, state) => rest === 0 || fine[state] === 1);
}

function stillLeadsTo({ name, from, to, fairness }: LeadsTo, { graph, predicates, composition }: Finished): Asked {
  const owing = watch(graph, { arms: predicates.flags(name, from), ends: predicates.flags(name, to) });
  if (owing.order.length === 0) return () => true;
  const without = new Uint8Array(graph.classNames.length);
  return (weaker) => {
    const of = fairness === undefined ? weaker.of : weaker.weaken(composition.fairnessWith(fairness));
    const rests = fairness === undefined ? weaker.rests : restsOf(graph, of);
    if (owing.order.some((state) => rests[state] === 1)) return false;
    return fairComponents(graph, { states: owing.states, without }, of).lowest.length === 0;
  };
}

function stillLtl(
  { name, formula, fairness = {} }: Ltl,
  { graph, predicates, edgeSteps, composition }: Finished,
): Asked {
  const automaton = automatonAgainst(name, formula);
  const letters = lettersOf(automaton, name, graph.states, predicates, edgeSteps);
  const own = composition.fairnessWith(fairness);
  return ({ weaken }) => acceptedRun(graph, automaton, letters, weaken(own)) === undefined;
}

/** No run goes round for ever in a kind of end that is not there with all assumptions. */
function sameLoops({ composition, graph, rests: { ending }, endings }: Finished): Asked {
  const known = new Set(endings.outcomes.map(({ name }) => name));
  const nameOf = (state: number): string | undefined => ending(state)?.name;
  const progress = composition.description.progress ?? [];
  return ({ of }) =>
    endLoops({ ...graph, classFairness: of }, progress, nameOf).every(({ lowest }) =>
      known.has(nameOf(lowest) ?? 'livelock'),
    );
}
