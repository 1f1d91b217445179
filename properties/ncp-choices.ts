/**
 * What the NCPs of a run do where the documents leave it open: as the run was made, or a case that only this choice has.
 *
 * Source  NIC 8246 pp. 11-14, 26; RFC 55 pp. 4, 12; the holes H1, H37.
 */
import { cite } from '../machines/clauses.ts';
import type { NcpKnobs } from '../machines/knobs.ts';
import type { Address, Filter, HostName } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Claim, everyStep, type Family, family, reaches } from '../src/model/index.ts';
import { brought, errorsDue, said, socketAt, told } from './ncp-step-words.ts';
import { nearIs, type Pair, turned, twoEnds, underWay, withFar } from './ncp-words.ts';

const lets = (filter: Filter, { host, socket }: Address): boolean =>
  filter === null || (filter.host === host && (filter.socket === null || filter.socket === socket));

/** For every transfer, by the choices that its NCPs are made with. */
export const ncpChoices = (choices: Readonly<Record<HostName, NcpKnobs>>): readonly Claim[] => [
  everyStep<Sockets>('a caller that the filter does not let in is refused, kept or shown the door, as was chosen', {
    ...cite('NCP-35', 'R478-11', 'H1'),
    holds: (before, step, after) => {
      const given = brought(step, 'STR', 'RTS');
      if (given === undefined) return true;
      const { matches, context } = socketAt(before, given.receiver);
      const known = [...context.queue.map(({ from }) => from), ...context.owed].some((one) => same(one, given.speaker));
      if (!matches('listening') || lets(context.filter, given.speaker) || known) return true;
      if (errorsDue(before, given) !== 'none') return true;
      const refused = said(step, 'CLS').some(({ message }) => same(message.to as Address, given.speaker));
      const { context: now } = socketAt(after, given.receiver);
      const kept = now.queue.some(({ from }) => same(from, given.speaker));
      const accepted = told(step, given.receiver, 'OPENED') > 0;
      const { mismatch } = choices[context.self.host];
      if (mismatch === 'accept-check') return accepted;
      return !accepted && kept === (mismatch === 'queue') && refused !== kept;
    },
  }),
  everyStep<Sockets>('a CLS that nobody expects is an error only where that was chosen', {
    ...cite('NCP-51', 'H37'),
    holds: (_before, step) =>
      said(step, 'ERR').every(({ message }) => {
        const { host } = message.from as Address;
        return message.code !== 4 || choices[host].unknownCls === 'ERR';
      }),
  }),
];

/** For NCPs of transfers that keep requests for which nobody waits, where such requests come. */
export const requestsWait: Family = family('requests wait', [
  reaches<Sockets>('a request waits at a socket that nobody uses', {
    ...cite('NCP-21', 'NCP-23'),
    when: (state) =>
      Object.entries(state.party).some(([name, { matches }]) => name.startsWith('ncp.') && matches('pending')),
  }),
]);

const ofEachEnd = (
  says: (pair: Pair) => string,
  cites: { readonly cites: readonly string[] },
  when: (state: Sockets, pair: Pair) => boolean,
) => twoEnds.map((pair) => reaches<Sockets>(says(pair), { ...cites, when: (state) => when(state, pair) }));

/** For NCPs that give up waiting for a CLS. */
export const givesUp: Family = family(
  'giving up',
  ofEachEnd(
    ({ near }) => `the end in ${near.host} is free while the other one has not yet answered its CLS`,
    cite('NCP-53', 'NCP-54'),
    (state, pair) => nearIs(state, pair, 'closed') && withFar(state, turned(pair), 'open'),
  ),
);

/** For systems in which either process decides about callers. */
export const eitherDecides: Family = family(
  'either decides',
  ofEachEnd(
    ({ near }) => `a caller waits for the process in ${near.host} to decide`,
    cite('NCP-36'),
    (state, pair) => nearIs(state, pair, 'called'),
  ),
);

/** For NCPs to which a CLS of a pair that they do not know is an error. */
export const unknownClsIsError: Family = family(
  'unknown CLS is an error',
  ofEachEnd(
    ({ near }) => `the host ${near.host} complains of a CLS that it did not expect`,
    cite('NCP-51', 'H37'),
    (state, pair) => underWay(state, pair).some(({ type, code }) => type === 'ERR' && code === 4),
  ),
);

/** For a stranger whose own NCP lets it call a socket of the same gender. */
export const sameGenderCalls: Family = family('same gender', [
  reaches<Sockets>('a request from a socket to one of the same gender is on its way', {
    ...cite('NCP-03', 'NCP-04'),
    when: (state) =>
      Object.entries(state.channel).some(
        ([name, messages]) =>
          name.startsWith('wire.') &&
          messages.some(
            ({ type, from, to }) =>
              (type === 'STR' || type === 'RTS') && (from as Address).socket % 2 === (to as Address).socket % 2,
          ),
      ),
  }),
]);
