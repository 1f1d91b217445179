/**
 * The naive checker: every claim looked at in every state, nothing remembered; some thousand steps a second.
 *
 * The judge of the engine. To check one system by it, naming a module and its export (with arguments, when the export is
 * a function, as one JSON array) and the modules of families to check:
 *
 *     node test/reference/try.mjs machines/systems/two-sockets.ts twoSockets '[{}]' properties/matching.ts
 */
import type { Claim, Family, Fairness, Step, System, VerdictName } from '../../src/model/index.ts';
import { fairComponents, fairStates, type NaiveEdge } from './naive-fairness.ts';
import { isTrueOfAll } from './naive-ltl.ts';
import { type Explored, explore, pathTo } from './naive-search.ts';

/** `length`: of a shortest path, where the claim has one; `steps`: such a path, or for liveness the way into the loop. */
export type Finding = { verdict: VerdictName; length?: number; detail?: string; steps?: readonly Step[] };

export type NaiveReport = {
  complete: boolean;
  states: number;
  steps: number;
  depth: number;
  /** By claim, then by protocol error. A formula that is too much for this checker is left out. */
  verdicts: Readonly<Record<string, Finding>>;
  /** By name: whether it is fine, the length of a shortest path to a rest that bears it, whether a fair loop bears it. */
  outcomes: Readonly<Record<string, { fine: boolean; rest?: number; loop: boolean; steps: readonly Step[] }>>;
};

type Ends = { state: number; kind: 'rest' | 'loop' }[];

/** States in which nothing must happen; a step that hit a bound could have happened. */
function rests({ edges, errors }: Explored, fairness: Readonly<Record<string, Fairness>>): number[] {
  const must = (name: string | undefined): boolean => name !== undefined && fairness[name] !== 'none';
  const bounded = new Set(
    errors.filter(({ kind, step }) => kind === 'bound hit' && must(step?.class)).map(({ state }) => state),
  );
  return [...edges.keys()].filter((state) => !bounded.has(state) && !edges[state]!.some((edge) => must(edge.class)));
}

/** Rests, and loops by their lowest state: those that keep to states of one name, else those that cannot. */
function endsOf(system: System, graph: Explored): Ends {
  const free = graph.edges.map((out) => out.filter((edge) => !system.progress?.includes(edge.class)));
  const nameOf = (state: number): string | undefined => system.ending(graph.views[state]!)?.name;
  const components = graph.complete ? fairComponents(graph, free, new Set(graph.edges.keys())) : [];
  const loops = components.flatMap((component) => {
    const names = new Set([...component].map(nameOf));
    if (names.size === 1) return [component];
    const parts = [...names].flatMap((name) =>
      fairComponents(graph, free, new Set([...component].filter((state) => nameOf(state) === name))),
    );
    return parts.length > 0 ? parts : [component];
  });
  return [
    ...rests(graph, graph.fairness).map((state) => ({ state, kind: 'rest' }) as const),
    ...loops.map((region) => ({ state: [...region].reduce((a, b) => Math.min(a, b)), kind: 'loop' }) as const),
  ];
}

function leadsTo(graph: Explored, claim: Extract<Claim, { kind: 'leadsTo' }>): number | undefined {
  const fairness = { ...graph.fairness, ...claim.fairness };
  const within = (state: number): boolean => !claim.to(graph.views[state]!);
  const region = new Set([...graph.edges.keys()].filter((state) => within(state) && claim.from(graph.views[state]!)));
  for (const state of region) for (const { target } of graph.edges[state]!) if (within(target)) region.add(target);
  const edges = graph.edges.map((out): NaiveEdge[] => out);
  const bad = [
    ...rests(graph, fairness).filter((state) => region.has(state)),
    ...fairStates({ edges, fairness }, edges, region),
  ];
  return bad.sort((a, b) => a - b)[0];
}

/** The length of a shortest path on which `never` holds once `after` has held. */
function neverAfter(graph: Explored, claim: Extract<Claim, { kind: 'neverAfter' }>): number | undefined {
  const holds = (state: number, armed: boolean): boolean => armed || claim.after(graph.views[state]!);
  const open = [{ state: 0, armed: holds(0, false), length: 0 }];
  const seen = new Set<string>();
  for (const { state, armed, length } of open) {
    if (armed && claim.never(graph.views[state]!)) return length;
    for (const { target } of graph.edges[state] ?? []) {
      const next = { state: target, armed: holds(target, armed), length: length + 1 };
      const key = `${target} ${next.armed}`;
      if (!seen.has(key)) open.push(next);
      seen.add(key);
    }
  }
  return undefined;
}

/** Whether a formula is true of all runs; undefined when it is too much for this checker. */
function ltl(graph: Explored, claim: Extract<Claim, { kind: 'ltl' }>): Finding | undefined {
  if (!graph.complete) return { verdict: 'not finished' };
  const fairness = { ...graph.fairness, ...claim.fairness };
  const isTrue = isTrueOfAll(graph, new Set(rests(graph, fairness)), fairness, claim.formula);
  return isTrue === undefined ? undefined : { verdict: isTrue ? 'holds' : 'violated' };
}

