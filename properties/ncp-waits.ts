/**
 * Who waits for whom: a wait has a cause and somebody who knows of it, and when it is over nothing of it is left.
 *
 * Source  NIC 8246 pp. 10-14, 17-18; RFC 48 p. 12, RFC 55 p. 20 for time-outs and the bound of a queue; RFC 117.
 */
import { cite } from '../machines/clauses.ts';
import type { Address } from '../machines/messages.ts';
import { type Memory, same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Claim, everyStep, type Step } from '../src/model/index.ts';
import { brought, sentTo, socketAt, touched } from './ncp-step-words.ts';

const among = (addresses: readonly Address[], one: Address): boolean => addresses.some((each) => same(each, one));

/** Whoever has to say something yet, or to hear it. */
const withPeer = ['called', 'requesting', 'open', 'draining', 'awaitingRfnm', 'closing'];

/** Whose CLS a socket waits for. */
function awaited(state: Sockets, name: string): readonly Address[] {
  const { context, matches } = socketAt(state, name);
  return matches('closing') && context.peer !== null ? [context.peer, ...context.owed] : context.owed;
}

/** Whether a time-out found somebody to wait for, and the wait is over for the reason that the time-out gives. */
function endsWait(before: Sockets, step: Step, after: Sockets): boolean {
  const { party: name, message } = step;
  const [was, is] = [socketAt(before, name), socketAt(after, name)];
  const { peer, queue } = was.context;
  switch (message.type) {
    case 'PENDING_TIMES_OUT': {
      const oldest = queue[0]?.from;
      return oldest !== undefined && sentTo(step, name, 'CLS', oldest) === 1 && !waitsIn(is.context, oldest);
    }
    case 'REQUEST_TIMES_OUT':
      return was.matches('requesting') && peer !== null && sentTo(step, name, 'CLS', peer) === 1;
    case 'GIVE_UP_ON_CLS':
      return awaited(before, name).some((each) => !among(awaited(after, name), each));
    default:
      return true;
  }
}

const waitsIn = ({ queue }: Memory, one: Address): boolean => queue.some(({ from }) => same(from, one));

/** For every system with sockets. */
export const ncpWaits: readonly Claim[] = [
  everyStep<Sockets>('nobody is refused in silence', {
    ...cite('NCP-22', 'NCP-31', 'NCP-35', 'NCP-36', 'NCP-41', 'NCP-42'),
    holds: (before, step, after) =>
      touched(step).every((name) => {
        const [was, is] = [socketAt(before, name).context.owed, socketAt(after, name).context.owed];
        return is.every((each) => among(was, each) || sentTo(step, name, 'CLS', each) === 1);
      }),
  }),
  everyStep<Sockets>('a socket that calls, is called, is connected or closes knows with whom', {
    ...cite('NCP-11', 'NCP-36', 'NCP-40'),
    holds: (_before, step, after) =>
      touched(step).every((name) => {
        const { context, matches } = socketAt(after, name);
        return context.peer !== null || !withPeer.some(matches);
      }),
  }),
  everyStep<Sockets>('a time-out ends a wait, and comes only where there is one', {
    ...cite('NCP-20', 'NCP-23', 'NCP-41', 'NCP-53'),
    holds: (before, step, after) =>
      step.kind !== 'own' || !step.party.startsWith('ncp.') || endsWait(before, step, after),
  }),
  everyStep<Sockets>('nothing is kept of a host that is dead, or of a socket that has been reset', {
    ...cite('NCP-70', 'NCP-75', 'E6'),
    holds: (_before, step, after) => {
      const given = brought(step, 'RST', 'DEAD');
      if (given === undefined) return true;
      const { queue, owed } = socketAt(after, given.receiver).context;
      return [...owed, ...queue.map(({ from }) => from)].every((each) =>
        given.message.type === 'RST' ? !same(each, given.speaker) : each.host !== given.speaker.host,
      );
    },
  }),
  everyStep<Sockets>('no more requests wait at a socket than it has room for', {
    ...cite('NCP-37', 'E8', 'E16'),
    holds: (_before, step, after) =>
      touched(step).every((name) => {
        const { queue, self } = socketAt(after, name).context;
        return queue.length <= self.knobs.queueBound;
      }),
  }),
];
