/**
 * Matched close: a connection, a request or a refusal is over when CLS has gone both ways.
 *
 * Source  NIC 8246 pp. 12-14, with the two races worked out on p. 13 and the warning of p. 14; P09, P10, P12, P13, P39.
 */
import { cite } from '../machines/clauses.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { always, type Claim, everyStep, type Family, family, leadsTo, reaches, type Step } from '../src/model/index.ts';
import {
  awaitsCls,
  brings,
  count,
  memory,
  nearIs,
  owed,
  type Pair,
  queued,
  says,
  threeEnds,
  turned,
  twoEnds,
  underWay,
  withFar,
} from './ncp-words.ts';

/** What an end may go on to without the pair being over. */
const goesOn: Readonly<Record<string, readonly string[]>> = {
  requesting: ['requesting', 'open', 'closing'],
  open: ['open', 'draining', 'awaitingRfnm', 'closing'],
  draining: ['draining', 'awaitingRfnm', 'closing'],
  awaitingRfnm: ['awaitingRfnm'],
  closing: ['closing'],
};

const leaves = (before: Sockets, pair: Pair, after: Sockets): boolean =>
  Object.entries(goesOn).some(([from, later]) => withFar(before, pair, from) && !withFar(after, pair, ...later));

const outage = ({ message }: Step): boolean => ['CRASH', 'RST', 'DEAD'].includes(message.type);

const bothWays = (before: Sockets, step: Step, pair: Pair): boolean => {
  const sent = withFar(before, pair, 'closing') || says(step, pair, 'CLS');
  const received = withFar(before, pair, 'awaitingRfnm') || brings(step, pair, 'CLS');
  return sent && received;
};

const knows = (state: Sockets, pair: Pair): boolean =>
  same(memory(state, pair).peer, pair.far) ||
  owed(state, pair) ||
  queued(state, pair) ||
  nearIs(state, pair, 'down', 'resetting');

/**
 * The next that the far end hears is a CLS; it has asked anew, and takes that CLS for a refusal. The near end has not seen
 * the new request, and waits for no answer of its own: the CLS is an older one's.
 */
const meetsLaterRequest = (state: Sockets, pair: Pair): boolean =>
  underWay(state, pair)[0]?.type === 'CLS' &&
  withFar(state, turned(pair), 'requesting') &&
  count(state, turned(pair), 'STR', 'RTS') > 0 &&
  !awaitsCls(state, pair);

const abortMeetsAcceptance = (state: Sockets, pair: Pair): boolean =>
  withFar(state, pair, 'closing') &&
  withFar(state, turned(pair), 'open') &&
  count(state, pair, 'CLS') > 0 &&
  count(state, turned(pair), 'STR', 'RTS') > 0;

const bothClose = (state: Sockets, pair: Pair): boolean =>
  withFar(state, pair, 'closing') && withFar(state, turned(pair), 'closing');

/** P10 for the pairs given. */
export const strictReuseOf = (pairs: readonly Pair[]): Claim =>
  everyStep<Sockets>('P10 no request for a pair before its exchange of CLS is over', {
    ...cite('NCP-15', 'NCP-55'),
    given: (_before, step) => pairs.some((pair) => says(step, pair, 'STR', 'RTS')),
    holds: (before, step) =>
      pairs.every(
        (pair) =>
          !says(step, pair, 'STR', 'RTS') || !awaitsCls(before, pair) || brings(step, pair, 'CLS', 'RST', 'DEAD'),
      ),
  });

