/**
 * The whole manifest, searched once: every run gives what it is known to give, every violation has its golden trace,
 * and the pages say what the runs give.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { documents, type Searched } from '../../src/cli/documents.ts';
import { goldenFile, goldenText } from '../../src/cli/golden-text.ts';
import { differences } from '../../src/cli/judge.ts';
import { perform } from '../../src/cli/perform.ts';
import { loadProse } from '../../src/cli/prose.ts';
import { loadRuns, loadSweep } from '../../src/cli/specification.ts';

const folder = 'test/golden';

/** Fails with one line for each fault and, below them, what mends them. */
const expectNone = (faults: readonly string[], script: string): void =>
  expect(faults.length === 0 ? [] : [...faults, `to mend: npm run ${script}, and read what changed`]).toEqual([]);

/** Throws at a counterexample that live actors do not take as the search found it. */
async function searchAll(): Promise<readonly Searched[]> {
  const searched: Searched[] = [];
  for (const run of runs) {
    const job = { kind: 'run', name: run.name, claims: [], limits: {} } as const;
    const answer = await perform(job, { runs: loadRuns, sweep: loadSweep }, { aborted: false }, () => {});
    if (answer.kind !== 'report')
      throw new Error(`${run.name}: ${answer.kind === 'fault' ? answer.fault : answer.kind}`);
    searched.push({ run, answer });
  }
  return searched;
}

let searched: readonly Searched[];
beforeAll(async () => {
  searched = await searchAll();
}, 300_000);

test('every run gives what the manifest expects', () => {
  const found = searched.flatMap(({ run, answer }) =>
    differences(answer.report, run.expected).map(({ text }) => `${run.name}: ${text}`),
  );
  expectNone(found, 'renew');
});

test('every violation has its shortest trace in a golden file, and no file is left over', () => {
  const made = new Map(
    searched.flatMap(({ run, answer }) => {
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

test('the pages say what the runs give', async () => {
  const read = (path: string): string => readFileSync(path, 'utf8');
  const pages = await documents(searched, await loadProse(), async (path) => read(path));
  const stale = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  expectNone(stale, 'docs');
});
