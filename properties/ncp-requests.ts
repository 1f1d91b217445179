/**
 * What becomes of a request for which nobody waits, and of one for a socket that is busy: as the NCP does it, and nothing
 * else.
 *
 * Source  NIC 8246 pp. 10-12; RFC 55 pp. 17-20; RFC 36 p. 4, RFC 46 p. 7 for busy sockets.
 */
import { cite } from '../machines/clauses.ts';
import type { Address } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Claim, everyStep } from '../src/model/index.ts';
import { type Brought, brought, errorsDue, fromPeer, said, socketAt } from './ncp-step-words.ts';

type Answer = 'kept' | 'refused' | 'dropped';

const among = (addresses: readonly Address[], one: Address): boolean => addresses.some((each) => same(each, one));

/** What a request gets that nobody awaits; undefined where it is no such request. */
function answerDue(before: Sockets, given: Brought): Answer | undefined {
  const { context, matches } = socketAt(before, given.receiver);
  const { self, queue, owed } = context;
  const known = fromPeer(before, given) || queue.some(({ from }) => same(from, given.speaker));
  if (known || errorsDue(before, given) !== 'none' || ['listening', 'down', 'resetting'].some(matches))
    return undefined;
  if (among(owed, given.speaker)) return 'dropped';
  const { size } = given.message;
  const sizeRight = size === undefined || self.acceptsSize === null || self.acceptsSize === size;
  const hasRoom = queue.length < self.knobs.queueBound;
  if ((matches('closed') || matches('pending')) && sizeRight) {
    if (self.knobs.unlistened === 'D') return 'dropped';
    return self.knobs.unlistened !== 'R' && hasRoom ? 'kept' : 'refused';
  }
  return self.knobs.busy === 'queue' && sizeRight && hasRoom ? 'kept' : 'refused';
}

/** For every system with sockets. */
export const ncpRequests: readonly Claim[] = [
  everyStep<Sockets>('a request that nobody awaits is kept, refused or dropped, as the NCP does it', {
    ...cite('NCP-14', 'NCP-21', 'NCP-22', 'NCP-24', 'NCP-32', 'NCP-33', 'NCP-37', 'NCP-49', 'H32'),
    holds: (before, step, after) => {
      const given = brought(step, 'STR', 'RTS');
      const due = given && answerDue(before, given);
      if (given === undefined || due === undefined) return true;
      const refusals = said(step, 'CLS').filter(({ message }) => same(message.to as Address, given.speaker)).length;
      const { queue, owed } = socketAt(after, given.receiver).context;
      const kept = queue.some(({ from }) => same(from, given.speaker));
      if (due === 'refused') return refusals === 1 && !kept && among(owed, given.speaker);
      return refusals === 0 && kept === (due === 'kept');
    },
  }),
  everyStep<Sockets>('whoever is refused owes a CLS until it comes, and nobody else does', {
    ...cite('NCP-41', 'NCP-47', 'NCP-48', 'NCP-53'),
    holds: (before, step, after) => {
      const given = brought(step, 'CLS');
      if (given === undefined) return true;
      const [was, is] = [socketAt(before, given.receiver), socketAt(after, given.receiver)];
      if (
        ['down', 'resetting', 'closing', 'open', 'requesting', 'called', 'draining'].some(was.matches) &&
        fromPeer(before, given)
      )
        return true;
      return ['down', 'resetting'].some(was.matches) || !among(is.context.owed, given.speaker);
    },
  }),
];
