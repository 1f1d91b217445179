/**
 * What a violation of each kind is in a graph: where it has come, and where a run may come to its end without it.
 */
import { stepsOf } from '../compose/index.ts';
import type { Claim, Fairness, LeadsTo, Outcomes, Predicate, ProtocolError } from '../model/index.ts';
import { canReach } from './always-possible.ts';
import { componentsOf } from './components.ts';
import { endComponents } from './end-loops.ts';
import { type Unfolded, cut, diverted, plain, watched } from './explain-graph.ts';
import { fairComponents } from './fair-loop.ts';
import type { Graph } from './graph.ts';
import { restsOf } from './liveness.ts';
import type { Findings } from './verdicts.ts';

/** A violation in terms of a graph. */
export type Case = Unfolded & {
  /** 1 for each node in which it has come: nothing goes on from there. */
  readonly bad: Uint8Array;
  /** 1 for each node in which a run may end, or round which one may go for ever, without it. */
  readonly good: Uint8Array;
  /** Whether going round through these nodes for ever, a fair run or not, is the violation. */
  readonly isBadLoop: (nodes: readonly number[]) => boolean;
  readonly fairness: readonly Fairness[];
};

/** Findings of a search that was complete and kept its edges. */
export type Whole = Findings & { readonly graph: Graph };

/** A violated claim as a case; undefined for formulas of temporal logic, which are not explained, and for witnesses. */
export function caseOfClaim(claim: Claim, findings: Whole): Case | undefined {
  const { graph, predicates, steps } = findings;
  const flags = (holds: Predicate): Uint8Array => predicates.flags(claim.name, holds);
  switch (claim.kind) {
    case 'always':
      return safety(plain(graph), inverted(flags(claim.holds)));
    case 'restsOnly': {
      const [fine, atRest] = [flags(claim.in), restsOf(graph)];
      return safety(
        plain(graph),
        statesWhere(graph, (state) => fine[state] === 0 && atRest[state] === 1),
      );
    }
    case 'neverAfter': {
      const unfolded = watched(graph, { arms: flags(claim.after) });
      const never = flags(claim.never);
      return safety(
        unfolded,
        statesWhere(unfolded.graph, (node) => (node & 1) === 1 && never[node >>> 1] === 1),
      );
    }
    case 'everyStep': {
      const { offsets, targets } = graph;
      return ofEdges(graph, (state) =>
        steps.breaking(claim, state, targets.subarray(offsets[state], offsets[state + 1])),
      );
    }
    case 'alwaysPossible': {
      const home = canReach(graph, flags(claim.to));
      const when = flags(claim.when);
      return safety(
        plain(graph),
        statesWhere(graph, (state) => when[state] === 1 && home[state] === 0),
      );
    }
    case 'leadsTo':
      return ofLeadsTo(claim, findings, watched(graph, { arms: flags(claim.from), ends: flags(claim.to) }));
    case 'outcomes':
      return ofEnds(findings, (name, kind) => allowed(claim, name ?? undeclared[kind]));
    case 'reaches':
    case 'ltl':
      return undefined;
  }
}

/** A protocol error as a case; a full channel is none, as what comes after it is not known. */
export function caseOfError(error: ProtocolError, findings: Whole): Case | undefined {
  const { graph, rests } = findings;
  switch (error) {
    case 'deadlock': {
      const atRest = restsOf(graph);
      return safety(
        plain(graph),
        statesWhere(graph, (state) => atRest[state] === 1 && rests.ending(state) === undefined),
      );
    }
    case 'livelock':
      return ofEnds(findings, (name, kind) => kind === 'rest' || name !== undefined);
    case 'unspecified reception':
      return ofEdges(graph, (state) => unspecifiedAt(findings, state));
    case 'bound hit':
      return undefined;
  }
}

const unspecifiedAt = ({ composition, store }: Whole, state: number): readonly number[] =>
  stepsOf(composition, componentsOf(store, state)).flatMap(({ unspecified }, place) =>
    unspecified.length > 0 ? [place] : [],
  );

