/**
 * tla-rs #63: a step that changes nothing was counted as the fair action taken, which TLA+ says it is not.
 *
 * Here such a step counts for the class that it is declared in: whoever must not be excused by it declares it in
 * another one. The export to TLA+ has to keep the difference.
 */
import { expect, test } from 'vitest';

import { family, leadsTo } from '../../src/model/index.ts';
import { at, judged, said, walker } from './walker.ts';

const arrows = [
  ['zero', 'GROW', 'one'],
  ['one', 'GROW', 'two'],
  ['zero', 'IDLE', 'zero'],
  ['one', 'IDLE', 'one'],
  ['two', 'IDLE', 'two'],
] as const;
const grows = family('grows', [leadsTo('it grows up', { cites: [], from: at('zero'), to: at('two') })]);

test('idling does not excuse from growing', () => {
  const system = walker('idling apart', { arrows, own: { GROW: 'weak', IDLE: 'none' } });
  expect(said(judged(system, [grows]), 'it grows up')).toEqual(['holds']);
});

test('it does where both are declared to be one obligation', () => {
  const one = { fairness: 'weak', class: 'grow or idle' } as const;
  const system = walker('idling is enough', { arrows, own: { GROW: one, IDLE: one } });
  expect(said(judged(system, [grows]), 'it grows up')).toEqual(['violated', '(IDLE)']);
});
