import { canonical, type Fifo, type Message } from '../model/index.ts';

/** What may happen to a message in a queue, in the order of steps. */
export const queueKinds = ['deliver', 'lose', 'duplicate'] as const;

/** One fifo channel of a running system: a plain list of messages, and the faults that it has left. */
export class LiveQueue {
  readonly fifo: Fifo;
  readonly messages: Message[] = [];
  #losses: number;
  #duplicates: number;
  /** What `key` gives, for as long as the queue stays as it is. */
  #key: string | undefined;

  constructor(fifo: Fifo) {
    this.fifo = fifo;
    this.#losses = fifo.loses ?? 0;
    this.#duplicates = fifo.duplicates ?? 0;
  }

  /** The messages to which this may happen now: the head, or the first of each lane; none when no such fault is left. */
  takable(kind: (typeof queueKinds)[number]): Message[] {
    if ((kind === 'lose' && this.#losses === 0) || (kind === 'duplicate' && this.#duplicates === 0)) return [];
    const lanes = this.messages.map((message) => this.fifo.lane?.(message));
    return this.messages.filter((_, place) => lanes.indexOf(lanes[place]) === place);
  }

  /** Takes a message that is `takable`, or for a duplication one of the duplications. */
  take(kind: (typeof queueKinds)[number], message: Message): void {
    this.#key = undefined;
    if (kind === 'lose') this.#losses--;
    if (kind === 'duplicate') {
      this.#duplicates--;
      return;
    }
    const text = canonical(message);
    this.messages.splice(
      this.messages.findIndex((each) => canonical(each) === text),
      1,
    );
  }

  /** Puts a message at the tail; false when there is no room. */
  append(message: Message): boolean {
    if (this.messages.length >= this.fifo.capacity) return false;
    this.messages.push(message);
    this.#key = undefined;
    return true;
  }

  /** One text for all that the queue is. */
  key(): string {
    return (this.#key ??= canonical([this.messages, this.#losses, this.#duplicates]));
  }
}
