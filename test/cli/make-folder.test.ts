import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { makeFolder } from '../../src/cli/make-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'folders-'));
afterAll(() => rmSync(base, { recursive: true }));

test('folders are made with those above them, and may be there already', async () => {
  await makeFolder(join(base, 'a/b/c'));
  await makeFolder(join(base, 'a/b/c'));
  expect(existsSync(join(base, 'a/b/c'))).toBe(true);
});

test.for(['file', 'file/in/it'])('no folder stands where a file is: %s', async (path) => {
  writeFileSync(join(base, 'file'), '');
  await expect(makeFolder(join(base, path))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(existsSync('/proc/self'))('where none can be made, that is said and not tried again', async () => {
  await expect(makeFolder('/proc/nope/deeper')).rejects.toThrow('no folder can be made in /proc');
});
