/** The commands of docs/scaling.md that need no more than SPIN: run as they stand there, with a smaller swarm. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { told } from '../cli/fake-session.ts';

const page = readFileSync(new URL('../../docs/scaling.md', import.meta.url), 'utf8');
const command = (begin: string): string =>
  page
    .split('\n')
    .find((line) => line.startsWith(`    ${begin}`))!
    .trim();
const ours = (begin: string): string => command(`npx matching-rfc ${begin}`).replace('npx matching-rfc ', '');

const has = (tool: string, ...args: string[]): boolean => {
  try {
    execFileSync(tool, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const able = has('spin', '-V') && has('gcc', '--version');

test.skipIf(!able)(`a swarm finds traces${able ? '' : ' (skipped: needs spin)'}`, async () => {
  const exported = await told(ours('export promela'), { runs });
  const folder = mkdtempSync(join(tmpdir(), 'swarm-'));
  try {
    writeFileSync(join(folder, 'model.pml'), exported.files.get('model.pml')!);
    const [spin, ...args] = command('spin').replace('-swarm8,2', '-swarm2,2').split(' ');
    // The runs outlive SPIN: whoever reads their output waits for the last of them.
    spawnSync(spin!, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
    const trails = readdirSync(folder).filter((file) => /^model\.pml_pan_\d+_\d+\.trail$/.test(file));
    expect(trails).not.toEqual([]);
    const { stdout: steps } = spawnSync(join(folder, 'pan'), ['-r', trails[0]!], { cwd: folder, encoding: 'utf8' });
    const back = ours('import-trace steps.txt').replace(/ -o .*/, '');
    const { code, err } = await told(back, { runs, files: { 'steps.txt': steps } });
    expect(err).toContain('replayed on live actors');
    expect(code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the commands for TLC name files that are written', async () => {
  const { files } = await told(ours('export tla'), { runs });
  const written = new Set([...files.keys()].map((file) => file.replace(/^\w+\/\w+/, '')));
  const named = [...page.matchAll(/<module>(\.[\w.]*\w)/g)].map(([, ending]) => ending!);
  expect([...new Set(named)].filter((ending) => !written.has(ending))).toEqual([]);
});
