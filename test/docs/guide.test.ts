/** The examples of the guide and of README.md compile, run, and print what the pages show. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { untoldCounts } from '../../src/reference/index.ts';
import { examplesOf, moduleFile, moduleOf, outputsOf } from './guide-code.ts';

const guide = 'docs/guide';
const pages = readdirSync(guide).filter((name) => name.endsWith('.md'));
const withCode = [...pages.map((name) => join(guide, name)), 'README.md']
  .map((path) => [basename(path), examplesOf(readFileSync(path, 'utf8'))] as const)
  .filter(([, examples]) => examples.length > 0);

/** Inside the repository, so that imports of packages are found. */
const folder = mkdtempSync('test/docs/run-');
let printed = '';

beforeAll(async () => {
  for (const [page, examples] of withCode) {
    writeFileSync(join(folder, moduleFile(page)), moduleOf(page, examples, '../../../src/index.ts'));
  }
  const log = vi.spyOn(console, 'log').mockImplementation((...values) => void (printed += `${format(...values)}\n`));
  try {
    for (const [page] of withCode) await import(pathToFileURL(resolve(folder, moduleFile(page))).href);
  } finally {
    log.mockRestore();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.for(withCode)('%s prints what it shows', ([page, examples]) => {
  const outputs = outputsOf(page, examples, printed);
  examples.forEach(({ code, output }, index) => expect(outputs[index], `after:\n${code}`).toBe(output));
});

test('every example compiles under the settings of the repository', () => {
  const config = join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'] }));
  let complaints = '';
  try {
    execFileSync('npx', ['tsc', '--noEmit', '-p', config], { encoding: 'utf8' });
  } catch (error) {
    complaints = String((error as { stdout: unknown }).stdout);
  }
  expect(complaints.split('\n').filter((line) => line.includes(basename(folder)))).toEqual([]);
});

test.for(pages)('%s has no count that nothing makes or checks', (page) => {
  expect(untoldCounts(readFileSync(join(guide, page), 'utf8'))).toEqual([]);
});
