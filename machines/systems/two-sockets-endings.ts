/**
 * How it can stand between sockets when nothing is on its way any more.
 *
 * down         a host does not come back
 * half-open    an end believes in a connection that the other does not know
 * half-closed  an end waits for a CLS or an RFNM that will never come
 * unanswered   an end has asked, and no answer will come
 * open         two ends are connected
 * quiet        some wait for a caller, or hold one for a listener; nobody waits in vain for an answer
 */
import type { Ending, View } from '../../src/model/index.ts';
import { type Memory, ownAddress, same } from '../ncp-memory.ts';

type Socket = { readonly context: Memory; readonly matches: (path: string) => boolean };

const knownBy = (socket: Socket, others: readonly Socket[]): boolean =>
  others.some(
    (other) =>
      other.matches('open') &&
      same(socket.context.peer, ownAddress(other.context)) &&
      same(other.context.peer, ownAddress(socket.context)),
  );

const queuedBy = (socket: Socket, others: readonly Socket[]): boolean =>
  others.some(
    (other) =>
      same(socket.context.peer, ownAddress(other.context)) &&
      (other.matches('called') || other.context.queue.some(({ from }) => same(from, ownAddress(socket.context)))),
  );

/** The ending of a system of these sockets and queues; undefined while something is on its way. */
export const twoSocketsEnding =
  (sockets: readonly string[], queues: readonly string[]) =>
  (state: View): Ending | undefined => {
    if (queues.some((queue) => state.channel[queue]!.length > 0)) return undefined;
    const all = sockets.map((name) => state.party[name] as Socket);
    const some = (...states: string[]): boolean => all.some(({ matches }) => states.some((path) => matches(path)));
    if (some('down', 'resetting')) return { name: 'down', fine: false };
    const open = all.filter(({ matches }) => matches('open'));
    if (open.some((socket) => !knownBy(socket, all))) return { name: 'half-open', fine: false };
    if (some('closing', 'draining', 'awaitingRfnm') || all.some(({ context }) => context.owed.length > 0)) {
      return { name: 'half-closed', fine: false };
    }
    const asking = all.filter(({ matches }) => matches('requesting'));
    if (asking.some((socket) => !queuedBy(socket, all))) return { name: 'unanswered', fine: false };
    return { name: open.length > 0 ? 'open' : 'quiet', fine: true };
  };
