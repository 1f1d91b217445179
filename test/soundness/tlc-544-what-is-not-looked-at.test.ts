/**
 * TLC #544: searching depth-first with a growing bound, it never looked at what must happen, and said that all was well.
 */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const clock = walker('a clock that may stop', {
  arrows: [
    ['one', 'TICK', 'two'],
    ['two', 'TICK', 'one'],
  ],
  own: { TICK: 'none' },
});
const claims = family('clock', [leadsTo('one becomes two', { cites: [], from: at('one'), to: at('two') })]);

test('a search that leaves out infinite runs says nothing of them', () => {
  const report = check(clock, { families: [claims], loops: false });
  expect(report.complete).toBe(true);
  expect(said(report, 'one becomes two')).toEqual(['not finished']);
  expect(said(report, 'livelock')).toEqual(['not finished']);
});

test('one that looks at them finds that it may stop', () => {
  expect(said(judged(clock, [claims]), 'one becomes two')).toEqual(['violated', '']);
});
