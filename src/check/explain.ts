import {
  type Claim,
  type Ending,
  type Explanation,
  type Passing,
  type Path,
  type Step,
  type StepKey,
  type Verdict,
  protocolErrorNames,
} from '../model/index.ts';
import { canReach } from './always-possible.ts';
import type { Decision } from './decisions.ts';
import { type Case, type Whole, caseOfClaim, caseOfError } from './explain-cases.ts';
import { causes } from './explain-causes.ts';
import { wayOut } from './explain-passing.ts';
import { restsOf } from './liveness.ts';
import type { Findings } from './verdicts.ts';

/** Graphs of more states are not explained: it takes some hundred bytes for each. */
const most = 4_000_000;

/**
 * Verdicts, each violation with its explanation, where it has one: see `Explanation`.
 *
 * Explained are violations that a complete search with edges found: of claims but those of temporal logic, of protocol
 * errors but a full channel.
 */
export function explained(verdicts: readonly Verdict[], claims: readonly Claim[], findings: Findings): Verdict[] {
  const { graph, complete } = findings;
  if (graph === undefined || !complete || graph.states > most) return [...verdicts];
  const whole: Whole = { ...findings, graph };
  return verdicts.map((verdict) => {
    const { verdict: name, path, kind, claim: about } = verdict;
    if (name !== 'violated' || path === undefined) return verdict;
    const error = protocolErrorNames.find((known) => known === about);
    const claim = claims.find((candidate) => candidate.name === about);
    const what = kind === 'protocol error' ? caseOfError(error!, whole) : caseOfClaim(claim!, whole);
    return what === undefined ? verdict : { ...verdict, explanation: explain(what, path, whole) };
  });
}

function explain(what: Case, path: Path, whole: Whole): Explanation {
  const { nodes, decisions } = followed(what, path, whole);
  const avoidable = canReach(what.graph, what.good);
  const decisionsOf = (node: number): readonly Decision[] => whole.paths.decisions.of(what.stateOf(node));
  const lost = nodes.findIndex((node) => avoidable[node] === 0);
  const passes = passing(what, nodes.slice(0, lost < 0 ? nodes.length : lost), whole);
  return {
    matters: causes(what, { ...path, decisions }, decisionsOf, avoidable),
    ...(lost >= 0 && { doomed: lost - 1 }),
    ...(passes && { passes }),
  };
}

/** A path as nodes and decisions: its steps are those that the paths of the same findings gave. */
function followed(
  what: Case,
  { steps }: Path,
  { paths }: Whole,
): { nodes: readonly number[]; decisions: readonly Decision[] } {
  const nodes = [what.start];
  const decisions = steps.map((step) => {
    const node = nodes.at(-1)!;
    const state = what.stateOf(node);
    const place = paths.edgesOf(state).findIndex((taken) => taken.step === step);
    nodes.push(what.graph.targets[what.graph.offsets[node]! + place]!);
    return paths.decisions.of(state)[place]!;
  });
  return { nodes, decisions };
}

/** The nearest run that passes, from the last of some nodes of a path. */
function passing(what: Case, avoiding: readonly number[], whole: Whole): Passing | undefined {
  const last = avoiding.at(-1);
  if (last === undefined) return undefined;
  const { rests, paths } = whole;
  const atRest = restsOf(whole.graph);
  const endOf = (node: number): Ending | undefined => rests.ending(what.stateOf(node));
  const isRest = (node: number): boolean => atRest[what.stateOf(node)] === 1;
  const out = wayOut(what, last, (node) => isRest(node) && endOf(node)?.fine === true);
  if (out === undefined) return undefined;
  const end = endOf(out.end);
  const first = out.edges[0];
  return {
    shares: avoiding.length - 1,
    ...(first !== undefined && {
      step: keyOf(paths.edgesOf(what.stateOf(last))[first - what.graph.offsets[last]!]!.step),
    }),
    steps: out.edges.length,
    ends: isRest(out.end) ? (end?.name ?? 'deadlock') : 'goes on for ever',
    fine: end?.fine ?? !isRest(out.end),
  };
}

const keyOf = ({ kind, party, channel, message }: Step): StepKey => ({
  kind,
  party,
  message,
  ...(channel !== undefined && { channel }),
});
