import type { Case } from './explain-cases.ts';

/** A way from a node to one at which a run may end: its edges, and that node. */
export type WayOut = { readonly edges: readonly number[]; readonly end: number };

/**
 * A shortest way from a node, from which the violation can be avoided, to one where a run may end without it: to a fine
 * rest if there is one, else to any such node.
 *
 * @param isFineRest of a node at which a run may end.
 */
export function wayOut({ graph, good }: Case, from: number, isFineRest: (node: number) => boolean): WayOut | undefined {
  const { offsets, targets } = graph;
  const cameBy = new Map<number, { readonly edge: number; readonly before: number } | undefined>([[from, undefined]]);
  const wayTo = (end: number): WayOut => {
    const edges: number[] = [];
    for (let came = cameBy.get(end); came !== undefined; came = cameBy.get(came.before)) edges.push(came.edge);
    return { edges: edges.reverse(), end };
  };
  let other: number | undefined;
  for (const [node] of cameBy) {
    if (good[node] === 1) {
      if (isFineRest(node)) return wayTo(node);
      other ??= node;
    }
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      if (!cameBy.has(targets[edge]!)) cameBy.set(targets[edge]!, { edge, before: node });
    }
  }
  return other === undefined ? undefined : wayTo(other);
}
