import { type Claim, hint, protocolErrorNames, type System } from '../model/index.ts';
import type { Certificate, Certified, CertifiedVerdict } from './certificate.ts';
import { askedOnce, type Charts } from './chart-answers.ts';
import { claimHolds, isLost, type Known, nameWith } from './claim-holds.ts';
import { isWithinReach } from './formula-holds.ts';
import { KnownStates } from './known-states.ts';
import { pathShows } from './path-shows.ts';
import { Refusal, refuse } from './refusal.ts';
import { loopEnds, restsOf } from './run-ends.ts';
import { extent, scanAll, scanSample } from './scan.ts';

/**
 * Looks whether what a certificate says of a system stands: by the naive engine, from the evidence alone.
 *
 * @param claims every claim that the certificate must speak of.
 * @throws Refusal naming the claim and the state or step where it does not; whatever a chart or claim throws.
 */
export function certify(system: System, claims: readonly Claim[], certificate: Certificate): Certified {
  const charts = askedOnce();
  const { verdicts, complete } = certificate;
  speaksOfAll(claims, verdicts);
  const known = complete && named('the state set', () => looked(system, complete, charts));
  const open: string[] = [];
  const paths = { violated: 0, reached: 0 };
  for (const verdict of verdicts) {
    const claim = claims.find(({ name }) => name === verdict.claim);
    named(`"${verdict.claim}"`, () => {
      if (claim && claim.kind !== verdict.kind) refuse(`the claim is of the kind ${claim.kind}, not ${verdict.kind}`);
      if (!claim && verdict.kind !== 'protocol error') refuse(`a protocol error is not of the kind ${verdict.kind}`);
      if (isOpen(verdict, claim, known)) return void open.push(verdict.claim);
      judge(system, claim, verdict, known, charts);
      if (verdict.verdict === 'violated' || verdict.verdict === 'reached') paths[verdict.verdict]++;
    });
  }
  return {
    verdicts: verdicts.length - open.length,
    open,
    counterexamples: paths.violated,
    witnesses: paths.reached,
    ...(known && { closure: { looked: known.scan.looked.length, states: known.scan.states } }),
    ...(complete?.sample && { sample: complete.sample }),
  };
}

/** Lets a refusal name what it is about. */
function named<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${what}: ${error.message}`);
    throw error;
  }
}

function speaksOfAll(claims: readonly Claim[], verdicts: readonly CertifiedVerdict[]): void {
  const due = [...claims.map(({ name }) => name), ...protocolErrorNames];
  const told = verdicts.map(({ claim }) => claim);
  const missing = due.find((name) => !told.includes(name));
  if (missing !== undefined) refuse(`"${missing}": there is no verdict on it`);
  const stray = told.find((name, index) => !due.includes(name) || told.indexOf(name) !== index);
  if (stray !== undefined) refuse(`"${stray}": the run has no such claim, or it stands twice${hint(stray, due)}`);
}

type Looked = Known & { readonly states: KnownStates };

/** Looks at the states, and whether the counts and ends that are stated are theirs. */
function looked(system: System, complete: NonNullable<Certificate['complete']>, charts: Charts): Looked {
  const { evidence, sample } = complete;
  const states = new KnownStates(system, evidence.states);
  const scan = sample ? scanSample(system, states, charts, sample) : scanAll(system, states, charts);
  const full = scan.errors.find(({ kind }) => kind === 'bound hit');
  if (full)
    refuse(`state ${full.state}: a step leads into the full queue "${full.where}", and nothing is known beyond`);
  const rests = restsOf(scan).map((state) => {
    const ending = system.ending(scan.views[state]!);
    return { name: ending?.name, fine: ending?.fine ?? false, state };
  });
  const loops = loopEnds(system, scan, evidence.ends);
  if (!sample) {
    const { steps, depth } = extent(scan);
    if (steps !== complete.steps) refuse(`there are ${steps} steps, not ${complete.steps}`);
    if (depth !== complete.depth) refuse(`the depth is ${depth}, not ${complete.depth}`);
    const text = ({ name, fine }: { name: string; fine: boolean }): string => `${name}${fine ? '' : ' (not fine)'}`;
    const all = [...rests.map(nameWith('deadlock')), ...loops.map(nameWith('livelock'))].map(text);
    const found = [...new Set(all)].sort().join(', ');
    const stated = complete.ends.map(text).sort().join(', ');
    if (found !== stated) refuse(`runs end in ${found || 'nothing'}, not in ${stated || 'nothing'}`);
  }
  return { system, scan, evidence, rests, loops, states };
}

/** Whether a verdict says nothing, or nothing that could be looked at. */
function isOpen({ verdict }: CertifiedVerdict, claim: Claim | undefined, known: Known | undefined): boolean {
  if (verdict === 'not finished' && known) refuse('the search was complete, and the claim is not decided');
  if (claim?.kind !== 'ltl' || verdict !== 'holds' || !known) return verdict === 'not finished';
  return !isWithinReach(claim.formula, known.scan);
}

function judge(
  system: System,
  claim: Claim | undefined,
  verdict: CertifiedVerdict,
  known: Looked | undefined,
  charts: Charts,
): void {
  const positive = claim?.kind === 'reaches' ? 'not reached' : 'holds';
  const byPath = claim?.kind === 'reaches' ? 'reached' : 'violated';
  if (verdict.verdict === positive) {
    if (verdict.steps) refuse(`a path does not show that it ${positive === 'holds' ? 'holds' : 'is not reached'}`);
    if (!known) return refuse('it can only be said after a complete search');
    if (claim) claimHolds(claim, known);
    else doesNotOccur(verdict.claim, known);
    return;
  }
  if (verdict.verdict !== byPath) refuse(`"${verdict.verdict}" is no verdict on such a claim`);
  if (!verdict.steps) return refuse('there is no path');
  const last = pathShows(system, claim, verdict, charts);
  if (claim?.kind === 'alwaysPossible') {
    if (!known) return refuse('it can only be said after a complete search');
    const places = known.states.placesOf(last);
    if (places !== undefined && known.states.numberOf(places) === undefined) known.states.number(new Set([places]));
    isLost(claim, known.scan, known.evidence.claims.get(claim.name) ?? {}, known.states.numberOf(places));
  }
  if (verdict.loop !== undefined) endsSo(claim, known);
}

/** A loop that passes through states of several names is an end only if none keeps to one: that takes all loops to see. */
function endsSo(claim: Claim | undefined, known: Known | undefined): void {
  if (claim?.kind === 'leadsTo' || claim?.kind === 'ltl') return;
  if (!known) return refuse('ends that are loops can only be told after a complete search');
  const only = claim?.kind === 'outcomes' ? claim.only : undefined;
  const meant = known.loops.some(({ name }) => (only ? !only.includes(name ?? 'livelock') : name === undefined));
  if (!meant && known.scan.looked.length === known.scan.states) refuse('no loop is such an end');
}

function doesNotOccur(error: string, { scan, rests, loops }: Known): void {
  const ends = error === 'deadlock' ? rests : error === 'livelock' ? loops : [];
  const undeclared = ends.find(({ name }) => name === undefined);
  if (undeclared) refuse(`state ${undeclared.state}: a run ends there, and no ending is declared`);
  const found = scan.errors.find(({ kind }) => kind === error);
  if (found) refuse(`state ${found.state}: a step with ${found.message.type} is one, at "${found.where}"`);
}
