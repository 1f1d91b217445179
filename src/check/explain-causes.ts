import type { Fairness } from '../model/index.ts';
import type { Decision } from './decisions.ts';
import type { Case } from './explain-cases.ts';

/** A counterexample as decisions; those from `loop` on repeat. */
export type Decided = { readonly decisions: readonly Decision[]; readonly loop?: number };

/** The steps that each node has: as decisions, in the order of its edges. */
export type DecisionsOf = (node: number) => readonly Decision[];

/**
 * Which decisions matter: where one is left out and the others are taken as far as they are possible, the violation does
 * not come, nor becomes unavoidable, nor can the rest of the loop be repeated as one.
 *
 * As a counterfactual test of single events (D. Lewis, "Causation", 1973): of two steps each of which alone would do,
 * neither matters.
 *
 * @param avoidable 1 for each node from which some fair run avoids the violation.
 */
export function causes(what: Case, decided: Decided, decisionsOf: DecisionsOf, avoidable: Uint8Array): number[] {
  return [...decided.decisions.keys()].filter((left) => !comes(what, decided, left, decisionsOf, avoidable));
}

/** Whether it comes to the violation without one of the decisions. */
function comes(
  what: Case,
  { decisions, loop }: Decided,
  left: number,
  of: DecisionsOf,
  avoidable: Uint8Array,
): boolean {
  const taken = (from: number, to: number): readonly Decision[] =>
    decisions.slice(from, to).filter((_, at) => from + at !== left);
  const stem = retake(what, what.start, taken(0, loop ?? decisions.length), of);
  if (avoidable[stem.end] === 0) return true;
  if (loop === undefined) return false;
  const again = taken(loop, decisions.length);
  const round = retake(what, stem.end, again, of);
  if (avoidable[round.end] === 0) return true;
  const closes = round.end === stem.end && again.length > 0 && round.edges.length === again.length;
  return closes && what.isBadLoop(round.nodes) && isFairLoop(what, round);
}

/** What was taken: the nodes on the way, the edges, and the node that it ends in. */
type Way = { readonly nodes: readonly number[]; readonly edges: readonly number[]; readonly end: number };

/** Takes decisions one after the other; those that are not possible when their turn comes are passed over. */
function retake(
  { graph: { offsets, targets }, bad }: Case,
  from: number,
  decisions: readonly Decision[],
  of: DecisionsOf,
): Way {
  const nodes = [from];
  const edges: number[] = [];
  let node = from;
  for (const { slot, party, message } of decisions) {
    if (bad[node] === 1) break;
    const place = of(node).findIndex((one) => one.slot === slot && one.party === party && one.message === message);
    if (place < 0) continue;
    edges.push(offsets[node]! + place);
    node = targets[offsets[node]! + place]!;
    nodes.push(node);
  }
  return { nodes, edges, end: node };
}

function isFairLoop({ graph, fairness }: Case, { nodes, edges }: Way): boolean {
  const taken = new Set(edges.map((edge) => graph.classes[edge]!));
  const possible = (node: number, name: number): boolean =>
    graph.classes.subarray(graph.offsets[node], graph.offsets[node + 1]).includes(name);
  const owed: Readonly<Record<Fairness, (name: number) => boolean>> = {
    none: () => false,
    weak: (name) => nodes.every((node) => possible(node, name)),
    strong: (name) => nodes.some((node) => possible(node, name)),
  };
  return fairness.every((kind, name) => taken.has(name) || !owed[kind](name));
}
