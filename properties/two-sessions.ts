/**
 * Two sessions side by side: neither keeps the other from its end.
 *
 * Source  RFC 438, RFC 478: each speaks of one user and two servers, and of nobody else who is served meanwhile.
 */
import { cite } from '../machines/clauses.ts';
import { secondary } from '../machines/ftp-replies.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { sessionOf } from '../machines/systems/two-sessions.ts';
import { everyStep, type Step, type View, family, outcomes, reaches, restsOnly } from '../src/model/index.ts';
import { completed, isTransferring, servers, talk } from './three-party-facts.ts';

/** Both sessions, each under the names that a single one has. */
const sessions = (state: View): readonly ThreeParty[] =>
  (['1', '2'] as const).map((session) => sessionOf(state, session) as unknown as ThreeParty);

/** Where a step brings a user the end of a transfer: the session, and the server that reports it. */
function endHeard({ kind, channel = '', message }: Step) {
  const [, session, server] = /^([12])\.control\.([BC])>A$/.exec(channel) ?? [];
  const isEnd = kind === 'deliver' && secondary.some((code) => code === message.code);
  return isEnd && session !== undefined ? { session: Number(session) - 1, server: server as 'B' | 'C' } : undefined;
}

export const sideBySide = family('side by side', [
  outcomes('two transfers at once both complete', { ...cite('R438-02', 'R478-02'), only: ['both: completes'] }),
  restsOnly('no session rests before its transfer is complete', {
    ...cite('R438-02', 'R478-02'),
    in: (state) => sessions(state).every(completed),
  }),
  everyStep('no user hears of the end of a transfer before its beginning', {
    ...cite('FTP-04', 'FTP-35'),
    given: (_before, step) => endHeard(step) !== undefined,
    holds: (before, step) => {
      const { session, server } = endHeard(step)!;
      return talk(sessions(before)[session]!, server).begun;
    },
  }),
  reaches('all four servers have a transfer command at once', {
    ...cite('R438-15', 'R478-09'),
    when: (state) => sessions(state).every((session) => servers.every((server) => isTransferring(session, server))),
  }),
]);
