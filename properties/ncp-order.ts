/**
 * What order on the wire is worth: nothing that is said of a pair comes before the pair has been heard of, or after its end.
 *
 * Source  NIC 8246 pp. 10-15: whatever is no request speaks of a request that has gone before.
 */
import { cite } from '../machines/clauses.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { everyStep, type Family, family, reaches, type Step } from '../src/model/index.ts';
import { brought, type Brought, fromPeer, socketAt } from './ncp-step-words.ts';

/** The receiver has a call, a connection or a refusal with whoever speaks, or a request from it. */
function hasHeardOf(before: Sockets, given: Brought): boolean {
  const { queue, owed } = socketAt(before, given.receiver).context;
  return [...owed, ...queue.map(({ from }) => from)].some((one) => same(one, given.speaker)) || fromPeer(before, given);
}

const ofConnection = ['ALL', 'GVB', 'RET', 'DATA'];

/** The connection that a command is of stands at the receiver, or is being closed there. */
const isConnected = (before: Sockets, given: Brought): boolean =>
  fromPeer(before, given) &&
  ['open', 'draining', 'awaitingRfnm', 'closing'].some(socketAt(before, given.receiver).matches);

const isOnItsWay = (state: Sockets, types: readonly string[]): boolean =>
  Object.entries(state.channel).some(
    ([name, messages]) => name.startsWith('wire.') && messages.some(({ type }) => types.includes(type)),
  );

const brings =
  (...types: readonly string[]) =>
  (_before: Sockets, step: Step): boolean =>
    brought(step, ...types) !== undefined;

/** For systems in which nothing is lost or doubled, nobody crashes and nothing overtakes. */
export const ncpOrder: Family = family('order of CLS', [
  everyStep<Sockets>('CLS comes to nobody who has not heard of the pair', {
    ...cite('NCP-41', 'NCP-51', 'NCP-52'),
    given: brings('CLS'),
    holds: (before, step) => hasHeardOf(before, brought(step)!),
  }),
  reaches<Sockets>('CLS is on its way', { ...cite('NCP-41'), when: (state) => isOnItsWay(state, ['CLS']) }),
]);

/** The same, where data is sent. */
export const ncpDataOrder: Family = family('order of data', [
  everyStep<Sockets>('what is said of a connection comes to nobody who has not heard that there is one', {
    ...cite('NCP-12', 'NCP-55', 'NCP-60'),
    given: brings(...ofConnection),
    holds: (before, step) => isConnected(before, brought(step)!),
  }),
  reaches<Sockets>('something is said of a connection', {
    ...cite('NCP-60'),
    when: (state) => isOnItsWay(state, ofConnection),
  }),
]);
