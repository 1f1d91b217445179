import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { expect, test } from 'vitest';

import { chartDescription, chartScxml } from '../../src/export/index.ts';
import { eventTypes, guardNames, type GuardValues, randomChart, type RandomChart } from './random-chart.ts';
import { ScxmlInterpreter } from './scxml-interpreter.ts';

const guardValues: fc.Arbitrary<GuardValues> = fc.record({ g0: fc.boolean(), g1: fc.boolean(), g2: fc.boolean() });
const variables = (values: GuardValues): Record<string, boolean> =>
  Object.fromEntries(guardNames.map((name) => [`guard_${name}`, values[name]]));

type Active = { readonly _nodes: readonly { readonly path: readonly string[] }[]; readonly status: string };
const statesIn = ({ _nodes }: Active): readonly string[] =>
  _nodes.map(({ path }) => ['chart', ...path].join('_')).sort();
const statesOf = ({ configuration }: ScxmlInterpreter): readonly string[] =>
  configuration.filter((id) => !id.endsWith('__regions')).sort();
const named = (actions: readonly { readonly type: string }[]): readonly string[] =>
  actions.map(({ type }) => type).filter((type) => !type.startsWith('xstate.'));

/** Walks XState and the exported document side by side. */
function expectSameWalk(
  { machine, answer }: RandomChart,
  first: GuardValues,
  walk: readonly [string, GuardValues][],
): void {
  answer(first);
  let [snapshot, actions] = initialTransition(machine);
  const document = new ScxmlInterpreter(chartScxml(chartDescription(machine)), variables(first));
  expect(document.takeLog()).toEqual(named(actions));
  for (const [type, values] of walk) {
    const active = snapshot as unknown as Active;
    if (active.status !== 'active') {
      expect(document.configuration).toEqual(['chart__end']);
      return;
    }
    expect(statesOf(document)).toEqual(statesIn(active));
    // SCXML takes `b.c` for a kind of `b`; where the chart knows both, the export tells them apart.
    if (type === 'b.c' && !machine.events.includes(type)) continue;
    answer(values);
    [snapshot, actions] = transition(machine, snapshot, { type });
    document.set(variables(values));
    document.send(type);
    expect(document.takeLog()).toEqual(named(actions));
  }
}

test('an exported chart goes where XState goes, and does what it does, in the same order', () => {
  const step = fc.tuple(fc.constantFrom<string>(...eventTypes), guardValues);
  fc.assert(fc.property(randomChart, guardValues, fc.array(step, { maxLength: 25 }), expectSameWalk), {
    numRuns: Number(process.env['FC_RUNS'] ?? 150),
  });
});
