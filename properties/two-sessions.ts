/**
 * Two sessions side by side: neither keeps the other from its end.
 *
 * Source  RFC 438, RFC 478: each speaks of one user and two servers, and of nobody else who is served meanwhile.
 */
import { cite } from '../machines/clauses.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { sessionOf } from '../machines/systems/two-sessions.ts';
import { type View, family, outcomes, reaches, restsOnly } from '../src/model/index.ts';
import { completed, isTransferring, servers } from './three-party-facts.ts';

/** Both sessions, each under the names that a single one has. */
const sessions = (state: View): readonly ThreeParty[] =>
  (['1', '2'] as const).map((session) => sessionOf(state, session) as unknown as ThreeParty);

export const sideBySide = family('side by side', [
  outcomes('two transfers at once both complete', { ...cite('R438-02', 'R478-02'), only: ['both: completes'] }),
  restsOnly('no session rests before its transfer is complete', {
    ...cite('R438-02', 'R478-02'),
    in: (state) => sessions(state).every(completed),
  }),
  reaches('all four servers have a transfer command at once', {
    ...cite('R438-15', 'R478-09'),
    when: (state) => sessions(state).every((session) => servers.every((server) => isTransferring(session, server))),
  }),
]);
