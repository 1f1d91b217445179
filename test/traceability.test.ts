import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type AnyStateMachine, type AnyStateNode, StateMachine } from 'xstate';

import { type Clause, clauses, outOfScope } from '../machines/clauses.ts';
import { variants } from '../machines/variants/index.ts';
import { refinements } from '../properties/refinements.ts';
import { sweep } from '../properties/sweep.ts';
import type { Claim, Family, Run } from '../src/model/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the modules of a folder export, by `file name: export name`. */
async function exportsOf(folder: string): Promise<readonly (readonly [string, unknown])[]> {
  if (!existsSync(join(root, folder))) return [];
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(join(root, folder, file))) as object] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module).map(([name, value]) => [`${file}: ${name}`, value] as const),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFamily = (value: unknown): value is Family => isObject(value) && Array.isArray(value['claims']);
const isRun = (value: unknown): value is Run =>
  isObject(value) && typeof value['system'] === 'function' && 'expected' in value;

const claimed = await exportsOf('properties');
const charts = (await exportsOf('machines')).flatMap(([name, value]) =>
  value instanceof StateMachine ? [{ name, chart: value as AnyStateMachine }] : [],
);
const families = [...new Set(claimed.flatMap(([, value]) => [value].flat().filter(isFamily)))];
const runs = [...new Set(claimed.flatMap(([, value]) => [value].flat().filter(isRun)))];

const nodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodes)];
const cites = (value: unknown): readonly string[] =>
  isObject(value) && Array.isArray(value['cites']) ? (value['cites'] as string[]) : [];

const transitionsOf = (chart: AnyStateMachine) =>
  nodes(chart.root).flatMap((node) =>
    [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map((transition, index) => ({
      name: `${node.id} on ${transition.eventType || 'always'} (${index})`,
      cites: cites(transition.meta),
    })),
  );
const transitions = charts.flatMap(({ chart }) => transitionsOf(chart));
const claims: readonly Claim[] = families.flatMap((family) => family.claims);
const cited = new Set([...transitions, ...claims, ...refinements].flatMap((item) => item.cites));
const ids = Object.keys(clauses) as Clause[];

test('there are charts, families and runs to trace', () => {
  expect({ charts: charts.length > 0, families: families.length > 0, runs: runs.length > 0 }).toEqual({
    charts: true,
    families: true,
    runs: true,
  });
});

test.for(charts)('every transition of $name cites a clause', ({ chart }) => {
  const bare = transitionsOf(chart).filter((transition) => transition.cites.length === 0);
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('every citation names a clause that exists', () => {
  expect([...cited].filter((id) => !(id in clauses))).toEqual([]);
});

test('every clause is cited by a transition or a claim, or is out of scope for a reason', () => {
  expect(ids.filter((id) => !cited.has(id) && !(id in outOfScope))).toEqual([]);
});

test('no clause out of scope is cited after all', () => {
  expect(Object.keys(outOfScope).filter((id) => cited.has(id))).toEqual([]);
});

test.for(families)('every claim of the family $name has clauses', ({ claims: own }) => {
  expect(own.filter((claim) => claim.cites.length === 0).map(({ name }) => name)).toEqual([]);
});

test.for(families.filter(({ claims: own }) => own.some(({ kind }) => kind !== 'outcomes')))(
  'the family $name has a witness beside its claims',
  ({ name, claims: own }) => {
    const kinds = own.map(({ kind }) => kind);
    expect(kinds, `add a claim reaches(...) to the family "${name}"`).toContain('reaches');
  },
);

test('no two claims of a family, no two families and no two runs have the same name', () => {
  const twice = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice(families.map(({ name }) => name))).toEqual([]);
  expect(twice(runs.map(({ name }) => name))).toEqual([]);
  expect(families.flatMap((family) => twice(family.claims.map(({ name }) => name)))).toEqual([]);
});

test('every family is checked by a run', () => {
  const checked = new Set(runs.flatMap((run) => run.families));
  expect(families.filter((family) => !checked.has(family)).map(({ name }) => name)).toEqual([]);
});

test.for(runs)('the run $name expects nothing of claims that it has not got', ({ families: own, expected }) => {
  const errors = ['deadlock', 'livelock', 'unspecified reception', 'bound hit'];
  const known = new Set([...errors, ...own.flatMap((family) => family.claims.map(({ name }) => name))]);
  expect((expected?.violated ?? []).filter((name) => !known.has(name))).toEqual([]);
});

test('every chart is part of a system that is checked', () => {
  const systems = [...runs.map(({ system }) => system()), ...refinements.map(({ service }) => service.system())];
  const used = new Set(systems.flatMap(({ parties }) => Object.values(parties).map(({ chart }) => chart.id)));
  expect(charts.filter(({ chart }) => !used.has(chart.id)).map(({ name }) => name)).toEqual([]);
});

test('every variant has a run, and is a value of the axis of the sweep', () => {
  const names = Object.keys(variants);
  expect(names.filter((name) => !runs.some((run) => run.name.split('/').includes(name)))).toEqual([]);
  expect(sweep.axes.find(({ name }) => name === 'variant')?.values).toEqual(names);
});
