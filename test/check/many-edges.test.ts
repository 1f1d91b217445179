/** A graph whose lists grow several times while it is searched, of a system whose verdicts are plain. */
import { expect, test } from 'vitest';
import { assign, setup } from 'xstate';

import { check, explore } from '../../src/check/index.ts';
import { eventually, globally, not, taken } from '../../src/ltl/index.ts';
import { type Family, type Predicate, type System, always, leadsTo, ltl, reaches } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';

const HOURS = 48;

const clock = setup({
  types: { context: {} as { hour: number }, events: {} as { type: 'TICK' } },
}).createMachine({
  id: 'clock',
  context: { hour: 0 },
  on: { TICK: { actions: assign({ hour: ({ context }) => (context.hour + 1) % HOURS }) } },
});

const clocks: System = {
  name: 'two clocks',
  parties: {
    left: { chart: clock, own: [{ event: { type: 'TICK' }, fairness: 'weak' }] },
    right: { chart: clock, own: [{ event: { type: 'TICK' }, fairness: 'none' }] },
  },
  channels: {},
  ending: () => ({ name: 'ticking', fine: true }),
};

const at = (party: string, hour: number): Predicate => {
  return (state) => (state.party[party]!.context as { hour: number }).hour === hour;
};
const both = (hour: number): Predicate => {
  return (state) => at('left', hour)(state) && at('right', hour)(state);
};
const ticks = (party: string) => taken(party, (step) => step.party === party);

const family: Family = {
  name: 'clocks',
  claims: [
    always('hours are below 48', { cites: [], holds: (state) => !at('left', HOURS)(state) }),
    reaches('both at the last hour', { cites: [], when: both(HOURS - 1) }),
    leadsTo('left comes round', { cites: [], from: at('left', HOURS - 1), to: at('left', 0) }),
    leadsTo('right comes round', { cites: [], from: at('right', HOURS - 1), to: at('right', 0) }),
    ltl('left ticks again and again', { cites: [], formula: globally(eventually(ticks('left'))) }),
    ltl('right stops in the end', { cites: [], formula: eventually(globally(not(ticks('right')))) }),
  ],
};

test('2,304 states, two steps in each; what must happen does, what need not does not', () => {
  const report = check(clocks, { families: [family] });
  expect(report).toMatchObject({ complete: true, states: HOURS ** 2, steps: 2 * HOURS ** 2, depth: 2 * (HOURS - 1) });
  const told = report.verdicts
    .filter(({ kind }) => kind !== 'protocol error')
    .map(({ claim, verdict, path }) => `${claim}: ${verdict} ${path ? `${path.steps.length} ${path.loop}` : ''}`);
  expect(told).toMatchInlineSnapshot(`
    [
      "hours are below 48: holds ",
      "both at the last hour: reached 94 undefined",
      "left comes round: holds ",
      "right comes round: violated 95 47",
      "left ticks again and again: holds ",
      "right stops in the end: violated 96 0",
    ]
  `);
  for (const { path } of report.verdicts) if (path) expect(replay(clocks, path)).toMatchObject({ agrees: true });
});

test('explored, every state has its view, and a shortest path', () => {
  const { states, graph, view, pathTo, steps, stopped } = explore(clocks);
  expect([states, steps, stopped, graph.states, graph.targets.length]).toEqual([2304, 4608, undefined, 2304, 4608]);
  for (const state of [0, 1, 2, 77, 2000, 2303]) {
    const hours = ['left', 'right'].map((name) => (view(state).party[name]!.context as { hour: number }).hour);
    const path = pathTo(state).steps.map(({ party }) => party);
    expect(path).toHaveLength(hours[0]! + hours[1]!);
    expect(path.filter((party) => party === 'left')).toHaveLength(hours[0]!);
  }
});
