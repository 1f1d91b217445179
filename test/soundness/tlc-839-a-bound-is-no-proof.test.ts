/**
 * TLC #839: with a constraint on the states, claims about what must happen were said to hold without a warning, because
 * the runs that the constraint cuts off are no longer fair runs.
 */
import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { family, leadsTo, type Report } from '../../src/model/index.ts';
import { overflow } from '../toys/errors.ts';
import { at, judged, walker } from './walker.ts';

const nothing = { cites: [], from: () => true, to: () => false };
const verdictsOf = ({ verdicts }: Report) => Object.fromEntries(verdicts.map(({ claim, verdict }) => [claim, verdict]));

test('a channel that gets full leaves open what must happen', () => {
  const report = judged(overflow, [family('claims', [leadsTo('never comes', nothing)])]);
  expect(report.complete).toBe(false);
  expect(verdictsOf(report)).toMatchObject({
    'bound hit': 'violated',
    'never comes': 'not finished',
    livelock: 'not finished',
  });
});

test('so does a limit on the number of states', () => {
  const system = walker('four places', {
    arrows: [
      ['zero', 'GO', 'one'],
      ['one', 'GO', 'two'],
      ['two', 'GO', 'three'],
    ],
    own: { GO: 'weak' },
  });
  const claims = family('claims', [leadsTo('zero becomes one', { cites: [], from: at('zero'), to: at('one') })]);
  const report = check(system, { families: [claims], maxStates: 2 });
  expect(report).toMatchObject({ complete: false, stopped: 'states' });
  expect(verdictsOf(report)).toEqual({
    'zero becomes one': 'not finished',
    deadlock: 'not finished',
    livelock: 'not finished',
    'unspecified reception': 'not finished',
    'bound hit': 'not finished',
  });
});