/** The first state that `when` is true of, and from which no way leads to a state `to`. */
function noReturn(graph: Explored, claim: Extract<Claim, { kind: 'alwaysPossible' }>): number | undefined {
  const home = new Set([...graph.views.keys()].filter((state) => claim.to(graph.views[state]!)));
  for (let size = -1; size !== home.size;) {
    size = home.size;
    graph.edges.forEach((out, state) => void (out.some(({ target }) => home.has(target)) && home.add(state)));
  }
  return [...graph.views.keys()].find((state) => !home.has(state) && claim.when(graph.views[state]!));
}

function judge(graph: Explored, claim: Claim, outcomes: NaiveReport['outcomes']): Finding | undefined {
  const { views, edges, depth } = graph;
  const at = (verdict: 'violated' | 'reached', state: number | undefined): Finding => {
    const otherwise = verdict === 'violated' ? 'holds' : 'not reached';
    if (state === undefined) return { verdict: graph.complete ? otherwise : 'not finished' };
    return { verdict, length: depth[state]!, steps: pathTo(graph, state) };
  };
  const first = (states: Iterable<number>, test: (state: number) => boolean): number | undefined =>
    [...states].find(test);
  switch (claim.kind) {
    case 'always':
      return at(
        'violated',
        first(views.keys(), (state) => !claim.holds(views[state]!)),
      );
    case 'reaches':
      return at(
        'reached',
        first(views.keys(), (state) => claim.when(views[state]!)),
      );
    case 'restsOnly':
      return at(
        'violated',
        first(rests(graph, graph.fairness), (state) => !claim.in(views[state]!)),
      );
    case 'everyStep': {
      const breaks = (state: number) =>
        edges[state]!.find(({ step, target }) => !claim.holds(views[state]!, step, views[target]!));
      const state = first(edges.keys(), (number) => breaks(number) !== undefined);
      if (state === undefined) return at('violated', undefined);
      return { verdict: 'violated', length: depth[state]! + 1, steps: [...pathTo(graph, state), breaks(state)!.step] };
    }
    case 'neverAfter': {
      const length = neverAfter(graph, claim);
      return length === undefined ? at('violated', undefined) : { verdict: 'violated', length };
    }
    case 'leadsTo': {
      const { length: _, ...finding } = at('violated', graph.complete ? leadsTo(graph, claim) : undefined);
      return finding;
    }
    case 'outcomes': {
      const [name, outcome] = Object.entries(outcomes).find(([found]) => !claim.only.includes(found)) ?? [];
      return outcome ? { verdict: 'violated', detail: name!, steps: outcome.steps } : at('violated', undefined);
    }
    case 'ltl':
      return ltl(graph, claim);
    case 'alwaysPossible':
      return at('violated', graph.complete ? noReturn(graph, claim) : undefined);
  }
}

/** Checks a system exhaustively, or until more than `maxStates` states were met (nothing that needs all is then said). */
export function naiveCheck(system: System, families: readonly Family[] = [], maxStates = 20_000): NaiveReport {
  const graph = explore(system, maxStates);
  const outcomes: Record<string, NaiveReport['outcomes'][string]> = {};
  const verdicts: Record<string, Finding> = {};
  for (const { state, kind } of endsOf(system, graph)) {
    const undeclared = { name: kind === 'rest' ? 'deadlock' : 'livelock', fine: false };
    const ending = system.ending(graph.views[state]!);
    const { name, fine } = ending ?? undeclared;
    outcomes[name] ??= { fine, loop: false, steps: pathTo(graph, state) };
    const length = kind === 'rest' ? { rest: outcomes[name].rest ?? graph.depth[state]! } : { loop: true };
    Object.assign(outcomes[name], length);
    if (!ending)
      verdicts[name] ??= { verdict: 'violated', ...(kind === 'rest' && length), steps: pathTo(graph, state) };
  }
  for (const { kind, where, message, length, state, step } of graph.errors) {
    const steps = [...pathTo(graph, state), ...(step ? [step] : [])];
    verdicts[kind] ??= { verdict: 'violated', length, detail: `${where}: ${message.type}`, steps };
  }
  for (const name of ['deadlock', 'livelock', 'unspecified reception', 'bound hit'] as const) {
    verdicts[name] ??= { verdict: graph.complete ? 'holds' : 'not finished' };
  }
  for (const claim of families.flatMap(({ claims }) => claims)) {
    const finding = judge(graph, claim, outcomes);
    if (finding) verdicts[claim.name] = finding;
  }
  return {
    complete: graph.complete,
    states: graph.views.length,
    steps: graph.edges.reduce((sum, out) => sum + out.length, 0),
    depth: graph.depth.at(-1)!,
    verdicts,
    outcomes,
  };
}
