/**
 * Searches every run of the manifest once and writes what it gives: verdicts and counts into properties/expected/, one
 * line a run, the lock of all verdicts and lengths, and the shortest trace of every violation into test/golden/.
 *
 *     npm run renew
 *
 * Read every line that changes before you commit it: a changed verdict, count or trace is a finding until it is
 * understood.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';

import { runs } from '../../dist/properties/runs.js';
import { expectedFiles } from '../../dist/src/cli/expected-text.js';
import { goldenFile, goldenText } from '../../dist/src/cli/golden-text.js';
import { lockOf, lockText } from '../../dist/src/cli/lock.js';
import { WorkerPool } from '../../dist/src/cli/worker-pool.js';

const pool = new WorkerPool(availableParallelism());
const searched = await Promise.all(
  runs.map(async (run) => {
    const answer = await pool.search({ kind: 'run', name: run.name, claims: [], limits: {} }, () => {});
    if (answer.kind !== 'report') {
      console.error(`${run.name}: ${answer.fault ?? answer.kind}; nothing is written`);
      process.exit(1);
    }
    return { run, answer };
  }),
);
await pool.close();

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

for (const [path, text] of expectedFiles(searched.map(({ run, answer: { report } }) => ({ run, report })))) {
  write(path, text);
}

const lock = lockOf(searched.map(({ run, answer }) => [run.name, answer.report]));
write('runs.lock.json', lockText(lock));

const folder = 'test/golden';
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (entry.isDirectory()) rmSync(`${folder}/${entry.name}`, { recursive: true });
}
const texts = searched.map(({ run, answer }) => [goldenFile(folder, run.name), goldenText(run, answer.shown)]);
const kept = texts.filter(([, text]) => text !== undefined);
for (const [path, text] of kept) write(path, text);

console.log(
  `${runs.length} runs written to properties/expected/ and runs.lock.json, the traces of ${kept.length} to ${folder}/.`,
);
console.log(
  'Read every change (git diff properties/expected runs.lock.json test/golden) before you commit it: each is a finding until',
);
console.log('it is understood. Then npm run docs writes the pages anew.');
