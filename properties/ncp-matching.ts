/**
 * Matching requests: who may ask whom, and what both ends may believe of a connection.
 *
 * Source  NIC 8246 pp. 9-12. P01 to P05 and P11 of the catalogue.
 */
import { cite } from '../machines/clauses.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { always, type Claim, type Family, family, leadsTo, reaches } from '../src/model/index.ts';
import { count, memory, nearIs, type Pair, threeEnds, turned, twoEnds, withFar } from './ncp-words.ts';

const odd = (socket: number): boolean => socket % 2 === 1;
const requests = ['STR', 'RTS'] as const;
const closes = (state: Sockets, pair: Pair): boolean =>
  count(state, pair, 'CLS') + count(state, turned(pair), 'CLS') > 0;

const bothOpen = (state: Sockets, pair: Pair): boolean =>
  withFar(state, pair, 'open') && withFar(state, turned(pair), 'open');

/** Of an end that is open: the other knows it, or one of them is about to learn of the opening, or of the end. */
const agreed = (state: Sockets, pair: Pair): boolean =>
  same(memory(state, turned(pair)).peer, pair.near) ||
  count(state, pair, ...requests) > 0 ||
  closes(state, pair) ||
  nearIs(state, turned(pair), 'down') ||
  count(state, turned(pair), 'RST', 'DEAD') > 0;

/** What both ends of a connection owe each other, in any system: P01 to P05 for the pairs given. */
export const agreementOf = (pairs: readonly Pair[]): readonly Claim[] => [
  always<Sockets>('P01 a connection joins a send socket and a receive socket', {
    ...cite('NCP-03', 'NCP-04'),
    given: (state) => pairs.some((pair) => withFar(state, pair, 'open')),
    holds: (state) =>
      pairs.every((pair) => !withFar(state, pair, 'open') || odd(pair.near.socket) !== odd(pair.far.socket)),
  }),
  always<Sockets>('P02 STR comes from send sockets only, RTS from receive sockets only', {
    ...cite('NCP-06'),
    holds: (state) => pairs.every((pair) => count(state, pair, odd(pair.near.socket) ? 'RTS' : 'STR') === 0),
  }),
  always<Sockets>('P03 at most one end holds a connection with a socket that is not being closed', {
    ...cite('NCP-14'),
    given: (state) => pairs.some((pair) => withFar(state, pair, 'open')),
    holds: (state) =>
      pairs.every(
        ({ near }) =>
          pairs.filter((pair) => same(pair.far, near) && withFar(state, pair, 'open') && !closes(state, pair)).length <=
          1,
      ),
  }),
  always<Sockets>('P04 whoever is connected is connected with somebody who knows it, or soon will', {
    ...cite('NCP-02', 'NCP-11', 'NCP-12'),
    given: (state) => pairs.some((pair) => withFar(state, pair, 'open')),
    holds: (state) => pairs.every((pair) => !withFar(state, pair, 'open') || agreed(state, pair)),
  }),
  always<Sockets>('P05 both ends of a connection name the same link', {
    ...cite('NCP-07', 'NCP-08'),
    given: (state) => pairs.some((pair) => bothOpen(state, pair)),
    holds: (state) =>
      pairs.every((pair) => !bothOpen(state, pair) || memory(state, pair).link === memory(state, turned(pair)).link),
  }),
];

const matchingOf = (name: string, pairs: readonly Pair[]): Family =>
  family(name, [
    ...agreementOf(pairs),
    leadsTo<Sockets>('P11 two requests that cross do not stay requests', {
      ...cite('NCP-13'),
      from: (state) => twoEnds.some((pair) => crossing(state, pair)),
      to: (state) => twoEnds.every((pair) => !withFar(state, pair, 'requesting')),
    }),
    reaches<Sockets>('two requests cross', {
      ...cite('NCP-13'),
      when: (state) => pairs.some((pair) => crossing(state, pair)),
    }),
    reaches<Sockets>('one end is open before the other', {
      ...cite('NCP-12'),
      when: (state) => pairs.some((pair) => withFar(state, pair, 'open') && withFar(state, turned(pair), 'requesting')),
    }),
    reaches<Sockets>('both ends are open', {
      ...cite('NCP-12'),
      when: (state) => pairs.some((pair) => bothOpen(state, pair)),
    }),
    reaches<Sockets>('a request is on its way to a listener', {
      ...cite('NCP-28'),
      when: (state) =>
        pairs.some((pair) => nearIs(state, turned(pair), 'listening') && count(state, pair, ...requests) > 0),
    }),
  ]);

const crossing = (state: Sockets, pair: Pair): boolean =>
  [pair, turned(pair)].every((each) => withFar(state, each, 'requesting') && count(state, each, ...requests) > 0);

/** For the two ends alone. */
export const ncpMatching: Family = matchingOf('matching requests', twoEnds);
/** For systems with a rival. */
export const ncpMatchingWithRival: Family = matchingOf('matching requests, with a rival', threeEnds);
