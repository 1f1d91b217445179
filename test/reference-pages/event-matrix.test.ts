/** What the matrices of the charts say must be what the tables of the engine say. */
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { check } from '../../src/check/check.ts';
import { explore } from '../../src/check/explore.ts';
import { described } from '../../src/cli/described.ts';
import { chartDescription } from '../../src/export/index.ts';
import { arrivalOf } from '../../src/reference/event-matrix.ts';
import { cellOf, type DescribedChart, eventsOf } from '../../src/reference/index.ts';
import { matrixSections } from '../../src/reference/matrix-section.ts';

/** Runs that have every chart between them, with intruder, crash, time-outs and queues. */
const chosen = [
  'two-sockets/drop-times-out',
  'icp/rfc-165/Q',
  'orders/timed/V478/QT',
  'orders/V438/R/conc/early',
  'troubles/V478/crash/B/with-reset',
  'troubles/V438/stranger/passive-receives/sock-none/Q',
  'holes/H35/rein/keeps',
];

/** The names of the innermost active states. */
const innermost = (value: unknown, path: readonly string[] = []): readonly string[] =>
  typeof value === 'string'
    ? [[...path, value].join('.')]
    : Object.entries(value as object).flatMap(([key, below]) =>
        Object.keys(below as object).length === 0 && typeof below === 'object'
          ? [[...path, key].join('.')]
          : innermost(below, [...path, key]),
      );

const fatesOf = (chart: DescribedChart, active: readonly string[], event: string) =>
  active.map(
    (name) =>
      cellOf(
        chart,
        chart.states.find((state) => state.name === name)!,
        event,
      ).fate,
  );

test('the runs chosen here have every chart of the manifest', () => {
  const chartsIn = (names: readonly string[]) =>
    new Set(
      runs
        .filter(({ name }) => names.includes(name))
        .flatMap((run) => Object.values(run.system().parties).map(({ chart }) => chart.id)),
    );
  expect(chartsIn(chosen)).toEqual(chartsIn(runs.map(({ name }) => name)));
});

test.for(chosen)('matrix and tables agree on what is specified in %s', (name) => {
  const system = runs.find((run) => run.name === name)!.system();
  const { composition } = explore(system);
  const disagreements = new Set<string>();
  let compared = 0;
  for (const { name: party, table } of composition.parties.list) {
    const chart = described(chartDescription(system.parties[party]!.chart), []);
    for (const { local, message, reaction } of table.entries()) {
      const { type } = composition.parties.messages.at(message);
      const active = innermost(table.locals.snapshots[local]!.value);
      const fates = fatesOf(chart, active, type);
      const sure = fates.some((fate) => fate === 'handled' || fate === 'ignored');
      const possible = fates.some((fate) => fate !== 'unspecified');
      const specified = reaction.kind !== 'unspecified';
      compared += 1;
      if ((specified && !possible) || (!specified && sure)) {
        disagreements.add(`${chart.id} ${active.join(', ')} on ${type}: ${reaction.kind}, matrix ${fates.join(', ')}`);
      }
    }
  }
  expect([...disagreements]).toEqual([]);
  expect(compared).toBeGreaterThan(0);
});

test.for(chosen)('an event that a matrix leaves empty is unspecified in the tables of %s', (name) => {
  const system = runs.find((run) => run.name === name)!.system();
  const { composition } = explore(system);
  const { list, messages } = composition.parties;
  const surprises = new Set<string>();
  for (const { name: party, table } of list) {
    const chart = described(chartDescription(system.parties[party]!.chart), []);
    const count = table.locals.count;
    const numbers = new Map(
      list
        .flatMap(({ table: other }) => [...other.entries()])
        .map(({ message }) => [messages.at(message).type, message] as const),
    );
    for (let local = 0; local < count; local++) {
      const active = innermost(table.locals.snapshots[local]!.value);
      for (const event of eventsOf(chart)) {
        const message = numbers.get(event);
        if (message === undefined || fatesOf(chart, active, event).some((fate) => fate !== 'unspecified')) continue;
        const { kind } = table.react(local, message);
        if (kind !== 'unspecified') surprises.add(`${chart.id} ${active.join(', ')} on ${event}: ${kind}`);
      }
    }
  }
  expect([...surprises]).toEqual([]);
});

test('four marks: handled, ignored, unspecified, and what never comes in parentheses or empty', () => {
  const state = (name: string, ...transitions: DescribedChart['states'][number]['transitions']) =>
    ({ name, parent: 'door', type: 'atomic', tags: [], entry: [], exit: [], transitions }) as const;
  const on = (event: string, ...targets: string[]) => ({ event, targets, actions: [], cites: [] });
  const door: DescribedChart = {
    id: 'door',
    states: [
      { name: 'door', type: 'compound', tags: [], entry: [], exit: [], transitions: [] },
      state('open', on('SHUT', 'shut'), on('KNOCK')),
      state('shut', on('OPEN', 'open'), on('KNOCK')),
    ],
    arrivals: { open: { SHUT: 'taken', KNOCK: 'taken', OPEN: 'unspecified' }, shut: { OPEN: 'taken' } },
  };
  const [, table] = matrixSections(door, [{ title: 'Events', events: ['SHUT', 'KNOCK', 'OPEN'] }]);
  expect(
    table!
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  ).toEqual([
    ['`SHUT`', '●', ''],
    ['`KNOCK`', '○', '(○)'],
    ['`OPEN`', '✗', '●'],
  ]);
});

test('what came in a run is what its page says came', () => {
  const system = runs.find((run) => run.name === 'orders/V438/R/conc/early')!.system();
  const report = check(system, { doubts: true });
  const chart = described(chartDescription(system.parties['user']!.chart), [report]);
  const waiting = chart.states.find(({ name }) => name === 'withB.waiting')!;
  expect([
    arrivalOf(chart, waiting, 'REPLY'),
    arrivalOf(chart, waiting, 'CONTROL_LOST'),
    arrivalOf(chart, waiting, 'SAY_B'),
  ]).toEqual(['taken', 'never', 'never']);
});
