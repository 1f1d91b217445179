/**
 * The course of a transfer: what comes before what, and what follows; told by the steps, not by what somebody remembers.
 *
 * Source  RFC 438 b and its example; RFC 478; RFC 354 pp. 18-22.
 */
import { cite } from '../machines/clauses.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';
import { not, precedence, releases, response, state, taken } from '../src/ltl/index.ts';
import { family, ltl, reaches } from '../src/model/index.ts';
import { endsTransfer, hears, requests, takesCommand } from './propositions.ts';
import { ends, isOpen, servers } from './three-party-facts.ts';

const toldToWait = taken('told to wait', (step) => takesCommand(step, 'LSTN', 'PASV'));
const takesTransfer = taken('takes a transfer command', (step) => takesCommand(step, 'RETR', 'RTRV', 'STOR', 'APPE'));
const request = taken('requests', requests);
const open = state<ThreeParty>('open', (at) => servers.some((server) => ends.some((end) => isOpen(at, server, end))));

export const course = family('course of a transfer', [
  ltl('no request for a data connection goes out before a server has been told to wait', {
    ...cite('R438-10', 'R438-21', 'R478-06', 'FTP-30'),
    formula: precedence(toldToWait, request),
  }),
  ltl('no data connection opens before a server has taken a transfer command', {
    ...cite('R438-14', 'R438-15', 'R478-09', 'FTP-31'),
    formula: releases(takesTransfer, not(open)),
  }),
  ...servers.map((server) => {
    const from = ({ channel }: { readonly channel?: string }): boolean => channel === `control.${server}>A`;
    return ltl(`when ${server} reports the beginning of a transfer, it reports an end`, {
      ...cite('FTP-04', 'FTP-38', 'FTP-40'),
      formula: response(
        taken(`250 of ${server}`, (step) => from(step) && hears(step, (code) => code === 250)),
        taken(`end at ${server}`, (step) => from(step) && hears(step, endsTransfer)),
      ),
    });
  }),
  reaches<ThreeParty>('a data connection is open at one end', {
    ...cite('R438-15', 'NCP-12'),
    when: (at) => servers.some((server) => ends.some((end) => isOpen(at, server, end))),
  }),
]);
