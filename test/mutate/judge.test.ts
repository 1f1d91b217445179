import { expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { Judge, knownCharts, mutantsOf } from '../../src/mutate/index.ts';
import { lampRun } from './toy.ts';

const charts = knownCharts([lampRun]);
const mutants = mutantsOf(charts);
const judge = new Judge([lampRun], charts);
const fateOf = (id: string) => judge.judge(mutants.find((mutant) => mutant.id === id)!);

test('mutants are named by chart, state, event and operator', () => {
  expect(mutants.map(({ id }) => id)).toEqual([
    'button/./PRESS/transition-dropped',
    'button/./PRESS/guard-negated',
    'button/./PRESS/guard-forced',
    'button/./PRESS/assignment-dropped-1',
    'button/./PRESS/send-dropped-2',
    'button/./PRESS/send-doubled-2',
    'button/./PRESS/send-changed-2',
    'lamp/./initial/initial-state-changed',
    'lamp/off/TOGGLE/transition-dropped',
    'lamp/off/TOGGLE/transition-redirected',
    'lamp/off/TOGGLE/transition-stays',
    'lamp/off/TOGGLE/assignment-dropped',
    'lamp/on/TOGGLE/transition-dropped',
    'lamp/on/TOGGLE/transition-redirected',
    'lamp/on/TOGGLE/transition-stays',
    'lamp/on/BREAK/transition-dropped',
    'lamp/on/BREAK/transition-redirected',
    'lamp/on/BREAK/transition-stays',
    'channels/wire/channel-lossy',
    'channels/wire/channel-unordered',
  ]);
});

test.for([
  // What a claim or a protocol error tells.
  ['lamp/off/TOGGLE/transition-stays', 'claims', ['the lamp burns']],
  ['button/./PRESS/transition-dropped', 'claims', ['the lamp burns']],
  ['lamp/on/TOGGLE/transition-dropped', 'claims', ['unspecified reception']],
  ['button/./PRESS/send-doubled-2', 'claims', ['bound hit']],
  // What only ends tell.
  ['lamp/on/TOGGLE/transition-stays', 'outcomes', undefined],
  ['channels/wire/channel-lossy', 'outcomes', undefined],
] as const)('%s: %s', ([id, fate, by]) => {
  expect(fateOf(id)).toMatchObject({ fate, run: 'lamp', ...(by && { by }) });
});

test('a chart that counts without end is killed by its bound or by a claim, and named', () => {
  const { fate, by } = fateOf('button/./PRESS/guard-forced');
  expect({ fate, by }).toEqual({ fate: 'claims', by: ['presses never fall below none', 'bound hit'] });
});

test('what no run asks is proved equivalent by the tables, what nobody sees by bisimulation', () => {
  expect(fateOf('lamp/on/BREAK/transition-dropped')).toMatchObject({
    fate: 'equivalent',
    proof: 'same tables',
    affects: 0,
  });
  expect(fateOf('lamp/off/TOGGLE/assignment-dropped')).toMatchObject({
    fate: 'equivalent',
    proof: 'bisimilar',
    affects: 1,
  });
  expect(fateOf('channels/wire/channel-unordered')).toMatchObject({ fate: 'equivalent', proof: 'bisimilar' });
});

test('an edit leaves the chart that it was made from as it was', () => {
  const before = check(lampRun.system(), { families: lampRun.families });
  for (const mutant of mutants) mutant.edited(lampRun.system());
  const { states, steps } = check(lampRun.system(), { families: lampRun.families });
  expect({ states, steps }).toEqual({ states: before.states, steps: before.steps });
});

test('runs that an edit of a chart leaves alone have the same graph', () => {
  const { states, steps, depth } = check(lampRun.system(), {});
  for (const mutant of mutants.filter(({ chart }) => chart !== undefined)) {
    if (judge.judge(mutant).affects > 0) continue;
    const edited = check(mutant.edited(lampRun.system())!, {});
    expect({ id: mutant.id, ...pick(edited) }).toEqual({ id: mutant.id, states, steps, depth });
  }
});

const pick = ({ states, steps, depth }: ReturnType<typeof check>) => ({ states, steps, depth });