const undeclared = { rest: 'deadlock', loop: 'livelock' } as const;
const allowed = ({ only }: Outcomes, name: string): boolean => only.includes(name);

/** A case of something that must not come. */
function safety(unfolded: Unfolded, bad: Uint8Array): Case {
  const graph = cut(unfolded.graph, bad);
  const good = restsOf(graph);
  const { of } = fairComponents(graph, { states: inverted(bad), without: nothing(graph) });
  of.forEach((component, node) => component !== -1 && (good[node] = 1));
  bad.forEach((flag, node) => flag === 1 && (good[node] = 0));
  return { ...unfolded, graph, bad, good, isBadLoop: () => false, fairness: graph.classFairness };
}

/** @param breaking Places of the steps of a state that must not be taken. */
function ofEdges(graph: Graph, breaking: (state: number) => readonly number[]): Case {
  const edges: number[] = [];
  for (let state = 0; state < graph.states; state++) {
    for (const place of breaking(state)) edges.push(graph.offsets[state]! + place);
  }
  const diversion = diverted(graph, edges);
  return safety(
    plain(diversion),
    statesWhere(diversion, (state) => state === graph.states),
  );
}

function ofLeadsTo({ fairness: changed }: LeadsTo, { composition }: Whole, unfolded: Unfolded): Case {
  const { graph } = unfolded;
  const fairness = composition.fairnessWith(changed ?? {});
  const good = restsOf(graph, fairness);
  const owes = (node: number): boolean => (node & 1) === 1;
  good.forEach((_flag, node) => owes(node) && (good[node] = 0));
  const states = new Uint8Array(graph.states).fill(1);
  const { of } = fairComponents(graph, { states, without: nothing(graph) }, fairness);
  const paid = new Set(of.filter((component, node) => component !== -1 && !owes(node)));
  of.forEach((component, node) => paid.has(component) && (good[node] = 1));
  return { ...unfolded, good, bad: new Uint8Array(graph.states), isBadLoop: (nodes) => nodes.every(owes), fairness };
}

/** A case of how runs end: the end is fine where `isFine` says so of its name, or where progress is made for ever. */
function ofEnds(
  { graph, composition, rests }: Whole,
  isFine: (name: string | undefined, kind: 'rest' | 'loop') => boolean,
): Case {
  const nameOf = (state: number): string | undefined => rests.ending(state)?.name;
  const progress = composition.description.progress ?? [];
  const atRest = restsOf(graph);
  const good = statesWhere(graph, (state) => atRest[state] === 1 && isFine(nameOf(state), 'rest'));
  for (const { lowest, of, number } of endComponents(graph, progress, nameOf)) {
    if (!isFine(nameOf(lowest), 'loop')) continue;
    of.forEach((component, state) => component === number && (good[state] = 1));
  }
  const { of } = fairComponents(graph, { states: new Uint8Array(graph.states).fill(1), without: nothing(graph) });
  const moving = new Set<number>();
  for (let state = 0; state < graph.states; state++) {
    for (let edge = graph.offsets[state]!; edge < graph.offsets[state + 1]!; edge++) {
      const inside = of[state] !== -1 && of[state] === of[graph.targets[edge]!];
      if (inside && progress.includes(graph.classNames[graph.classes[edge]!]!)) moving.add(of[state]!);
    }
  }
  of.forEach((component, state) => moving.has(component) && (good[state] = 1));
  const isBadLoop = (nodes: readonly number[]): boolean => nodes.every((state) => !isFine(nameOf(state), 'loop'));
  return { ...plain(graph), good, bad: new Uint8Array(graph.states), isBadLoop, fairness: graph.classFairness };
}

const nothing = ({ classNames }: Graph): Uint8Array => new Uint8Array(classNames.length);
const inverted = (flags: Uint8Array): Uint8Array => flags.map((flag) => 1 - flag);

function statesWhere({ states }: Graph, wanted: (state: number) => boolean): Uint8Array {
  const flags = new Uint8Array(states);
  for (let state = 0; state < states; state++) flags[state] = wanted(state) ? 1 : 0;
  return flags;
}
