/**
 * The whole manifest, searched once: every run gives what it is known to give, every violation has its golden trace,
 * and the pages say what the runs give.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { matrices } from '../../properties/sweep-matrices.ts';
import { sweep } from '../../properties/sweep.ts';
import { staleFiles, superfluousFiles } from '../../src/cli/docs.ts';
import { documents, type Searched } from '../../src/cli/documents.ts';
import { Failure } from '../../src/cli/failure.ts';
import { goldenFile, goldenText } from '../../src/cli/golden-text.ts';
import { differences } from '../../src/cli/judge.ts';
import { lockOf, lockText } from '../../src/cli/lock.ts';
import { perform } from '../../src/cli/perform.ts';
import { loadProse } from '../../src/cli/prose.ts';
import type { Answer, Job } from '../../src/cli/searches.ts';
import { loadRuns, loadSweep } from '../../src/cli/specification.ts';
import { cellsOf, type Swept } from '../../src/cli/swept.ts';

const folder = 'test/golden';

/** Fails with one line for each fault and, below them, what mends them. */
const expectNone = (faults: readonly string[], script: string): void =>
  expect(faults.length === 0 ? [] : [...faults, `to mend: npm run ${script}, and read what changed`]).toEqual([]);

/** @throws at a counterexample that live actors do not take as the search found it. */
async function searched(job: Job, name: string): Promise<Extract<Answer, { kind: 'report' }>> {
  const answer = await perform(job, { runs: loadRuns, sweep: loadSweep }, { aborted: false }, () => {});
  if (answer.kind !== 'report') throw new Error(`${name}: ${answer.kind === 'fault' ? answer.fault : answer.kind}`);
  return answer;
}

async function searchRuns(): Promise<readonly Searched[]> {
  const found: Searched[] = [];
  for (const run of runs) {
    found.push({ run, answer: await searched({ kind: 'run', name: run.name, claims: [], limits: {} }, run.name) });
  }
  return found;
}

async function searchMatrices(): Promise<readonly Swept[]> {
  const found: Swept[] = [];
  for (const matrix of matrices) {
    for (const values of cellsOf(matrix, sweep.axes)) {
      const job = { kind: 'cell', values, timeouts: false, limits: {} } as const;
      found.push({ matrix, values, answer: await searched(job, Object.values(values).join(' ')) });
    }
  }
  return found;
}

let manifest: readonly Searched[];
beforeAll(async () => {
  manifest = await searchRuns();
});

test('every run gives what the manifest expects', () => {
  const found = manifest.flatMap(({ run, answer }) =>
    differences(answer.report, run.expected).map(({ text }) => `${run.name}: ${text}`),
  );
  expectNone(found, 'renew');
});

test('the lock says what the runs give', () => {
  const found = lockOf(manifest.map(({ run, answer }) => [run.name, answer.report]));
  expectNone(readFileSync('runs.lock.json', 'utf8') === lockText(found) ? [] : ['changed: runs.lock.json'], 'renew');
});

test('every violation has its shortest trace in a golden file, and no file is left over', () => {
  const made = new Map(
    manifest.flatMap(({ run, answer }) => {
      const text = goldenText(run, answer.shown);
      return text === undefined ? [] : [[goldenFile(folder, run.name), text] as const];
    }),
  );
  const stored = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  );
  const faults = [
    ...[...made.keys()].filter((path) => !stored.has(path)).map((path) => `missing: ${path}`),
    ...[...stored.keys()].filter((path) => !made.has(path)).map((path) => `superfluous: ${path}`),
    ...[...made]
      .filter(([path, text]) => stored.has(path) && stored.get(path) !== text)
      .map(([path]) => `changed: ${path}`),
  ];
  expectNone(faults, 'renew');
});

test('the pages say what the runs and the matrices give', async () => {
  const readFile = async (path: string): Promise<string> => {
    if (!existsSync(path)) throw new Failure(`cannot read ${path}: there is no such file`);
    return readFileSync(path, 'utf8');
  };
  const explored = { searched: manifest, swept: await searchMatrices(), sweep };
  const { pages } = await documents(explored, await loadProse(), readFile);
  const filesIn = async (folder: string): Promise<readonly string[]> =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  const faults = [
    ...(await staleFiles(pages, { readFile })),
    ...(await superfluousFiles(pages, { filesIn })).map((path) => `superfluous: ${path}`),
  ];
  expectNone(faults, 'docs');
});
