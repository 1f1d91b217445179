/** STOR and RETR in every order, on live actors, against the exhaustive search. */
import { test } from 'vitest';

import { attemptTransfer, mustComplete, transferOrders } from './transfer-orders.ts';
import { expectNoBreach } from './expect-no-breach.ts';
import { attemptSideBySide } from './side-by-side.ts';

test('in whatever order STOR and RETR come, nothing unsafe happens, and every end is foreseen', () => {
  expectNoBreach({ configurations: transferOrders, attempt: attemptTransfer, runs: 30 });
});

test('a transfer that the documents promise completes from every state that it comes through', () => {
  expectNoBreach({ configurations: transferOrders.filter(mustComplete), attempt: attemptTransfer, runs: 30 });
});

test('after PASV the order of STOR and RETR does not matter to a user who waits, on any NCP', () => {
  const passive = transferOrders.filter(({ variant, hurries, timeouts }) => {
    return (variant === 'V478' || variant === 'V542') && !hurries && !timeouts;
  });
  // Told first, and replying late, the waiting server has nothing to reply before the other one calls.
  const either = passive.filter(({ order, replyTiming }) => order !== 'PW' || replyTiming === 'early');
  expectNoBreach({ configurations: either, attempt: attemptTransfer, runs: 30 });
});

test('two users with two transfers at once are owed what one is', () => {
  expectNoBreach({ configurations: transferOrders, attempt: attemptSideBySide, runs: 6 });
});
