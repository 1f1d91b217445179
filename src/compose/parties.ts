import { type Channel, ModelError, type System, hint } from '../model/index.ts';
import { Messages, PartyTable, type TableOptions } from '../tabulate/index.ts';
import type { Lookups } from './lookups.ts';
import { ownClass } from './step-classes.ts';

/** One own step of a party: its event by number, and its class. */
export type OwnEvent = { readonly message: number; readonly class: string };

/** One party: its name, its table, and what it may do of itself. */
export type TabulatedParty = { readonly name: string; readonly table: PartyTable; readonly own: readonly OwnEvent[] };

/**
 * The parties of a system as tables, in the order of the description, with the messages that they share.
 *
 * Party numbers are places in that order.
 */
export class Parties {
  readonly description: System;
  readonly messages = new Messages();
  /** What was looked up, composition by composition: each was made because parties of the one before met. */
  readonly lookups: Lookups[] = [];
  readonly list: readonly TabulatedParty[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #receivers = new Map<string, (number | undefined)[]>();

  /** @throws ModelError when a chart cannot be tabulated, or has no transition for one of its party's own steps. */
  constructor(description: System, options: TableOptions = {}) {
    this.description = description;
    this.list = Object.entries(description.parties).map(([name, party]) => ({
      name,
      own: (party.own ?? []).map((step) => ({
        message: this.messages.idOf(step.event, `an own step of party "${name}"`),
        class: ownClass(name, step),
      })),
      table: new PartyTable(name, party, this.messages, options),
    }));
    for (const party of this.list) this.#checkOwn(party);
    this.#numbers = new Map(this.list.map(({ name }, number) => [name, number]));
  }

  /** How often XState was asked, for all parties together. */
  get calls(): number {
    return this.list.reduce((sum, { table }) => sum + table.calls, 0);
  }

  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  channel(name: string): Channel {
    return this.description.channels[name]!;
  }

  /**
   * The party that receives a message of a channel, by number.
   *
   * @throws ModelError when the channel's own function names nobody.
   */
  receiver(channel: string, message: number): number {
    let known = this.#receivers.get(channel);
    if (known === undefined) this.#receivers.set(channel, (known = []));
    return (known[message] ??= this.#askReceiver(channel, message));
  }

  #askReceiver(name: string, message: number): number {
    const { to } = this.channel(name);
    const event = this.messages.at(message);
    const receiver: unknown = typeof to === 'string' ? to : to(event);
    const number = this.#numbers.get(receiver as string);
    if (number !== undefined) return number;
    throw new ModelError(
      `channel "${name}": the receiver of ${JSON.stringify(event)} is ${JSON.stringify(receiver)}, ` +
        `which is no party${hint(String(receiver), this.#numbers.keys())}`,
    );
  }

  #checkOwn({ name, table, own }: TabulatedParty): void {
    for (const { message } of own) {
      const { type } = this.messages.at(message);
      if ([...table.events].some((event) => stands(event, type))) continue;
      throw new ModelError(
        `system "${this.description.name}": "${name}" has the own step "${type}", but no state of its chart has a ` +
          `transition for it${hint(type, table.events)}`,
      );
    }
  }
}

/** Whether an event as a chart writes it, `*` and `NAME.*` included, stands for a type. */
function stands(written: string, type: string): boolean {
  if (written === '*' || written === type) return true;
  return written.endsWith('.*') && `${type}.`.startsWith(written.slice(0, -1));
}
