/** The tables of mutants of the engine show what was last recorded, and the record reaches its aim. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('docs/decisions/018-engine-mutation.md is written from docs/engine-mutation.json', () => {
  const { status, stderr } = spawnSync(process.execPath, ['test/engine-mutation/run.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test('of the mutants of each file that were tried at least 85 percent are killed', () => {
  const recorded = JSON.parse(readFileSync('docs/engine-mutation.json', 'utf8')) as Record<
    string,
    { readonly tried: number; readonly killed: number }
  >;
  const below = Object.entries(recorded).filter(([, { tried, killed }]) => killed < 0.85 * tried);
  expect(below.map(([file]) => file)).toEqual([]);
});
