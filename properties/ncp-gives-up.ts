/**
 * An NCP that does not wait for ever for a CLS: what that is good for when one is lost.
 *
 * Source  NIC 8246 p. 14; RFC 689.
 */
import { cite } from '../machines/clauses.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Family, family, leadsTo, reaches } from '../src/model/index.ts';
import { awaitsCls, owed, twoEnds, underWay, turned } from './ncp-words.ts';

/** For systems in which messages are lost. */
export const ncpGivesUp: Family = family('giving up on CLS', [
  leadsTo<Sockets>('an NCP that gives up on CLS waits for none for ever', {
    ...cite('NCP-53', 'E15', 'E19'),
    from: (state) => twoEnds.some((pair) => awaitsCls(state, pair)),
    to: (state) => twoEnds.every((pair) => !awaitsCls(state, pair)),
  }),
  reaches<Sockets>('a CLS that somebody who was refused owes will never come', {
    ...cite('NCP-53', 'E15'),
    when: (state) =>
      twoEnds.some(
        (pair) =>
          owed(state, pair) &&
          !awaitsCls(state, turned(pair)) &&
          underWay(state, pair).length + underWay(state, turned(pair)).length === 0,
      ),
  }),
]);
