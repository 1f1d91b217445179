import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { chosenMutants, demandSubjects, sampled } from '../../src/cli/mutate-plan.ts';
import { MutationResults } from '../../src/cli/mutate-results.ts';
import type { JudgedMutant, MutantName } from '../../src/model/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

const named = (id: string): MutantName => ({ id, subject: 'lamp', operator: 'guard forced', says: id });
const all = ['lamp/on/TOGGLE/guard-forced', 'lamp/on/TOGGLE/guard-negated', 'lamp/off/TOGGLE/guard-forced'].map(named);

test('a name means a mutant, or all below it', () => {
  expect(chosenMutants(all, { names: [], seed: 1 })).toHaveLength(3);
  expect(chosenMutants(all, { names: ['lamp/on'], seed: 1 })).toEqual([all[0]!.id, all[1]!.id]);
});

test('an unknown chart or mutant is answered with the nearest', () => {
  expect(() => demandSubjects(['lmap'], ['lamp'])).toThrow('there is no chart "lmap"; did you mean "lamp"?');
  expect(() => chosenMutants(all, { names: ['lamp/on/TOGGLE/guard-force'], seed: 1 })).toThrow(
    'did you mean "lamp/on/TOGGLE/guard-forced"?',
  );
});

test('a sample is the same for the same seed, has no mutant twice, and keeps the order', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `m${index}`);
  const sample = sampled(ids, 20, 7);
  expect(sample).toEqual(sampled(ids, 20, 7));
  expect(sample).not.toEqual(sampled(ids, 20, 8));
  expect(new Set(sample).size).toBe(20);
  expect(ids.filter((id) => sample.includes(id))).toEqual(sample);
  expect(sampled(ids, 500, 1)).toEqual(ids);
});

const judged = (id: string, fate: JudgedMutant['fate']): JudgedMutant => ({ ...named(id), fate, affects: 1 });
const how = { fresh: false, claimsAdded: false };

test('an interrupted run goes on where it was: whole lines count, a cut one does not', async () => {
  const path = join(folder, 'cut.jsonl');
  const first = await MutationResults.open(path, 'x', how);
  first.add(judged('a', 'claims'));
  first.add(judged('b', 'counts'));
  appendFileSync(path, '{"of":"x","id":"c","fa');
  const second = await MutationResults.open(path, 'x', how);
  expect(['a', 'b', 'c'].map((id) => second.of(id)?.fate)).toEqual(['claims', 'counts', undefined]);
  second.add(judged('c', 'claims'));
  const third = await MutationResults.open(path, 'x', how);
  expect(third.of('c')?.fate).toBe('claims');
  expect((await MutationResults.open(path, 'x', { ...how, fresh: true })).of('a')).toBeUndefined();
});

test('results of another specification do not count, but kills where claims were only added', async () => {
  const path = join(folder, 'older.jsonl');
  const older = await MutationResults.open(path, 'older', how);
  older.add(judged('a', 'claims'));
  older.add(judged('b', 'counts'));
  expect((await MutationResults.open(path, 'newer', how)).of('a')).toBeUndefined();
  const newer = await MutationResults.open(path, 'newer', { ...how, claimsAdded: true });
  expect([newer.of('a')?.fate, newer.of('b')]).toEqual(['claims', undefined]);
});

test('a file of something else is refused by its line', async () => {
  const path = join(folder, 'other.jsonl');
  writeFileSync(path, 'hello\n{"of":"x"}\n');
  await expect(MutationResults.open(path, 'x', how)).rejects.toThrow('line 1: no result of a mutant');
});

test.for(['precious', 'hello\n', 'precious\nline 2\nline 3'])(
  'a file of something else stays as it is: %j',
  async (text) => {
    const path = join(folder, 'foreign');
    for (const fresh of [false, true]) {
      writeFileSync(path, text);
      await expect(MutationResults.open(path, 'x', { ...how, fresh })).rejects.toThrow('line 1: no result of a mutant');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  },
);
