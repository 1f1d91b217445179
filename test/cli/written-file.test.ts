import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { tryWriting, writeWhole } from '../../src/cli/written-file.ts';

const all = mkdtempSync(join(tmpdir(), 'written-'));
afterAll(() => rmSync(all, { recursive: true }));

let base: string;
let many = 0;
beforeEach(() => {
  base = join(all, String(++many));
  mkdirSync(base);
});

const everything = (): readonly string[] => readdirSync(base, { recursive: true, encoding: 'utf8' }).sort();

function* breaksOff(): Generator<string> {
  yield 'half of it';
  throw new Error('the other half does not come');
}

describe('a file is written as a whole', () => {
  test('with the folders on the way', async () => {
    await writeWhole(join(base, 'a/b/x'), ['one ', 'two']);
    expect([everything(), readFileSync(join(base, 'a/b/x'), 'utf8')]).toEqual([['a', 'a/b', 'a/b/x'], 'one two']);
  });

  test('or not at all: the one before stays, and no half of the new one', async () => {
    writeFileSync(join(base, 'x'), 'before');
    await expect(writeWhole(join(base, 'x'), breaksOff())).rejects.toThrow('the other half does not come');
    await expect(writeWhole(join(base, 'y'), breaksOff())).rejects.toThrow('the other half does not come');
    expect([everything(), readFileSync(join(base, 'x'), 'utf8')]).toEqual([['x'], 'before']);
  });

  test('in place of the one before: who may read it stays, and so does a link to it', async () => {
    writeFileSync(join(base, 'x'), 'before');
    chmodSync(join(base, 'x'), 0o640);
    symlinkSync('x', join(base, 'link'));
    await writeWhole(join(base, 'link'), 'after');
    expect([everything(), readFileSync(join(base, 'x'), 'utf8')]).toEqual([['link', 'x'], 'after']);
    expect(statSync(join(base, 'x')).mode & 0o777).toBe(0o640);
  });

  test.runIf(existsSync('/dev/null'))('and a device stays a device', async () => {
    await tryWriting('/dev/null', 'file');
    await writeWhole('/dev/null', 'away');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('trying leaves everything as it was', () => {
  test.for([
    ['file', 'a/b/x'],
    ['folder', 'a/b'],
    ['file', 'old'],
  ] as const)('%s %s', async ([kind, path]) => {
    writeFileSync(join(base, 'old'), 'before');
    await tryWriting(join(base, path), kind);
    expect([everything(), readFileSync(join(base, 'old'), 'utf8')]).toEqual([['old'], 'before']);
  });

  test.for([
    ['file', '', 'EISDIR'],
    ['file', 'new/', 'EISDIR'],
    ['file', 'old/x', 'ENOTDIR'],
    ['folder', 'old', 'ENOTDIR'],
    ['folder', 'old/in/it', 'ENOTDIR'],
    ['file', 'x'.repeat(300), 'ENAMETOOLONG'],
  ] as const)('what cannot be written is found: %s %s: %s', async ([kind, path, code]) => {
    writeFileSync(join(base, 'old'), 'before');
    await expect(tryWriting(`${base}/${path}`, kind)).rejects.toMatchObject({ code });
    expect(everything()).toEqual(['old']);
  });

  test.runIf(existsSync('/proc/self'))('and so is a place in which nothing can be made', async () => {
    await expect(tryWriting('/proc/nope/x', 'file')).rejects.toThrow('no folder can be made in /proc');
    await expect(tryWriting('/proc/x', 'file')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.skipIf(process.getuid?.() === 0)('nor may one write where one has no right to', async () => {
    mkdirSync(join(base, 'closed'), { mode: 0o500 });
    await expect(tryWriting(join(base, 'closed/x'), 'file')).rejects.toMatchObject({ code: 'EACCES' });
    writeFileSync(join(base, 'read-only'), 'before', { mode: 0o400 });
    await expect(tryWriting(join(base, 'read-only'), 'file')).rejects.toMatchObject({ code: 'EACCES' });
  });
});
