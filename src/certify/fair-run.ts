import type { Fairness } from '../model/index.ts';

/** A graph in which an infinite run is looked for. */
export type RunGraph = {
  readonly successors: (node: number) => readonly { readonly target: number; readonly class: string | undefined }[];
  /** The classes of steps that are possible at a node. */
  readonly possible: (node: number) => ReadonlySet<string>;
  readonly fairness: (name: string) => Fairness;
  /** The acceptance sets that a node is in, one bit each: a run must visit each of `sets` again and again. */
  readonly accepting: (node: number) => number;
  readonly sets: number;
};

/**
 * A node on a fair and accepted loop that can be reached; none if there is none.
 *
 * Strongly connected components (R. Tarjan, 1972), refined as for Streett acceptance.
 */
export function fairRun(graph: RunGraph, initial: readonly number[]): number | undefined {
  const reached = new Set(initial);
  for (const node of reached) for (const { target } of graph.successors(node)) reached.add(target);
  const open = components(graph, reached);
  for (let component = open.pop(); component; component = open.pop()) {
    const kept = stays(graph, component);
    if (kept.size === component.size) return [...kept][0];
    open.push(...components(graph, kept));
  }
  return undefined;
}

/** The nodes of a component that a fair run may stay among: all if it is fair, none if no part can be. */
function stays(graph: RunGraph, component: ReadonlySet<number>): ReadonlySet<number> {
  const taken = new Set<string | undefined>();
  const times = new Map<string, number>();
  let accepting = 0;
  for (const node of component) {
    accepting |= graph.accepting(node);
    for (const name of graph.possible(node)) times.set(name, (times.get(name) ?? 0) + 1);
    for (const edge of graph.successors(node)) if (component.has(edge.target)) taken.add(edge.class);
  }
  if (accepting !== 2 ** graph.sets - 1) return new Set();
  const missed = [...times].filter(([name]) => graph.fairness(name) !== 'none' && !taken.has(name));
  if (missed.some(([, count]) => count === component.size)) return new Set();
  const strong = missed.flatMap(([name]) => (graph.fairness(name) === 'strong' ? [name] : []));
  return new Set([...component].filter((node) => !strong.some((name) => graph.possible(node).has(name))));
}

/** The strongly connected components among some nodes, those without a step inside left out. */
function components(graph: RunGraph, among: ReadonlySet<number>): ReadonlySet<number>[] {
  const found: Set<number>[] = [];
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  for (const root of among) {
    if (order.has(root)) continue;
    const calls: { node: number; targets: number[] }[] = [];
    const enter = (node: number): void => {
      order.set(node, order.size);
      low.set(node, order.get(node)!);
      stack.push(node);
      onStack.add(node);
      const targets = graph.successors(node).flatMap(({ target }) => (among.has(target) ? [target] : []));
      calls.push({ node, targets });
    };
    const lower = (node: number, to: number): void => void low.set(node, Math.min(low.get(node)!, to));
    enter(root);
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const { node, targets } = call;
      const target = targets.pop();
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (onStack.has(target)) lower(node, order.get(target)!);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller) lower(caller.node, low.get(node)!);
      if (low.get(node) !== order.get(node)) continue;
      const component = new Set(stack.splice(stack.lastIndexOf(node)));
      for (const member of component) onStack.delete(member);
      const loops = component.size > 1 || graph.successors(node).some((edge) => edge.target === node);
      if (loops) found.push(component);
    }
  }
  return found;
}
