/** The examples of the help texts: what a reader copies must be understood, and mean something that there is. */
import { expect, test } from 'vitest';

import { landscapes } from '../../properties/assumptions.ts';
import { refinements } from '../../properties/refinements.ts';
import { runs } from '../../properties/runs.ts';
import { sweep } from '../../properties/sweep.ts';
import { chooseClaims } from '../../src/cli/choose-claims.ts';
import { chooseRuns } from '../../src/cli/choose-runs.ts';
import { commands } from '../../src/cli/commands.ts';
import { exportFormats } from '../../src/cli/export-formats.ts';
import { chosen } from '../../src/cli/frontier-choose.ts';
import { parse, textsOf } from '../../src/cli/parse.ts';
import { varied } from '../../src/cli/sweep-cells.ts';
import { certificateName, traceName } from '../../src/cli/trace-names.ts';
import { knownCharts, mutantsOf } from '../../src/mutate/index.ts';

const charts = new Set(runs.flatMap(({ system }) => Object.values(system().parties).map(({ chart }) => chart.id)));
const sockets = runs.filter(({ name }) => name === 'two-sockets/refuse');
/** The mutants of the socket chart, to which the examples belong. */
const mutants = (): readonly string[] => mutantsOf(knownCharts(sockets)).map(({ id }) => id);
const traces = new Set(
  runs.flatMap(({ name, expected }) => (expected?.violated ?? []).map((claim) => traceName('traces', name, claim))),
);

/** What the operands of a verb must be, for each verb that takes names of things; the others throw themselves. */
const known: Readonly<Record<string, (operand: string) => boolean>> = {
  check: (name) => chooseRuns(runs, [name]).length > 0,
  certify: (file) => file === 'certificates' || runs.some(({ name }) => file === certificateName('certificates', name)),
  list: (name) => chooseRuns(runs, [name]).length > 0,
  replay: (file) => traces.has(file),
  trace: (file) => traces.has(file),
  diagram: (name) => charts.has(name) || runs.some((run) => run.name === name),
  diff: (name) => runs.some((run) => run.name === name),
  refines: (name) => chooseRuns(refinements, [name]).length > 0,
  frontier: (name) => chosen(landscapes, [name], undefined).length > 0,
  'explore-random': (name) => chooseRuns(runs, [name]).length > 0,
  mutate: (name) => charts.has(name) || mutants().includes(name),
  export: (name) => exportFormats.some((format) => format.name === name) || runs.some((run) => run.name === name),
  'import-trace': (file) => file === 'steps.txt',
  help: (topic) => topic === 'exit-codes' || commands.some(({ name }) => name === topic),
};

const examples = commands.flatMap((command) => command.examples.map((example) => ({ command, example })));

test.for(examples)('$example', ({ command, example }) => {
  const [verb, ...rest] = example.split(' ');
  expect(verb).toBe(command.name);
  const { given, operands } = parse(command, rest);
  expect(operands.filter((operand) => !known[command.name]?.(operand))).toEqual([]);
  const chosen = command.name === 'check' ? chooseRuns(runs, operands) : runs;
  expect(chooseClaims(chosen, textsOf(given, 'claim')).length).toBeGreaterThan(0);
  expect(() => varied(sweep.axes, textsOf(given, 'axis'))).not.toThrow();
});

test.for([
  ['V438', /^there is no run "V438"; did you mean orders\/V438, [\w/, -]+\?$/],
  ['v438/r', /; did you mean orders\/V438\/R/],
  ['early', /, and \d+ more\?$/],
  ['conc/late', /orders\/V430\/R\/conc\/late, /],
  ['oders/V438', /did you mean "orders\/V438"\?$/],
] as const)('check %s names the runs that may be meant', ([name, message]) => {
  expect(() => chooseRuns(runs, [name])).toThrow(message);
});
