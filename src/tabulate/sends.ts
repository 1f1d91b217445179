import { ModelError, hint } from '../model/index.ts';

/** What a party gives to a channel: the message by number. */
export type Sent = { readonly channel: string; readonly message: number };

/** Actions that change nothing outside the chart, and so need nobody to carry them out. */
const harmless = new Set(['xstate.log']);

const reasons: Readonly<Record<string, string>> = {
  'xstate.spawnChild': '`spawn` starts another actor; make it a party of the system',
  'xstate.sendTo': '`sendTo` bypasses the channels; use the action `send` with params { to: port, message }',
  'xstate.emit': '`emit` has no listener here; use the action `send` with params { to: port, message }',
  'xstate.cancel': '`cancel` needs a clock; make the time-out an own step of the party',
  'xstate.stopChild': '`stop` needs another actor; make it a party of the system',
};

/**
 * The sends among the actions that XState asks for, in order.
 *
 * @throws ModelError for an unknown port, and for an action that nothing would carry out.
 */
export function sendsOf(
  party: string,
  where: string,
  actions: readonly { readonly type: string; readonly params: unknown }[],
  ports: Readonly<Record<string, string>>,
  idOf: (message: unknown, whose: string) => number,
): Sent[] {
  const sends: Sent[] = [];
  for (const { type, params } of actions) {
    if (type === 'send') sends.push(sent(party, where, params, ports, idOf));
    else if (type === 'xstate.raise') refuseDelay(party, where, params);
    else if (!harmless.has(type)) {
      const reason = reasons[type] ?? 'nothing carries it out; a chart has `assign`, `raise`, `log` and `send`';
      throw new ModelError(`party "${party}", ${where}: action "${type}": ${reason}`);
    }
  }
  return sends;
}

function sent(
  party: string,
  where: string,
  params: unknown,
  ports: Readonly<Record<string, string>>,
  idOf: (message: unknown, whose: string) => number,
): Sent {
  const { to, message } = (params ?? {}) as { to?: unknown; message?: unknown };
  if (typeof to !== 'string') {
    throw new ModelError(`party "${party}", ${where}: \`send\` without a port; its params are { to: port, message }`);
  }
  const channel = Object.hasOwn(ports, to) ? ports[to] : undefined;
  if (channel === undefined) {
    throw new ModelError(
      `party "${party}", ${where}: sends to the port "${to}", which it has not got${hint(to, Object.keys(ports))}`,
    );
  }
  return { channel, message: idOf(message, `a message of party "${party}" to "${to}"`) };
}

function refuseDelay(party: string, where: string, params: unknown): void {
  const { delay } = (params ?? {}) as { delay?: unknown };
  if (delay === undefined) return;
  throw new ModelError(
    `party "${party}", ${where}: a delayed \`raise\` needs a clock; make the time-out an own step of the party`,
  );
}
