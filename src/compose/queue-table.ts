import type { Fifo } from '../model/index.ts';
import { IntColumn } from './int-column.ts';
import { IntTable, UNKNOWN } from './int-table.ts';
import type { Parties } from './parties.ts';

/** What a queue's table answers when a message does not fit. */
export const FULL = -2;

/** The kinds of channel steps, in the order in which they are taken. */
export const channelKinds = ['deliver', 'lose', 'duplicate'] as const;

/** The contents of one fifo channel: messages by number, head first, and how many may yet be lost and duplicated. */
export type Contents = { readonly messages: readonly number[]; readonly losses: number; readonly duplicates: number };

/** One step that a queue's contents allow: what is delivered or lost, and the contents after. */
type Exit = { readonly kind: 0 | 1 | 2; readonly message: number; readonly to: number; readonly rest: number };

/** Where a delivered message goes: the number of a cluster, and of the message among the cluster's inputs. */
export type Entrance = (party: number, message: number) => { readonly cluster: number; readonly input: number };

/**
 * The contents of one fifo channel by number, and what becomes of them: appending and taking are look-ups.
 *
 * Number 0 is the empty queue with all its losses and duplicates left.
 */
export class QueueTable {
  readonly name: string;
  readonly fifo: Fifo;
  readonly contents: Contents[] = [];
  /** By contents: the number of the first exit, and how many there are. */
  readonly exitStart = new IntColumn();
  readonly exitCount = new IntColumn();
  /** By exit: its kind, its message, the contents after, and the cluster and input that it reaches. */
  readonly kind = new IntColumn();
  readonly message = new IntColumn();
  readonly rest = new IntColumn();
  readonly cluster = new IntColumn();
  readonly input = new IntColumn();
  /** Contents after appending a sequence: row = contents, column = sequence; FULL when it does not fit. */
  readonly appended = new IntTable();
  /** Told of each append that is not known yet. */
  onAsked: (contents: number, sequence: number) => void = () => {};
  readonly #parties: Parties;
  readonly #entrance: Entrance;
  readonly #ids = new Map<string, number>();
  readonly #sequences: (readonly number[])[] = [[]];
  readonly #sequenceIds = new Map<string, number>();
  readonly #lanes: (string | undefined)[] = [];

  constructor(name: string, fifo: Fifo, parties: Parties, entrance: Entrance) {
    this.name = name;
    this.fifo = fifo;
    this.#parties = parties;
    this.#entrance = entrance;
    this.intern({ messages: [], losses: fifo.loses ?? 0, duplicates: fifo.duplicates ?? 0 });
  }

  get count(): number {
    return this.contents.length;
  }

  get bytes(): number {
    const columns = [this.exitStart, this.exitCount, this.kind, this.message, this.rest, this.cluster, this.input];
    return columns.reduce((sum, column) => sum + column.bytes, this.appended.bytes);
  }

  intern(contents: Contents): number {
    const key = `${contents.losses} ${contents.duplicates} ${contents.messages.join()}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const exits = this.#exitsOf(contents);
    const id = this.contents.length;
    this.#ids.set(key, id);
    this.contents.push(contents);
    this.exitStart.push(this.kind.length);
    this.exitCount.push(exits.length);
    for (const exit of exits) {
      const { cluster, input } = this.#entrance(exit.to, exit.message);
      this.kind.push(exit.kind);
      this.message.push(exit.message);
      this.rest.push(exit.rest);
      this.cluster.push(cluster);
      this.input.push(input);
    }
    this.appended.grow(this.count, 1);
    return id;
  }

  /** The number of a sequence of messages to append; 0 is the empty one. */
  sequence(messages: readonly number[]): number {
    if (messages.length === 0) return 0;
    const key = messages.join();
    const known = this.#sequenceIds.get(key);
    if (known !== undefined) return known;
    const id = this.#sequences.length;
    this.#sequenceIds.set(key, id);
    this.#sequences.push(messages);
    this.appended.grow(this.count, id + 1);
    return id;
  }

  /** The contents after appending a sequence, or FULL. */
  append(queue: number, sequence: number): number {
    const cell = (): number => queue * this.appended.stride + sequence;
    const known = this.appended.data[cell()]!;
    if (known !== UNKNOWN) return known;
    this.onAsked(queue, sequence);
    const before = this.contents[queue]!;
    const messages = [...before.messages, ...this.#sequences[sequence]!];
    const after = messages.length > this.fifo.capacity ? FULL : this.intern({ ...before, messages });
    this.appended.data[cell()] = after;
    return after;
  }

  #exitsOf({ messages, losses, duplicates }: Contents): Exit[] {
    const heads = this.#heads(messages);
    const exit = (kind: Exit['kind'], place: number, rest: number): Exit => ({
      kind,
      message: messages[place]!,
      to: this.#parties.receiver(this.name, messages[place]!),
      rest,
    });
    const without = (place: number): number[] => messages.filter((_, index) => index !== place);
    const delivered = heads.map((head) => exit(0, head, this.intern({ messages: without(head), losses, duplicates })));
    const lost =
      losses === 0
        ? []
        : heads.map((head) => exit(1, head, this.intern({ messages: without(head), losses: losses - 1, duplicates })));
    const twice =
      duplicates === 0
        ? []
        : heads.map((head) => exit(2, head, this.intern({ messages, losses, duplicates: duplicates - 1 })));
    return [...delivered, ...lost, ...twice];
  }

  /** The places of the messages that may be taken: the first of each lane. */
  #heads(messages: readonly number[]): number[] {
    const { lane } = this.fifo;
    if (lane === undefined) return messages.length === 0 ? [] : [0];
    const laneOf = (message: number): string => (this.#lanes[message] ??= lane(this.#parties.messages.at(message)));
    const lanes = messages.map(laneOf);
    return lanes.flatMap((name, place) => (lanes.indexOf(name) === place ? [place] : []));
  }
}
