import { type Lts, SILENT } from './lts.ts';
import { Antichains, StateSets } from './state-sets.ts';

/** Where one system does what another does not. */
export type TraceDifference = {
  /** The labels of what is seen, in order; a shortest one. The last is what the other system never does there. */
  readonly trace: readonly number[];
  /** What the other system can be seen to do instead, after the same trace but its last label; ascending. */
  readonly allowed: readonly number[];
};

/** A state of the implementation beside a set of states in which the service can be after the same trace. */
type Node = { readonly state: number; readonly set: number; readonly label: number; readonly before: Node | undefined };

/**
 * A shortest trace of one state that another state has not, silent steps left out: whether an implementation keeps to a
 * service, by its traces. Undefined when it does.
 *
 * Breadth-first over pairs of a state and the set of states that the service can be in, which is determinised on the way;
 * a pair is left out when the state is in the set, or when it came with a smaller set before (M. De Wulf, L. Doyen,
 * T. Henzinger, J.-F. Raskin, "Antichains: a new algorithm for checking universality of finite automata", 2006).
 */
export function traceDifference(lts: Lts, implementation: number, service: number): TraceDifference | undefined {
  const { offsets, labels, targets } = lts;
  const sets = new StateSets(lts);
  const antichains = new Antichains(sets);
  let next: Node[] = [{ state: implementation, set: sets.closure([service]), label: SILENT, before: undefined }];
  while (next.length > 0) {
    const level: Node[] = [];
    /** Only when its level has come: what silent steps reach before is nearer. */
    const meet = (node: Node): void => {
      if (!sets.has(node.set, node.state) && antichains.add(node.state, node.set)) level.push(node);
    };
    next.forEach(meet);
    next = [];
    for (const node of level) {
      for (let edge = offsets[node.state]!; edge < offsets[node.state + 1]!; edge++) {
        const label = labels[edge]!;
        const state = targets[edge]!;
        if (label === SILENT) {
          meet({ ...node, state });
          continue;
        }
        const set = sets.after(node.set, label);
        if (set === undefined) return { trace: traceTo(node, label), allowed: sets.labelsOf(node.set) };
        next.push({ state, set, label, before: node });
      }
    }
  }
  return undefined;
}

function traceTo(node: Node, label: number): number[] {
  const trace = [label];
  for (let at: Node | undefined = node; at?.before !== undefined; at = at.before) trace.unshift(at.label);
  return trace;
}

/**
 * The edges of a shortest way, silent steps counted, along which a state shows a trace.
 *
 * @throws RangeError when it has no such trace.
 */
export function pathAlong(lts: Lts, from: number, trace: readonly number[]): number[] {
  const { offsets, labels, targets } = lts;
  const width = trace.length + 1;
  /** By state and place in the trace: the edge that leads there first. */
  const met = new Map<number, { readonly edge: number; readonly before: number }>();
  const queue = [from * width];
  met.set(from * width, { edge: -1, before: -1 });
  for (const node of queue) {
    const [state, place] = [Math.floor(node / width), node % width];
    if (place === trace.length) return edgesTo(met, node);
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const shows = labels[edge] === trace[place];
      if (!shows && labels[edge] !== SILENT) continue;
      const then = targets[edge]! * width + place + (shows ? 1 : 0);
      if (met.has(then)) continue;
      met.set(then, { edge, before: node });
      queue.push(then);
    }
  }
  throw new RangeError(`state ${from} has no such trace of ${trace.length} labels`);
}

function edgesTo(met: ReadonlyMap<number, { readonly edge: number; readonly before: number }>, end: number): number[] {
  const edges: number[] = [];
  for (let { edge, before } = met.get(end)!; edge !== -1; { edge, before } = met.get(before)!) edges.unshift(edge);
  return edges;
}
