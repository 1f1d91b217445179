/** Quint #1265, after #1133: traces in the Informal Trace Format came without their last state, which shows the violation. */
import { expect, test } from 'vitest';

import { always, family, leadsTo } from '../../src/model/index.ts';
import { enact, itf } from '../../src/trace/index.ts';
import { at, judged, walker } from './walker.ts';

const up = walker('up to three', {
  arrows: [
    ['zero', 'UP', 'one'],
    ['one', 'UP', 'two'],
    ['two', 'UP', 'three'],
    ['three', 'DOWN', 'two'],
  ],
  own: { UP: 'weak', DOWN: 'weak' },
});
const claims = family('up', [
  always('three is never reached', { cites: [], holds: (state) => !at('three')(state) }),
  leadsTo('zero comes again', { cites: [], from: at('one'), to: at('zero') }),
]);

function statesOf(claim: string): { states: unknown[]; loop?: number } {
  const { path } = judged(up, [claims]).verdicts.find((verdict) => verdict.claim === claim)!;
  const { views } = enact(up, path!.steps, path!.loop);
  const captions = { description: '', source: '', property: claim, violated: true };
  const file = JSON.parse(itf(up, path!, views, captions)) as {
    states: { it: { state: { tag: string } } }[];
    loop?: number;
  };
  const { loop } = file;
  return { states: file.states.map(({ it }) => it.state.tag), ...(loop !== undefined && { loop }) };
}

test('the state that shows the violation is there', () => {
  expect(statesOf('three is never reached')).toEqual({ states: ['zero', 'one', 'two', 'three'] });
});

test('a loop closes after the last state', () => {
  const { states, loop } = statesOf('zero comes again');
  expect(states.slice(loop)).toHaveLength(2);
  expect(states.slice(loop).toSorted()).toEqual(['three', 'two']);
});
