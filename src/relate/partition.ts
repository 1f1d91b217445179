/**
 * How states fall into blocks, round after round of a refinement: what was apart stays apart.
 *
 * Round 0 has one block. What a state's block was in any round is kept, as the place where two states part company is
 * what tells them apart.
 */
export class Partition {
  /** Of each state: its block now. */
  readonly of: Uint32Array;
  blocks = 1;
  rounds = 0;
  /** Of each state: its last move; of each move: its round, the block moved to, and the move before, or -1. */
  readonly #last: Int32Array;
  readonly #round: number[] = [];
  readonly #block: number[] = [];
  readonly #before: number[] = [];

  constructor(states: number) {
    this.of = new Uint32Array(states);
    this.#last = new Int32Array(states).fill(-1);
  }

  /** Moves a state to another block, in the round that is `rounds` now. */
  move(state: number, block: number): void {
    this.of[state] = block;
    this.#before.push(this.#last[state]!);
    this.#last[state] = this.#round.push(this.rounds) - 1;
    this.#block.push(block);
  }

  /** The block of a state after a round. */
  at(round: number, state: number): number {
    for (let move = this.#last[state]!; move !== -1; move = this.#before[move]!) {
      if (this.#round[move]! <= round) return this.#block[move]!;
    }
    return 0;
  }

  /** The first round after which two states are apart; undefined when they never are. */
  parted(one: number, other: number): number | undefined {
    if (this.of[one] === this.of[other]) return undefined;
    let [together, apart] = [0, this.rounds];
    while (apart - together > 1) {
      const middle = (together + apart) >>> 1;
      if (this.at(middle, one) === this.at(middle, other)) together = middle;
      else apart = middle;
    }
    return apart;
  }
}
