/**
 * TLC #1348 (and #1037): while it looked at what must happen, a finite beginning of a run was given out as a violation
 * of a safety claim, before anybody had asked whether the run could end there and be fair.
 */
import { expect, test } from 'vitest';

import { family, leadsTo, restsOnly } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const system = walker('up to five', {
  arrows: [
    ['one', 'UP', 'two'],
    ['two', 'UP', 'three'],
    ['three', 'UP', 'four'],
    ['four', 'UP', 'five'],
  ],
  own: { UP: 'weak' },
});

test('who is at one comes to five and stays there', () => {
  const report = judged(system, [
    family('up', [
      leadsTo('one becomes five', { cites: [], from: at('one'), to: at('five') }),
      restsOnly('it ends at five', { cites: [], in: at('five') }),
    ]),
  ]);
  expect(said(report, 'one becomes five')).toEqual(['holds']);
  expect(said(report, 'it ends at five')).toEqual(['holds']);
});
