/**
 * Requests that are held for somebody who may never want them.
 *
 * Source  NIC 8246 p. 11; RFC 55 p. 12; P14.
 */
import { cite } from '../machines/clauses.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Family, family, leadsTo, reaches } from '../src/model/index.ts';
import { nearIs, queued, turned, twoEnds, withFar } from './ncp-words.ts';

/** For NCPs that queue. */
export const ncpPending: Family = family('pending calls', [
  leadsTo<Sockets>('P14 no call pends for ever', {
    ...cite('NCP-20', 'NCP-21', 'NCP-23'),
    from: (state) => twoEnds.some((pair) => nearIs(state, pair, 'pending')),
    to: (state) => twoEnds.every((pair) => !nearIs(state, pair, 'pending')),
  }),
  reaches<Sockets>('a call pends', {
    ...cite('NCP-21'),
    when: (state) => twoEnds.some((pair) => nearIs(state, pair, 'pending')),
  }),
  reaches<Sockets>('a call pends whose caller has withdrawn', {
    ...cite('NCP-50'),
    when: (state) => twoEnds.some((pair) => queued(state, pair) && withFar(state, turned(pair), 'closing')),
  }),
]);
