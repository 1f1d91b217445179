/**
 * The processes behind the sockets: each keeps to the calls that it may make, and knows what its NCP has told it.
 *
 * Source  RFC 55 pp. 3-5 for the calls; NIC 8246 pp. 11-15.
 */
import { cite } from '../machines/clauses.ts';
import { allows } from '../machines/ncp-memory.ts';
import { nameOf } from '../machines/systems/names.ts';
import { receiverEnd, senderEnd, type Sockets } from '../machines/systems/two-sockets.ts';
import type { Address, Filter } from '../machines/messages.ts';
import { always, type Family, everyStep, family, reaches, type Step } from '../src/model/index.ts';

/** The call that each whim makes. */
const callOf: Readonly<Record<string, string>> = {
  CONNECT: 'CONNECT',
  LISTEN: 'LISTEN',
  LISTEN_FOR_PEER: 'LISTEN',
  LISTEN_FOR_OTHER: 'LISTEN',
  ACCEPT: 'ACCEPT',
  CLOSE: 'CLOSE',
  SEND: 'SEND',
  GRANT: 'GRANT',
  CRASH: 'CRASH',
  RESTART: 'RESTART',
};
const spends: Readonly<Record<string, 'calls' | 'pieces' | 'crashes'>> = {
  CONNECT: 'calls',
  LISTEN: 'calls',
  LISTEN_FOR_PEER: 'calls',
  LISTEN_FOR_OTHER: 'calls',
  SEND: 'pieces',
  GRANT: 'pieces',
  CRASH: 'crashes',
};
const counted = ['calls', 'pieces', 'crashes'] as const;

/** What the socket may be in while its process is in a state. */
const agrees: Readonly<Record<string, readonly string[]>> = {
  idle: ['closed', 'pending', 'closing', 'resetting'],
  listening: ['listening', 'closing', 'resetting'],
  asked: ['called', 'abandoned'],
  requesting: ['requesting', 'closing', 'resetting'],
  connected: ['open', 'awaitingRfnm'],
  leaving: ['closing', 'draining', 'awaitingRfnm', 'resetting'],
  requestingAgain: ['closing', 'draining', 'awaitingRfnm', 'resetting'],
  listeningAgain: ['closing', 'draining', 'awaitingRfnm', 'resetting'],
  down: ['down'],
};
const twoEnds: readonly Address[] = [senderEnd, receiverEnd];

const processAt = (state: Sockets, name: string) => state.party[name as `process.${string}`]!;

/** Whom a process listens for in the step: as it says there, or has said; undefined when it does not listen. */
function filterIn(before: Sockets, { sends }: Step, name: string): Filter | undefined {
  const call = sends.find(({ from, message }) => from === name && message.type === 'LISTEN');
  if (call) return call.message.filter as Filter;
  const { matches, context } = processAt(before, name);
  return ['listening', 'listeningAgain'].some(matches) ? context.filter : undefined;
}

/** Whether the NCP leaves it to its process to look at whom it is connected with (H1). */
const looksItself = (state: Sockets, end: Address): boolean =>
  state.party[nameOf(end) as `ncp.${string}`]!.context.self.knobs.mismatch === 'accept-check';

/** For the systems of two sockets. */
export const processConduct: Family = family('conduct of processes', [
  everyStep<Sockets>('a process makes the one call that it means, and counts it', {
    ...cite('NCP-28', 'NCP-36', 'NCP-40', 'NCP-60', 'NCP-61', 'E2'),
    holds: (before, { kind, party, message, sends }, after) => {
      if (kind !== 'own' || !party.startsWith('process.')) return true;
      const [call, ...more] = sends.filter(({ from }) => from === party).map((sending) => sending.message);
      const [was, is] = [processAt(before, party).context, processAt(after, party).context];
      return (
        call?.type === callOf[message.type] &&
        more.length === 0 &&
        (call?.socket === undefined || call.socket === was.socket) &&
        counted.every((kept) => is[kept] === was[kept] - (spends[message.type] === kept ? 1 : 0) && is[kept] >= 0)
      );
    },
  }),
  everyStep<Sockets>('a process listens for whom it means', {
    ...cite('NCP-28', 'NCP-30'),
    holds: (before, { kind, party, message, sends }) => {
      if (kind !== 'own' || !party.startsWith('process.')) return true;
      const { peer } = processAt(before, party).context;
      const filters = {
        LISTEN: null,
        LISTEN_FOR_PEER: peer,
        LISTEN_FOR_OTHER: { host: peer.host, socket: peer.socket + 2 },
      } as const;
      const call = sends.find(({ from }) => from === party)?.message;
      if (message.type === 'CONNECT') return JSON.stringify(call?.to) === JSON.stringify(peer);
      if (!(message.type in filters)) return true;
      return JSON.stringify(call?.filter) === JSON.stringify(filters[message.type as keyof typeof filters]);
    },
  }),
  everyStep<Sockets>('a process sends in order what it was allowed to, and only then', {
    ...cite('NCP-60', 'NCP-61'),
    holds: (before, { kind, party, message, sends }, after) => {
      if (kind !== 'own' || !party.startsWith('process.')) return true;
      const [was, is] = [processAt(before, party).context, processAt(after, party).context];
      const call = sends.find(({ from }) => from === party)?.message;
      if (message.type === 'GRANT') return call?.messages === 1;
      if (message.type !== 'SEND') return true;
      const { of, piece } = (call?.bytes ?? {}) as { readonly of?: string; readonly piece?: number };
      return was.credit > 0 && is.credit === was.credit - 1 && of === was.host && piece === was.pieces;
    },
  }),
  everyStep<Sockets>('a process that listens is shown, and connected with, nobody else than it listens for', {
    ...cite('NCP-28', 'NCP-30', 'NCP-36', 'H1'),
    holds: (before, step) =>
      twoEnds.every((end) => {
        const filter = filterIn(before, step, `process.${end.host}`);
        return (
          filter === undefined ||
          looksItself(before, end) ||
          step.sends.every(({ from, message }) => {
            if (from !== nameOf(end) || (message.type !== 'CALLED' && message.type !== 'OPENED')) return true;
            return allows(filter, (message.caller ?? message.peer) as Address);
          })
        );
      }),
  }),
  everyStep<Sockets>('a LISTEN turns away nobody that it asks for', {
    ...cite('NCP-28', 'NCP-30', 'NCP-36'),
    holds: (_before, { sends }) =>
      sends
        .filter(({ message }) => message.type === 'LISTEN')
        .every(({ to: socket, message: { filter } }) =>
          sends.every(
            ({ from, message }) =>
              from !== socket || message.type !== 'CLS' || !allows(filter as Filter, message.to as Address),
          ),
        ),
  }),
  always<Sockets>('a process knows what has become of its socket', {
    ...cite('NCP-12', 'NCP-22', 'NCP-40', 'NCP-43', 'NCP-76'),
    holds: (state) =>
      twoEnds.every((end) => {
        const process = processAt(state, `process.${end.host}`);
        const { matches } = state.party[nameOf(end) as `ncp.${string}`]!;
        return Object.entries(agrees).every(([name, may]) => !process.matches(name) || may.some(matches));
      }),
  }),
  reaches<Sockets>('a process has called or listens', {
    ...cite('NCP-28'),
    when: (state) => twoEnds.some(({ host }) => !processAt(state, `process.${host}`).matches('idle')),
  }),
]);
