/**
 * A host goes down and comes back: what the other end is left with.
 *
 * Source  NIC 8246 pp. 17-18; RFC 467, RFC 492; P37, P37b, P38.
 */
import { cite } from '../machines/clauses.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { always, everyStep, type Family, family, leadsTo, reaches, type Step } from '../src/model/index.ts';
import {
  brings,
  count,
  isTold,
  memory,
  nearIs,
  owed,
  type Pair,
  queued,
  turned,
  twoEnds,
  underWay,
  withFar,
} from './ncp-words.ts';

const names = (state: Sockets, pair: Pair): boolean =>
  same(memory(state, pair).peer, pair.far) || owed(state, pair) || queued(state, pair);

/** The near end is open, and the far one is down or has forgotten it: with a reset under way, not for long. */
const isForgotten = (state: Sockets, pair: Pair): boolean =>
  withFar(state, pair, 'open') && !same(memory(state, turned(pair)).peer, pair.near);

/** The near end is open, the far one is up again and has forgotten it, and nothing is on its way that would tell. */
const halfOpen = (state: Sockets, pair: Pair): boolean =>
  isForgotten(state, pair) &&
  !nearIs(state, turned(pair), 'down', 'resetting') &&
  count(state, pair, 'STR', 'RTS', 'CLS') === 0 &&
  underWay(state, turned(pair)).length === 0;

/** The near end has the answer to its RST. */
const isReset = (before: Sockets, step: Step, pair: Pair): boolean =>
  brings(step, pair, 'RRP') && nearIs(before, pair, 'resetting');
/** RST comes to the near end while it is open. */
const losesOpen = (before: Sockets, step: Step, pair: Pair): boolean =>
  brings(step, pair, 'RST') && withFar(before, pair, 'open');

/** Every socket that resets others, with each of these. */
const resetting = (state: Sockets): readonly Pair[] =>
  twoEnds.flatMap((pair) =>
    memory(state, pair).self.resets.map((far) => ({ ...pair, far, out: `wire.${pair.near.host}>${far.host}` })),
  );

/** The near end has sent RST, and that or the answer to it is still on its way. */
const isUnanswered = (state: Sockets, pair: Pair): boolean =>
  count(state, pair, 'RST') + count(state, turned(pair), 'RRP') > 0;

/** For hosts that reset the others when they come back. */
export const ncpReset: Family = family('reset', [
  everyStep<Sockets>('P37 when RST and RRP are exchanged, neither end names the other', {
    ...cite('NCP-70', 'NCP-71', 'NCP-72'),
    given: (before, step) => twoEnds.some((pair) => isReset(before, step, pair)),
    holds: (before, step, after) =>
      twoEnds.every(
        (pair) =>
          !isReset(before, step, pair) ||
          !names(after, turned(pair)) ||
          withFar(after, turned(pair), 'requesting', 'closing'),
      ),
  }),
  everyStep<Sockets>('P37b whose connection is reset is told so', {
    ...cite('NCP-70', 'NCP-76'),
    given: (before, step) => twoEnds.some((pair) => losesOpen(before, step, pair)),
    holds: (before, step) => twoEnds.every((pair) => !losesOpen(before, step, pair) || isTold(step, pair, 'LOST')),
  }),
  leadsTo<Sockets>('P38 nobody stays connected with an end that has forgotten it', {
    ...cite('NCP-75', 'E2', 'E5'),
    from: (state) => twoEnds.some((pair) => isForgotten(state, pair)),
    to: (state) => twoEnds.every((pair) => !isForgotten(state, pair)),
  }),
  leadsTo<Sockets>('whoever has reset the others is back when they have answered, or are dead', {
    ...cite('NCP-71', 'NCP-73', 'NCP-75'),
    from: (state) => twoEnds.some((pair) => nearIs(state, pair, 'resetting')),
    to: (state) => twoEnds.every((pair) => !nearIs(state, pair, 'resetting')),
  }),
  reaches<Sockets>('a reset meets an open connection', {
    ...cite('NCP-70'),
    when: (state) =>
      twoEnds.some((pair) => withFar(state, pair, 'open') && underWay(state, turned(pair))[0]?.type === 'RST'),
  }),
  reaches<Sockets>('the subnet answers for a host that is down', {
    ...cite('NCP-75', 'E4'),
    when: (state) => twoEnds.some((pair) => nearIs(state, pair, 'down') && count(state, pair, 'DEAD') > 0),
  }),
]);

/** For one host that crashes and resets the others: with two, one that is dead need not answer. */
export const ncpAnswered: Family = family('answers to a reset', [
  always<Sockets>('nobody is back before all its RST are answered', {
    ...cite('NCP-71', 'NCP-73'),
    given: (state) => resetting(state).some((pair) => isUnanswered(state, pair)),
    holds: (state) =>
      resetting(state).every((pair) => !isUnanswered(state, pair) || nearIs(state, pair, 'resetting', 'down')),
  }),
  reaches<Sockets>('a reset is on its way', {
    ...cite('NCP-70', 'NCP-71'),
    when: (state) => resetting(state).some((pair) => count(state, pair, 'RST') > 0),
  }),
]);

/** For hosts that come back without a word. */
export const ncpForgetful: Family = family('restart without reset', [
  leadsTo<Sockets>('P38 nobody stays connected with an end that has forgotten it', {
    ...cite('NCP-74', 'E3', 'E5'),
    from: (state) => twoEnds.some((pair) => halfOpen(state, pair)),
    to: (state) => twoEnds.every((pair) => !halfOpen(state, pair)),
  }),
  reaches<Sockets>('an end is connected with one that has forgotten it', {
    ...cite('NCP-74', 'E3'),
    when: (state) => twoEnds.some((pair) => halfOpen(state, pair)),
  }),
]);
