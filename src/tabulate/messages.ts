import { type Message, ModelError, canonical } from '../model/index.ts';
import { freezeDeep } from './freeze.ts';

/** The messages of a system by number: equal messages have one number, numbers are given in order of appearance. */
export class Messages {
  readonly #ids = new Map<string, number>();
  readonly #messages: Message[] = [];

  /**
   * The number of a message.
   *
   * @param whose who says it, for the error.
   * @throws ModelError when it has no `type`, or holds what is not plain data.
   */
  idOf(message: unknown, whose: string): number {
    const type: unknown = (message as { type?: unknown } | null | undefined)?.type;
    if (typeof type !== 'string' || type === '') {
      throw new ModelError(`${whose} has no type: a message is an object like { type: 'ASK' }`);
    }
    const key = keyOf(message, whose);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#messages.length;
    this.#ids.set(key, id);
    this.#messages.push(freezeDeep(structuredClone(message)) as Message);
    return id;
  }

  /** The message with this number; frozen. */
  at(id: number): Message {
    return this.#messages[id]!;
  }

  /** How many there are. */
  get count(): number {
    return this.#messages.length;
  }
}

function keyOf(message: unknown, whose: string): string {
  try {
    return canonical(message, 'message');
  } catch (error) {
    throw new ModelError(`${whose}: ${(error as Error).message}`);
  }
}
