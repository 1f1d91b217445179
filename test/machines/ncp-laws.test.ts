import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { expect, test } from 'vitest';

import type { NcpKnobs } from '../../machines/knobs.ts';
import type { Address } from '../../machines/messages.ts';
import { blank, type Memory, type Said, same, type SocketEvent } from '../../machines/ncp-memory.ts';
import { ncpSocket } from '../../machines/ncp-socket.ts';

const numRuns = Number(process.env.FC_RUNS ?? 300);

const own: Address = { host: 'C', socket: 2 };
const foreign: readonly Address[] = [
  { host: 'B', socket: 3 },
  { host: 'X', socket: 5 },
];

const knobs: fc.Arbitrary<NcpKnobs> = fc.record({
  unlistened: fc.constantFrom('Q', 'QT', 'R', 'D'),
  busy: fc.constantFrom('refuse', 'queue'),
  mismatch: fc.constantFrom('refuse-keep', 'refuse-fail', 'queue', 'accept-check'),
  reuse: fc.constant('strict'),
  givesUpOnCls: fc.constant(false),
  timeouts: fc.boolean(),
  allOnOpen: fc.constantFrom('withheld', 'automatic'),
  acceptance: fc.constantFrom('automatic', 'by process'),
  unknownCls: fc.constant('discard'),
  repeatedRequest: fc.constantFrom('ignore', 'restart'),
  checksGender: fc.constant(true),
  queueBound: fc.constantFrom(1, 2),
});

const fromFar = fc
  .constantFrom(...foreign)
  .chain((from) =>
    fc.constantFrom<SocketEvent>(
      { type: 'STR', from, to: own, size: 8 },
      { type: 'CLS', from, to: own },
      { type: 'DATA', from, to: own, link: 2, bytes: { of: 'B', piece: 1 } },
      { type: 'RST', from, to: own },
    ),
  );
const calls = fc.constantFrom<SocketEvent>(
  { type: 'LISTEN', socket: 2, filter: null },
  { type: 'LISTEN', socket: 2, filter: foreign[0]! },
  { type: 'CONNECT', socket: 2, to: foreign[0]! },
  { type: 'CONNECT', socket: 2, to: foreign[1]! },
  { type: 'ACCEPT', socket: 2 },
  { type: 'CLOSE', socket: 2 },
  { type: 'GRANT', socket: 2, messages: 1 },
  { type: 'PENDING_TIMES_OUT' },
  { type: 'REQUEST_TIMES_OUT' },
);
const events = fc.array(fc.oneof(fromFar, calls), { maxLength: 30 });

/** Every event that the chart takes, with the memory before, the sends, and the state after. */
function* run(withKnobs: NcpKnobs, heard: readonly SocketEvent[]) {
  const input = { ...own, knobs: withKnobs, process: true };
  let [state] = initialTransition(ncpSocket, input);
  for (const event of heard) {
    const before = state.context;
    const [next, actions] = transition(ncpSocket, state, event);
    state = next;
    const sent = actions.flatMap((action) => (action.type === 'send' ? [action.params as Said] : []));
    yield { event, before, sent, value: String(next.value), after: next.context, input };
  }
}

const knows = ({ peer, owed, queue }: Memory, address: Address): boolean =>
  same(peer, address) || owed.some((each) => same(each, address)) || queue.some(({ from }) => same(from, address));

test('a socket never sends two CLS to one end without a CLS or RST of that end between', () => {
  fc.assert(
    fc.property(knobs, events, (withKnobs, heard) => {
      for (const far of foreign) {
        let awaiting = false;
        let due = false;
        for (const { event, before, sent } of run(withKnobs, heard)) {
          const comes = 'from' in event && same(event.from, far) ? event.type : undefined;
          if (comes === 'RST') awaiting = due = false;
          if (comes === 'CLS' && awaiting) awaiting = false;
          else if (comes === 'CLS' && knows(before, far)) due = true;
          for (const { message } of sent) {
            if (message.type !== 'CLS' || !same(message.to, far)) continue;
            expect(awaiting).toBe(false);
            if (due) due = false;
            else awaiting = true;
          }
        }
      }
    }),
    { numRuns },
  );
});

test('a closed socket remembers nothing but whose CLS it waits for', () => {
  const leftovers = (withKnobs: NcpKnobs, heard: readonly SocketEvent[]) =>
    [...run(withKnobs, heard)]
      .filter(({ value }) => value === 'closed')
      .map(({ after, input }) => [after, { ...blank(input), owed: after.owed }] as const);
  fc.assert(
    fc.property(knobs, events, (withKnobs, heard) => {
      for (const [kept, allowed] of leftovers(withKnobs, heard)) expect(kept).toEqual(allowed);
    }),
    { numRuns },
  );
  expect.hasAssertions();
});

test('a socket asks nobody anew from whom it waits for a CLS', () => {
  fc.assert(
    fc.property(knobs, events, (withKnobs, heard) => {
      for (const { before, event, sent } of run(withKnobs, heard)) {
        for (const { message } of sent) {
          if (message.type !== 'RTS') continue;
          const settles = 'from' in event && same(event.from, message.to);
          expect(before.owed.some((each) => same(each, message.to)) && !settles).toBe(false);
        }
      }
    }),
    { numRuns },
  );
});