const closingOf = (name: string, pairs: readonly Pair[]): Family =>
  family(name, [
    everyStep<Sockets>('P09 a pair is over for an end only when CLS has gone both ways', {
      ...cite('NCP-40', 'NCP-41', 'NCP-42', 'NCP-53'),
      given: (before, step, after) => !outage(step) && pairs.some((pair) => leaves(before, pair, after)),
      holds: (before, step, after) =>
        pairs.every((pair) => !leaves(before, pair, after) || bothWays(before, step, pair)),
    }),
    strictReuseOf(pairs),
    leadsTo<Sockets>('P12 two CLS that cross end both waits', {
      ...cite('NCP-47'),
      from: (state) => twoEnds.some((pair) => bothClose(state, pair)),
      to: (state) => twoEnds.every((pair) => !withFar(state, pair, 'closing')),
    }),
    leadsTo<Sockets>('P13 an acceptance that crosses an abort leaves nothing open', {
      ...cite('NCP-49'),
      from: (state) => twoEnds.some((pair) => abortMeetsAcceptance(state, pair)),
      to: (state) => twoEnds.every((pair) => !withFar(state, pair, 'closing') || !withFar(state, turned(pair), 'open')),
    }),
    always<Sockets>('P39 a CLS never meets a later request of its pair', {
      ...cite('NCP-54', 'E19'),
      given: (state) => pairs.some((pair) => underWay(state, pair)[0]?.type === 'CLS'),
      holds: (state) => pairs.every((pair) => !meetsLaterRequest(state, pair)),
    }),
    always<Sockets>('a CLS never reaches an end that knows nothing of the pair', {
      ...cite('NCP-52'),
      given: (state) => pairs.some((pair) => underWay(state, pair)[0]?.type === 'CLS'),
      holds: (state) => pairs.every((pair) => underWay(state, pair)[0]?.type !== 'CLS' || knows(state, turned(pair))),
    }),
    reaches<Sockets>('an abort and a refusal cross, and each takes the other for its answer', {
      ...cite('NCP-48'),
      when: (state) =>
        pairs.some(
          (pair) =>
            withFar(state, pair, 'closing') &&
            owed(state, turned(pair)) &&
            count(state, pair, 'CLS') > 0 &&
            count(state, turned(pair), 'CLS') > 0,
        ),
    }),
    reaches<Sockets>('an acceptance is on its way to an end that has withdrawn its request', {
      ...cite('NCP-49'),
      when: (state) => pairs.some((pair) => abortMeetsAcceptance(state, pair)),
    }),
    reaches<Sockets>('two CLS cross', {
      ...cite('NCP-47'),
      when: (state) =>
        pairs.some(
          (pair) => bothClose(state, pair) && count(state, pair, 'CLS') > 0 && count(state, turned(pair), 'CLS') > 0,
        ),
    }),
    reaches<Sockets>('a socket is free again after a connection', {
      ...cite('NCP-43'),
      when: (state) => pairs.some((pair) => nearIs(state, pair, 'closed') && withFar(state, turned(pair), 'closing')),
    }),
  ]);

/** For the two ends alone. */
export const ncpClosing: Family = closingOf('matched close', twoEnds);
/** For systems with a rival. */
export const ncpClosingWithRival: Family = closingOf('matched close, with a rival', threeEnds);

/** The letter of NIC 8246 p. 12: not the pair but both its sockets are busy until CLS has gone both ways. */
export const ncpClosingByTheLetter: Family = family('matched close, by the letter', [
  everyStep<Sockets>('P10 no request from a socket that waits for any CLS', {
    ...cite('NCP-15', 'NCP-40', 'NCP-41'),
    given: (_before, step) => threeEnds.some((pair) => says(step, pair, 'STR', 'RTS')),
    holds: (before, step, after) =>
      threeEnds.every(
        (pair) =>
          !says(step, pair, 'STR', 'RTS') ||
          threeEnds.every(
            (other) => !same(other.near, pair.near) || !awaitsCls(before, other) || !awaitsCls(after, other),
          ),
      ),
  }),
  reaches<Sockets>('a socket waits for the CLS of somebody whom it has refused', {
    ...cite('NCP-41'),
    when: (state) => threeEnds.some((pair) => owed(state, pair)),
  }),
]);
