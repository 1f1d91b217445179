/** The tables of mutants of the engine show what was last recorded, and the record is no worse than it was. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('docs/decisions/018-engine-mutation.md is written from docs/engine-mutation.json', () => {
  const { status, stderr } = spawnSync(process.execPath, ['test/engine-mutation/run.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test('of the mutants that were tried in each folder not fewer are killed than the decision says', () => {
  const recorded = JSON.parse(readFileSync('docs/engine-mutation.json', 'utf8')) as Record<
    string,
    { readonly tried: number; readonly killed: number }
  >;
  const sum = (folder: string, field: 'tried' | 'killed'): number =>
    Object.entries(recorded)
      .filter(([file]) => file.startsWith(`src/${folder}/`))
      .reduce((total, [, each]) => total + each[field], 0);
  const below = ['check', 'compose', 'tabulate'].filter(
    (folder) => sum(folder, 'killed') < 0.85 * sum(folder, 'tried'),
  );
  expect(below).toEqual([]);
});
