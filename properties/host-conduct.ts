/**
 * A host goes down and comes back as one: its server and both its data sockets, at once.
 *
 * Source  NIC 8246 pp. 17-18; RFC 117, RFC 467, RFC 492. Faults E1 to E4.
 */
import { cite } from '../machines/clauses.ts';
import type { HostInput } from '../machines/host.ts';
import { everyStep, type Family, family, leadsTo, reaches, type View } from '../src/model/index.ts';

type Hosts = View<{ readonly [host: `host.${string}`]: HostInput }>;

const someHostIs = (state: Hosts, path: string): boolean =>
  Object.entries(state.party).some(([name, { matches }]) => name.startsWith('host.') && matches(path));
const isDown = (state: Hosts): boolean => someHostIs(state, 'down');

/** For systems in which a host crashes. */
export const hostConduct: Family = family('conduct of hosts', [
  everyStep<Hosts>('what happens to a host happens at once to its server and to both its sockets, and is the same', {
    ...cite('E1', 'E2', 'E3', 'E4', 'NCP-70', 'NCP-74'),
    holds: (before, { kind, party, message, sends }) => {
      if (kind !== 'own' || !party.startsWith('host.')) return true;
      const { restarts } = before.party[party as `host.${string}`]!.context;
      const told = sends.filter(({ from }) => from === party);
      return (
        new Set(told.map(({ to }) => to)).size === 3 &&
        told.length === 3 &&
        told.every(({ message: each }) => each.type === message.type) &&
        (message.type === 'CRASH' || told.every(({ message: each }) => each.reset === (restarts === 'with reset')))
      );
    },
  }),
  reaches<Hosts>('a host is down', { ...cite('E1', 'E4'), when: isDown }),
]);

/** For hosts that come back. */
export const hostReturns: Family = family('return of hosts', [
  leadsTo<Hosts>('a host that is to come back does so', {
    ...cite('E2', 'E3'),
    from: isDown,
    to: (state) => !isDown(state),
  }),
  reaches<Hosts>('a host is back', {
    ...cite('E2', 'E3'),
    when: (state) => someHostIs(state, 'back'),
  }),
]);
