import type { Composition } from './composition.ts';
import type { Unspecified } from './consequence.ts';

/** The moves of each cluster in which somebody receives what no transition is written for. */
export class UnspecifiedMoves {
  readonly #found: readonly Map<number, Unspecified[]>[];

  /** Notes them from now on. */
  constructor(composition: Composition) {
    this.#found = composition.clusters.map(() => new Map<number, Unspecified[]>());
    composition.clusters.forEach((cluster, number) => {
      cluster.onUnspecified = (reception) => {
        const moves = this.#found[number]!;
        const move = cluster.after.length - 1;
        moves.set(move, [...(moves.get(move) ?? []), reception]);
      };
    });
  }

  has(cluster: number, move: number): boolean {
    return this.#found[cluster]!.has(move);
  }

  /** The receptions within a move. */
  of(cluster: number, move: number): readonly Unspecified[] {
    return this.#found[cluster]!.get(move) ?? [];
  }
}
