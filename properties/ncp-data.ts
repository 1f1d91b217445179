/**
 * Data between matching requests and CLS: only with credit, none after CLS, and all of it acknowledged before CLS.
 *
 * Source  NIC 8246 pp. 12-16; P06, P07, P08.
 */
import { cite } from '../machines/clauses.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { always, type Family, family, reaches } from '../src/model/index.ts';
import { count, memory, type Pair, turned, twoEnds, underWay, withFar } from './ncp-words.ts';

const sender: Pair = twoEnds[0]!;
const receiver: Pair = turned(sender);
const ofConnection = ['ALL', 'GVB', 'RET', 'DATA'];

/** Whether the end says something about a connection behind its own CLS, before it has asked again. */
const speaksAfterCls = (state: Sockets, pair: Pair): boolean => {
  let closed = false;
  for (const { type } of underWay(state, pair)) {
    if (type === 'CLS') closed = true;
    else if (type === 'STR' || type === 'RTS') closed = false;
    else if (closed && ofConnection.includes(type)) return true;
  }
  return false;
};

const creditUnderWay = (state: Sockets): number =>
  [...underWay(state, sender), ...underWay(state, receiver)]
    .map((message) => {
      if (message.type === 'ALL' || message.type === 'RET') return message.messages;
      return message.type === 'DATA' ? 1 : 0;
    })
    .reduce((sum, messages) => sum + messages, 0);

/** For systems in which data may flow. */
export const ncpData: Family = family('data and credit', [
  always<Sockets>('P06 credit never falls below zero, and data on its way was allowed', {
    ...cite('NCP-60', 'NCP-61', 'NCP-63'),
    holds: (state) =>
      twoEnds.every((pair) => memory(state, pair).credit >= 0) &&
      (!withFar(state, receiver, 'open') || count(state, sender, 'DATA') <= memory(state, receiver).credit),
  }),
  always<Sockets>('credit that was allowed is with the sender, or on its way', {
    ...cite('NCP-60', 'NCP-64', 'E15'),
    given: (state) => withFar(state, sender, 'open', 'draining') && withFar(state, receiver, 'open'),
    holds: (state) => memory(state, receiver).credit === memory(state, sender).credit + creditUnderWay(state),
  }),
  always<Sockets>('P07 no data before the connection is open, none after CLS', {
    ...cite('NCP-44', 'NCP-55', 'NCP-60'),
    holds: (state) =>
      twoEnds.every((pair) => !speaksAfterCls(state, pair)) &&
      (count(state, sender, 'DATA') === 0 || withFar(state, sender, 'open', 'draining', 'awaitingRfnm')),
  }),
  always<Sockets>('P08 a sender has no data outstanding when it has sent CLS', {
    ...cite('NCP-44', 'NCP-46'),
    given: (state) => withFar(state, sender, 'closing'),
    holds: (state) =>
      memory(state, sender).unacknowledged === 0 &&
      count(state, sender, 'DATA') === 0 &&
      count(state, receiver, 'RFNM') === 0,
  }),
  reaches<Sockets>('data is on its way', {
    ...cite('NCP-61'),
    when: (state) => count(state, sender, 'DATA') > 0,
  }),
  reaches<Sockets>('a CLS waits for the last RFNM', {
    ...cite('NCP-44'),
    when: (state) => withFar(state, sender, 'draining'),
  }),
  reaches<Sockets>('the answer to a CLS waits for the last RFNM', {
    ...cite('NCP-46'),
    when: (state) => withFar(state, sender, 'awaitingRfnm'),
  }),
  reaches<Sockets>('data comes to a receiver that has closed', {
    ...cite('NCP-45'),
    when: (state) => withFar(state, receiver, 'closing') && count(state, sender, 'DATA') > 0,
  }),
]);

/** Where a receiver may ask its credit back. */
export const ncpCreditBack: Family = family('credit asked back', [
  always<Sockets>('RET comes only after GVB, and once', {
    ...cite('NCP-63'),
    holds: (state) => count(state, sender, 'RET') + count(state, receiver, 'GVB') <= 1,
  }),
  reaches<Sockets>('credit is given back', {
    ...cite('NCP-63'),
    when: (state) => count(state, sender, 'RET') > 0,
  }),
]);
