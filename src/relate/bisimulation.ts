import { type Lts, SILENT, ltsOf } from './lts.ts';
import type { Partition } from './partition.ts';
import { refined } from './refinement.ts';
import { collapsed } from './silent-components.ts';

/**
 * When two states count as the same, the finest first.
 *
 * `strong`: silent steps count like others. `branching with divergence`: a silent step that changes nothing of what can be
 * done goes unseen, but going on for ever unseen is something that one does. `branching`: not even that (R. van Glabbeek,
 * W. Weijland, "Branching time and abstraction in bisimulation semantics", 1996).
 */
export type Bisimulation = 'strong' | 'branching with divergence' | 'branching';

/** The bisimulations, the finest first: each holds wherever one before it does. */
export const bisimulations = ['strong', 'branching with divergence', 'branching'] as const satisfies Bisimulation[];

/** The classes of a bisimulation on the states of one system. */
export type Bisimilarity = {
  readonly kind: Bisimulation;
  /** The system that was refined: silent loops are one state each, unless the relation is strong. */
  readonly lts: Lts;
  /** Of each state of the system given: its state in `lts`. */
  readonly of: (state: number) => number;
  readonly partition: Partition;
};

/** Finds the coarsest bisimulation of a kind on a system. */
export function bisimilarity(lts: Lts, kind: Bisimulation): Bisimilarity {
  if (kind === 'strong') return { kind, lts, of: (state) => state, partition: refined(lts, 'visible') };
  const made = collapsed(lts, kind === 'branching with divergence');
  return { kind, lts: made.lts, of: (state) => made.of[state]!, partition: refined(made.lts, 'inert') };
}

/** The class of a state. Two states are bisimilar when theirs is the same. */
export const classOf = ({ of, partition }: Bisimilarity, state: number): number => partition.of[of(state)]!;

/** The system of the classes: the smallest one that is bisimilar. */
export function quotient({ kind, lts, partition }: Bisimilarity): Lts {
  const { offsets, labels, targets, names } = lts;
  const known = Array.from({ length: partition.blocks }, () => new Set<number>());
  const edges: [number, number, number][] = [];
  for (let state = 0; state < lts.states; state++) {
    const source = partition.of[state]!;
    for (let edge = offsets[state]!; edge < offsets[state + 1]!; edge++) {
      const [label, target] = [labels[edge]!, partition.of[targets[edge]!]!];
      if (kind !== 'strong' && label === SILENT && source === target) continue;
      const key = label * 2 ** 32 + target;
      if (known[source]!.has(key)) continue;
      known[source]!.add(key);
      edges.push([source, label, target]);
    }
  }
  return ltsOf(partition.blocks, partition.of[lts.initial] ?? 0, edges, names);
}
