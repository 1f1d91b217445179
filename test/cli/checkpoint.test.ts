/** Checkpoints in files: whole at any moment, and refused when they are not whole or belong to another search. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { check } from '../../src/check/index.ts';
import { type OpenCheckpoint, type Owner, openCheckpoint, writeCheckpoint } from '../../src/cli/checkpoint-file.ts';
import { keptJob } from '../../src/cli/checkpoints.ts';
import { Failure } from '../../src/cli/failure.ts';
import { checkpointName } from '../../src/cli/trace-names.ts';
import type { Run } from '../../src/model/index.ts';
import { overQueues } from '../toys/alternating-bit.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'matching-rfc-'));
const file = join(folder, 'run.checkpoint');
const owner: Owner = { version: '1', bytes: 'LE', run: 'a/run', model: 'abc', claims: [] };
afterAll(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  const system = overQueues({ loses: 1, duplicates: 0 });
  beforeAll(() => {
    const keep = (checkpoint: Parameters<typeof writeCheckpoint>[2]): void => writeCheckpoint(file, owner, checkpoint);
    check(system, { checkpoints: { due: () => true, keep } });
  });

  const refused = (path: string, ours: Owner): Failure | undefined => {
    let opened: OpenCheckpoint | undefined;
    try {
      opened = openCheckpoint(path, ours);
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
    opened.close();
    return undefined;
  };

  test('is gone on from', () => {
    const resume = openCheckpoint(file, owner);
    const { cost: _, ...report } = check(system, { checkpoints: { resume } });
    resume.close();
    const { cost: __, ...whole } = check(system);
    expect(report).toEqual(whole);
  });

  test('of another search is refused in one line', () => {
    const told = (changes: Partial<Owner>): unknown => {
      const failure = refused(file, { ...owner, ...changes })!;
      return [failure.code, failure.message.replace(file, '<file>')];
    };
    expect([
      told({ version: '2' }),
      told({ bytes: 'BE' }),
      told({ run: 'b/run' }),
      told({ model: 'def' }),
      told({ claims: ['P1'] }),
    ]).toMatchInlineSnapshot(`
      [
        [
          22,
          "<file> was written by version 1 of matching-rfc, and this is 2; start without --resume",
        ],
        [
          22,
          "<file> was written on a machine that orders bytes otherwise; start without --resume",
        ],
        [
          22,
          "<file> was written for the run a/run; start without --resume",
        ],
        [
          22,
          "<file> was written for other charts or another system, of the same name; start without --resume",
        ],
        [
          22,
          "<file> was written for all claims of the run; start without --resume",
        ],
      ]
    `);
    expect(refused(`${file}.gone`, owner)?.code).toBe(150);
  });

  test('that was cut short or changed anywhere is refused', () => {
    const whole = readFileSync(file);
    const spoilt = join(folder, 'spoilt.checkpoint');
    const place = fc.nat(whole.length - 1);
    const cut = place.map((length) => whole.subarray(0, length));
    const changed = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= by;
      return bytes;
    });
    const longer = fc.uint8Array({ minLength: 1 }).map((tail) => Buffer.concat([whole, tail]));
    fc.assert(
      fc.property(fc.oneof(cut, changed, longer), (bytes) => {
        writeFileSync(spoilt, bytes);
        expect(refused(spoilt, owner)).toMatchObject({ code: 22 });
      }),
      { numRuns: 150 },
    );
  });

  test('that cannot be written is told, and the one before stays', () => {
    expect(() => writeCheckpoint(`${file}/run`, owner, { head: {} as never, columns: {} })).toThrow(Failure);
    expect(refused(file, owner)).toBeUndefined();
  });

  test('whose name a folder has is told before the search, and nothing is left beside it', async () => {
    const taken = checkpointName(folder, 'taken');
    mkdirSync(taken);
    expect(refused(taken, owner)).toMatchObject({ code: 150, message: expect.stringContaining('it is a folder') });
    const run = { name: 'taken' } as Run;
    await expect(keptJob({ checkpoint: folder }, [run])).rejects.toMatchObject({ code: 74 });
    expect(() => writeCheckpoint(taken, owner, { head: {} as never, columns: {} })).toThrow(Failure);
    expect(existsSync(`${taken}.new`)).toBe(false);
  });

  test('is not replaced by one of a search that does not go on from it', async () => {
    const kept = checkpointName(folder, 'kept');
    writeFileSync(kept, readFileSync(file));
    const run = { name: 'kept' } as Run;
    const message = `${kept} keeps a search already: go on with it by --resume ${folder}, or delete it`;
    await expect(keptJob({ checkpoint: folder }, [run])).rejects.toMatchObject({ code: 74, message });
    await expect(keptJob({ checkpoint: folder, resume: tmpdir() }, [run])).rejects.toMatchObject({ code: 74 });
    const { checkpoint } = await keptJob({ checkpoint: folder, resume: `${folder}/` }, [run]);
    expect(checkpoint).toMatchObject({ keep: { file: kept }, resume: kept });
    const link = join(tmpdir(), `link-to-${basename(folder)}`);
    symlinkSync(folder, link);
    await expect(keptJob({ checkpoint: link, resume: folder }, [run])).resolves.toBeDefined();
    rmSync(link);
    expect(readFileSync(kept).equals(readFileSync(file))).toBe(true);
  });
});

/** Runs the search in a process of its own; gives what it wrote, or nothing when it was killed after so long. */
function searched(built: string, at: string, resume: boolean, killAfter?: number): Promise<string> {
  return new Promise((done, fail) => {
    const script = join(root, 'test/cli/kept-search.mjs');
    const child = spawn(process.execPath, [script, built, at, resume ? 'resume' : 'new']);
    let out = '';
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => fail(new Error(String(data))));
    child.on('error', fail);
    child.on('close', () => done(out));
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
}

test('a process that is killed at any moment leaves a whole checkpoint, from which the search ends as ever', async () => {
  const built = join(folder, 'built');
  const tsc = spawn(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', built], {
    cwd: root,
  });
  await new Promise((done) => tsc.on('close', done));
  symlinkSync(join(root, 'node_modules'), join(built, 'node_modules'));
  writeFileSync(join(built, 'package.json'), readFileSync(join(root, 'package.json')));
  const began = performance.now();
  const whole = await searched(built, join(folder, 'whole.checkpoint'), false);
  const time = performance.now() - began;
  expect(whole).not.toBe('');
  for (let killed = 0; killed < 3; killed++) {
    const after = time * (0.3 + 0.6 * Math.random());
    const at = join(folder, `killed${killed}.checkpoint`);
    await searched(built, at, false, after);
    if (existsSync(at)) await searched(built, at, true, after / 2);
    expect(await searched(built, at, existsSync(at))).toBe(whole);
  }
});
