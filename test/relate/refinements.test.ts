/** The table of refinements: what the user gets of each transfer, against the service that the documents promise. */
import { expect, test } from 'vitest';

import { expected } from '../../properties/expected.ts';
import { refinements } from '../../properties/refinements.ts';
import { check } from '../../src/check/index.ts';
import { differenceLadder, differenceText } from '../../src/cli/difference-text.ts';
import type { Refinement } from '../../src/model/index.ts';
import { type Observed, observe, refinementFailure } from '../../src/relate/index.ts';
import { colourless, unicode } from '../../src/trace/index.ts';

const observed = ({ implementation, service }: Refinement): readonly [Observed, Observed] => [
  observe(implementation.system(), implementation.visible),
  observe(service.system(), service.visible),
];
const look = { paint: colourless, glyphs: unicode, columns: 120 };

test.for(refinements)('$name gives what the table expects, with its shortest trace', async (refinement) => {
  const [implementation, service] = observed(refinement);
  const failure = refinementFailure(implementation, service);
  expect(failure?.trace.at(-1)).toBe(refinement.beyond);
  if (failure === undefined) return;
  const text = [
    refinement.name,
    differenceText(failure, 'the service', look),
    '',
    differenceLadder(implementation.system, failure, look),
    '',
  ];
  await expect(text.join('\n')).toMatchFileSnapshot(`golden/${refinement.name}.txt`);
});

test.for(refinements)('$name is the system of the manifest', (refinement) => {
  const [implementation, service] = observed(refinement);
  const { states, steps } = expected[refinement.name]!;
  expect([implementation.states, implementation.steps]).toEqual([states, steps]);
  expect([implementation.stopped, service.stopped]).toEqual([undefined, undefined]);
});

test('in V478 with the transfer commands sent at once, nothing that the NCP does to early requests is seen', () => {
  const atOnce = refinements.filter(({ name }) => /^orders\/V478\/.\/conc\//.test(name));
  expect(atOnce.map(({ beyond }) => beyond)).toEqual(Array.from({ length: 6 }, () => undefined));
});

test('the service ends in one way only, and every transition of its chart is taken', () => {
  for (const { service } of refinements) {
    const report = check(service.system());
    expect(report.outcomes.map(({ name }) => name)).toEqual(['completes']);
    const { taken, all } = report.coverage['transferService']!;
    expect(all.filter((id) => !taken.includes(id))).toEqual([]);
  }
});

test('a service that asks for more than the transfer does is refused: nothing hides what does not come', () => {
  const named = (name: string): Refinement => refinements.find((refinement) => refinement.name === name)!;
  const [implementation] = observed(named('orders/V478/R/conc/late'));
  const [, other] = observed(named('orders/V438/R/conc/late'));
  expect(refinementFailure(implementation, other)?.trace).toEqual(['A to B: SOCK']);
});
