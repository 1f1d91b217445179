import { type Consequence, type Unspecified, carryOut } from './consequence.ts';
import { IntColumn } from './int-column.ts';
import { IntTable, UNKNOWN } from './int-table.ts';
import type { Parties } from './parties.ts';
import type { QueueTable } from './queue-table.ts';

/** What a cluster's table answers when the receiver is not in a state that bears the channel's tag. */
export const HELD = -2;

/** An event of a cluster: a message for one of its parties, delivered only while that party bears the tag. */
type Input = { readonly party: number; readonly message: number; readonly whileTagged: string | undefined };

/**
 * Parties that call each other directly, moving as one.
 *
 * A local state of a cluster is the tuple of its parties' local states, by number. A *move* is what one event does to
 * one of them: the local state after, and a sequence of messages for each queue. Direct calls are inside the move, so
 * whoever looks up moves never sees them.
 */
export class Cluster {
  /** Party numbers, ascending. */
  readonly parties: readonly number[];
  /** The numbers of the queues that the cluster's ports lead to, ascending. */
  readonly queues: readonly number[];
  /** By place in `parties`: the party's local state in each local state of the cluster. */
  readonly localOf: readonly IntColumn[];
  /** The move for an input: row = local state, column = input; HELD when it must wait. */
  readonly moves = new IntTable();
  /** By move: twice the local state after, plus one if anything goes to a queue. */
  readonly after = new IntColumn();
  /** By move, for each of `queues`: the sequence that goes there. */
  readonly appends = new IntColumn();
  /** By place in `parties`, by local state: the first of the party's own steps, UNKNOWN until asked for; their number. */
  readonly ownStart: readonly IntColumn[];
  readonly ownCount: readonly IntColumn[];
  /** By own step found possible: its move, and its place in the party's list. */
  readonly ownMove = new IntColumn();
  readonly ownPlace = new IntColumn();
  /** Told of each unspecified reception, once for each move. */
  onUnspecified: (found: Unspecified) => void = () => {};
  /** Told of each look-up that is not known yet. */
  onAsked: (kind: 'own' | 'move', local: number, other: number) => void = () => {};
  readonly #tabulated: Parties;
  readonly #allQueues: readonly QueueTable[];
  readonly #ids = new Map<string, number>();
  readonly #inputs: Input[] = [];
  readonly #inputIds = new Map<string, number>();

  /** @param allQueues the queues of the system by number; filled in by whoever composes, before the first move. */
  constructor(
    tabulated: Parties,
    parties: readonly number[],
    queues: readonly number[],
    allQueues: readonly QueueTable[],
  ) {
    this.#tabulated = tabulated;
    this.parties = parties;
    this.queues = queues;
    this.#allQueues = allQueues;
    this.localOf = parties.map(() => new IntColumn());
    this.ownStart = parties.map(() => new IntColumn());
    this.ownCount = parties.map(() => new IntColumn());
  }

  /** The parties' names. */
  get names(): string[] {
    return this.parties.map((party) => this.#tabulated.list[party]!.name);
  }

  get count(): number {
    return this.localOf[0]!.length;
  }

  get bytes(): number {
    const columns = [
      this.after,
      this.appends,
      this.ownMove,
      this.ownPlace,
      ...this.localOf,
      ...this.ownStart,
      ...this.ownCount,
    ];
    return columns.reduce((sum, column) => sum + column.bytes, this.moves.bytes);
  }

  /** @param locals the parties' local states, in the order of `parties`. */
  intern(locals: readonly number[]): number {
    const key = locals.join();
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.count;
    this.#ids.set(key, id);
    locals.forEach((local, place) => {
      this.localOf[place]!.push(local);
      this.ownStart[place]!.push(UNKNOWN);
      this.ownCount[place]!.push(0);
    });
    this.moves.grow(this.count, this.#inputs.length);
    return id;
  }

  /** The number of a message for a party among the inputs. */
  input(party: number, message: number, whileTagged: string | undefined): number {
    const key = `${party} ${message} ${whileTagged ?? ''}`;
    const known = this.#inputIds.get(key);
    if (known !== undefined) return known;
    const id = this.#inputs.length;
    this.#inputIds.set(key, id);
    this.#inputs.push({ party, message, whileTagged });
    this.moves.grow(this.count, this.#inputs.length);
    return id;
  }

  /** The move that an input makes, or HELD. */
  move(local: number, input: number): number {
    const known = this.moves.data[local * this.moves.stride + input]!;
    if (known !== UNKNOWN) return known;
    this.onAsked('move', local, input);
    const { party, message, whileTagged } = this.#inputs[input]!;
    const view = this.#tabulated.list[party]!.table.view(this.#localOf(local, party));
    const held = whileTagged !== undefined && !view.hasTag(whileTagged);
    const move = held ? HELD : this.#make(local, party, message);
    this.moves.data[local * this.moves.stride + input] = move;
    return move;
  }

  /** Finds out which own steps a party has in a local state; `ownStart` knows them from then on. */
  findOwn(local: number, place: number): void {
    if (this.ownStart[place]!.data[local] !== UNKNOWN) return;
    this.onAsked('own', local, place);
    const party = this.parties[place]!;
    const { table, own } = this.#tabulated.list[party]!;
    const possible = own.flatMap(({ message }, index) =>
      table.react(this.#localOf(local, party), message).kind === 'taken' ? [{ message, index }] : [],
    );
    const moves = possible.map(({ message }) => this.#make(local, party, message));
    const start = this.ownMove.length;
    possible.forEach(({ index }, which) => {
      this.ownMove.push(moves[which]!);
      this.ownPlace.push(index);
    });
    this.ownStart[place]!.data[local] = start;
    this.ownCount[place]!.data[local] = possible.length;
  }

  /** All that happens when a party of this local state receives a message: what a move sums up. */
  consequence(local: number, party: number, message: number): Consequence & { readonly locals: readonly number[] } {
    const locals: (number | undefined)[] = [];
    this.parties.forEach((member, place) => (locals[member] = this.localOf[place]!.data[local]!));
    const before = locals[party]!;
    const reaction = this.#tabulated.list[party]!.table.react(before, message);
    locals[party] = reaction.next;
    const rest = carryOut(this.#tabulated, locals, party, reaction.sends);
    const first: Unspecified[] = reaction.kind === 'unspecified' ? [{ party, message, local: before }] : [];
    return {
      ...rest,
      unspecified: [...first, ...rest.unspecified],
      locals: this.parties.map((member) => locals[member]!),
    };
  }

  #make(local: number, party: number, message: number): number {
    const { locals, queued, unspecified } = this.consequence(local, party, message);
    const next = this.intern(locals);
    const move = this.after.length;
    this.after.push(next * 2 + (queued.length > 0 ? 1 : 0));
    for (const queue of this.queues) {
      const { name } = this.#allQueues[queue]!;
      const messages = queued.filter(({ channel }) => channel === name).map((delivery) => delivery.message);
      this.appends.push(this.#allQueues[queue]!.sequence(messages));
    }
    for (const found of unspecified) this.onUnspecified(found);
    return move;
  }

  #localOf(local: number, party: number): number {
    return this.localOf[this.parties.indexOf(party)]!.data[local]!;
  }
}
