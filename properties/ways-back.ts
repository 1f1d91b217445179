/**
 * What must stay possible, whatever has happened: to come free again, and to complete.
 *
 * Source  RFC 438 and RFC 478 on the whole; their silence about giving up (R438-24, R478-22); NIC 8246 p. 12.
 */
import { cite } from '../machines/clauses.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { alwaysPossible, family, reaches } from '../src/model/index.ts';
import { nearIs, twoEnds, underWay } from './ncp-words.ts';
import { completed, ends, failedAt, isFree, servers } from './three-party-facts.ts';

const allFree = (state: ThreeParty): boolean =>
  servers.every((server) => ends.every((end) => isFree(state, server, end)));
const untold = (state: ThreeParty): boolean => !servers.some((server) => failedAt(state, server));

export const waysBack = family('ways back', [
  alwaysPossible<ThreeParty>('the data sockets of both servers can always come free again', {
    ...cite('H7', 'R438-24', 'R478-22', 'NCP-40'),
    to: allFree,
  }),
  alwaysPossible<ThreeParty>('as long as no error is reported the transfer can still complete', {
    ...cite('R438-02', 'R478-02', 'FTP-34'),
    when: untold,
    to: completed,
  }),
  reaches<ThreeParty>('a data socket has to come free again', {
    ...cite('NCP-14', 'NCP-40'),
    when: (state) => !allFree(state),
  }),
]);

/** For the NCP alone. */
export const ncpWaysBack = family('ways back of sockets', [
  alwaysPossible<Sockets>('both ends can always be closed again, with nothing on its way', {
    ...cite('NCP-40', 'NCP-42'),
    to: (state) => twoEnds.every((pair) => nearIs(state, pair, 'closed') && underWay(state, pair).length === 0),
  }),
  reaches<Sockets>('an end has to be closed again', {
    ...cite('NCP-40'),
    when: (state) => twoEnds.some((pair) => nearIs(state, pair, 'open')),
  }),
]);
