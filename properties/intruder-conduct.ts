/**
 * The stranger keeps to the rules of its NCP: what it does to others it does by calls that everybody may make.
 *
 * Source  RFC 438 c; RFC 478; faults E7 to E9.
 */
import { cite } from '../machines/clauses.ts';
import type { IntruderMemory } from '../machines/intruder.ts';
import { nameOf } from '../machines/systems/names.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { always, type Family, everyStep, family, reaches } from '../src/model/index.ts';

const calls: Readonly<Record<string, readonly string[]>> = {
  CALL: ['CONNECT'],
  STRIKE: ['SEND', 'CLOSE'],
  HANG_UP: ['CLOSE'],
};
const agrees: Readonly<Record<string, readonly string[]>> = {
  outside: ['closed', 'pending'],
  calling: ['requesting', 'closing'],
  inside: ['open'],
  leaving: ['closing', 'draining', 'awaitingRfnm'],
};

const memoryOf = (state: ThreeParty): IntruderMemory => state.party.intruder.context;

/** For every system with a stranger. */
export const intruderConduct: Family = family('conduct of the stranger', [
  everyStep<ThreeParty>('the stranger makes the calls that it means, and counts them', {
    ...cite('E7', 'NCP-40', 'NCP-61'),
    holds: (before, { kind, party, message, sends }, after) => {
      if (kind !== 'own' || party !== 'intruder') return true;
      const made = sends.filter(({ from }) => from === 'intruder').map((sending) => sending.message);
      const { socket, target, calls: left } = memoryOf(before);
      return (
        made.map(({ type }) => type).join() === calls[message.type]?.join() &&
        made.every(
          (call) =>
            call.socket === socket && (call.to === undefined || JSON.stringify(call.to) === JSON.stringify(target)),
        ) &&
        memoryOf(after).calls === left - (message.type === 'CALL' ? 1 : 0) &&
        memoryOf(after).calls >= 0
      );
    },
  }),
  everyStep<ThreeParty>('the stranger keeps every piece that it gets, and asks for one more', {
    ...cite('E7', 'NCP-60'),
    holds: (before, { sends }, after) => {
      const got = sends.filter(({ to, message }) => to === 'intruder' && message.type === 'ARRIVED').length;
      const asked = sends.filter(({ from, message }) => from === 'intruder' && message.type === 'GRANT').length;
      const opened = sends.filter(({ to, message }) => to === 'intruder' && message.type === 'OPENED').length;
      const kept = memoryOf(after).stolen.length - memoryOf(before).stolen.length;
      if (memoryOf(before).socket % 2 === 1) return kept === 0 && asked === 0;
      return before.party.intruder.matches('leaving') ? asked === 0 : kept === got && asked === got + opened;
    },
  }),
  always<ThreeParty>('the stranger knows what has become of its socket', {
    ...cite('NCP-12', 'NCP-22', 'NCP-40', 'NCP-42'),
    holds: (state) => {
      const { matches } = state.party[nameOf({ host: 'X', socket: memoryOf(state).socket }) as `ncp.${string}`]!;
      return Object.entries(agrees).every(([name, may]) => !state.party.intruder.matches(name) || may.some(matches));
    },
  }),
  reaches<ThreeParty>('the stranger has called as often as it may', {
    ...cite('E7'),
    when: (state) => memoryOf(state).calls === 0,
  }),
]);
