/** SOCK mixed up in every way, on live actors, against the exhaustive search. */
import { test } from 'vitest';

import { attemptMixUp, isFiltered, isWrong, sockMixUps } from './sock-mix-ups.ts';
import { expectNoBreach } from './expect-no-breach.ts';

test('whatever a SOCK names and whenever it comes, nothing that is owed breaks, and every end is foreseen', () => {
  expectNoBreach({ configurations: sockMixUps, attempt: attemptMixUp, runs: 30 });
});

test('a waiting server that was told of somebody else beforehand lets nobody in', () => {
  expectNoBreach({ configurations: sockMixUps.filter(isWrong), attempt: attemptMixUp, runs: 20 });
});

test('a stranger gets no byte from a waiting server that was told whom to accept', () => {
  const watched = sockMixUps.filter((made) => made.stranger && isFiltered(made));
  expectNoBreach({ configurations: watched, attempt: attemptMixUp, runs: 20 });
});

test('with time-outs nobody waits for ever, whatever a SOCK names', () => {
  const timed = sockMixUps.map((made) => ({ ...made, timeouts: true }));
  expectNoBreach({ configurations: timed, attempt: attemptMixUp, runs: 20 });
});
