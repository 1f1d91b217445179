import { expect, test } from 'vitest';

import { grouped, ProgressLine, short } from '../../src/cli/progress.ts';
import { StatusLine } from '../../src/cli/status-line.ts';
import { unicode } from '../../src/trace/index.ts';

test('the line adds up the searches that run, and tells whether the frontier grows', () => {
  const shown: string[] = [];
  let now = 0;
  const line = new ProgressLine({ status: (text) => void shown.push(text), glyphs: unicode }, 3, () => now);
  now = 2000;
  line.moved('a/b', { states: 1000, steps: 3000, frontier: 400, depth: 5, bytes: 2e6 });
  line.moved('a/c', { states: 2000, steps: 5000, frontier: 100, depth: 9, bytes: 3e6 });
  line.finished('a/b', 1500);
  line.finished('a/c', 2000);
  line.finished('a/d', 1);
  expect(shown).toEqual([
    'checking 0/3  a/b  states 1,000 (500/s)  frontier 400 ↑  depth 5  mem 2 MB  2.0s',
    'checking 0/3  a/b  states 3,000 (2k/s)  frontier 500 ↑  depth 9  mem 5 MB  2.0s',
    'checking 1/3  a/c  states 3,500 (2k/s)  frontier 100 ↓  depth 9  mem 3 MB  2.0s',
    'checking 2/3  states 3,500 (2k/s)  frontier 0 ↓  depth 0  mem 0 MB  2.0s',
    '',
  ]);
});

test('numbers are short enough to read', () => {
  expect([short(7), short(573_200), short(22_600_000), grouped(2_550_860)]).toEqual([
    '7',
    '573k',
    '22.6M',
    '2,550,860',
  ]);
});

test('on a terminal the line is rewritten, at most ten times a second, and cleared', () => {
  const written: string[] = [];
  let now = 0;
  const line = new StatusLine(
    (text) => void written.push(text),
    10,
    () => now,
  );
  line.show('too early');
  now = 150;
  line.show('as wide as it may be');
  now = 200;
  line.show('too early again');
  now = 300;
  line.show('short');
  line.clear();
  line.clear();
  expect(written).toEqual(['\ras wide a', '\rshort    ', '\r     \r']);
});

test('elsewhere a plain line comes every ten seconds', () => {
  const written: string[] = [];
  let now = 0;
  const line = new StatusLine(
    (text) => void written.push(text),
    undefined,
    () => now,
  );
  for (now = 0; now <= 25_000; now += 1000) line.show(`${now}`);
  line.show('');
  expect(written).toEqual(['10000\n', '20000\n']);
});
