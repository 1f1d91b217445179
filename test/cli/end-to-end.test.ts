import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import type { Run } from '../../src/model/index.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a program and waits for its end; `started` is told of the process when it has written something. */
function ended(
  command: string,
  args: readonly string[],
  cwd: string,
  started?: (child: ChildProcess) => void,
): Promise<Ended> {
  return new Promise((done, fail) => {
    const { CI: _ci, FORCE_COLOR: _colour, ...env } = process.env;
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      if (out === '') started?.(child);
      out += String(data);
    });
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
  });
}

const matchingRfc = (line: string, started?: (child: ChildProcess) => void): Promise<Ended> =>
  ended(process.execPath, [join(folder, 'src/cli/main.js'), ...line.split(' ')], folder, started);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'matching-rfc-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const file of ['package.json', 'runs.lock.json']) copyFileSync(join(root, file), join(folder, file));
  const tsc = join(root, 'node_modules/.bin/tsc');
  await ended(tsc, ['-p', 'tsconfig.build.json', '--declaration', 'false', '--outDir', folder], root);
});

afterAll(() => rmSync(folder, { recursive: true }));

const violatedBy = ({ expected }: Run): readonly string[] => expected?.violated ?? [];
const broken = [...runs]
  .sort((a, b) => (a.expected?.states ?? 0) - (b.expected?.states ?? 0))
  .find((run) => violatedBy(run).includes('deadlock'))!;

test('the program as built lists the manifest', async () => {
  const { code, out } = await matchingRfc('list --quiet');
  expect([code, out.trimEnd().split('\n')]).toEqual([0, runs.map(({ name }) => name)]);
});

test('it checks a run in a worker thread, writes the traces, and replays them', async () => {
  const { code, out } = await matchingRfc(`check ${broken.name} --no-color`);
  expect(code).toBe(0);
  expect(out.trimEnd().split('\n').at(-1)).toBe(`reproduce: npx matching-rfc check ${broken.name} --no-color`);
  const traces = readdirSync(join(folder, 'traces'));
  expect(traces.length).toBeGreaterThan(0);
  for (const trace of traces) {
    const replayed = await matchingRfc(`replay traces/${trace} --quiet`);
    expect([trace, replayed.code, replayed.err]).toEqual([trace, 0, '']);
    expect(replayed.out).toContain('the trace still shows that');
  }
});

test('as many workers as one likes find the same', async () => {
  const found = async (jobs: number): Promise<unknown> => {
    const { out } = await matchingRfc(
      `check ${broken.name.split('/').slice(0, 2).join('/')} --json --jobs ${jobs} --out found-by-${jobs}`,
    );
    const text = out.replace(/"milliseconds": [\d.]+/g, '"milliseconds": 0').replaceAll(`found-by-${jobs}`, 'traces');
    return { ...(JSON.parse(text) as object), reproduce: '' };
  };
  expect(await found(1)).toEqual(await found(3));
});

test('a sweep without axes is the baseline', async () => {
  const { code, out } = await matchingRfc('sweep --json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    cells: [{ variant: 'V478', ncp: 'R', order: 'conc', retry: 0, complete: true }],
  });
});

test('Ctrl-C prints what was explored so far, exit 130', async () => {
  const { code, out } = await matchingRfc('check --no-color', (child) => child.kill('SIGINT'));
  expect(code).toBe(130);
  expect(out).toContain('bounded: not a proof');
  expect(out).toContain('exit 130');
});

test('a mistake is one line on standard error, exit 150', async () => {
  const { code, out, err } = await matchingRfc('chekc');
  expect([code, out, err]).toEqual([150, '', 'matching-rfc: there is no command "chekc"; did you mean "check"?\n']);
});

test('nothing is written where nothing is violated', async () => {
  const whole = runs.find((run) => violatedBy(run).length === 0)!;
  await matchingRfc(`check ${whole.name} --out nowhere`);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});

test.runIf(existsSync('/dev/full'))('it says in one line that its output cannot be written', async () => {
  const line = `${process.execPath} ${join(folder, 'src/cli/main.js')} list > /dev/full`;
  const { code, err } = await ended('sh', ['-c', line], folder);
  expect([code, err]).toEqual([74, 'matching-rfc: cannot write the output: the disk is full\n']);
});
