/**
 * Searches every run of the manifest once and writes what it gives: verdicts and counts into properties/expected/, one
 * line a run, and the shortest trace of every violation into test/golden/.
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
import { goldenFile, goldenText } from '../../dist/src/cli/golden-text.js';
import { WorkerPool } from '../../dist/src/cli/worker-pool.js';

const pool = new WorkerPool(availableParallelism());
const searched = await Promise.all(
  runs.map(async (run) => {
    const answer = await pool.search({ kind: 'run', name: run.name, claims: [], limits: {} }, () => {});
    if (answer.kind !== 'report') throw new Error(`${run.name}: ${answer.fault ?? answer.kind}`);
    return { run, answer };
  }),
);
await pool.close();

const bad = ({ verdict }) => verdict === 'violated' || verdict === 'not reached';
const quote = (text) => `'${text.replaceAll("'", "\\'")}'`;
const list = (texts) => `[${texts.map(quote).join(', ')}]`;

const groups = new Map();
for (const { run, answer } of searched) {
  const { states, steps, depth, verdicts, outcomes } = answer.report;
  const violated = verdicts.filter(bad).map(({ claim }) => claim);
  const ends = [...new Set(outcomes.map(({ name }) => name))].sort();
  const fields = [`outcomes: ${list(ends)}`, `states: ${states}`, `steps: ${steps}`, `depth: ${depth}`];
  if (violated.length > 0) fields.push(`violated: ${list(violated)}`);
  const group = run.name.split('/')[0];
  groups.set(group, [...(groups.get(group) ?? []), `  ${quote(run.name)}: { ${fields.join(', ')} },`]);
}

const constant = (group) => group.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const head = (what) => `/**\n * ${what} Written by \`npm run renew\`; read every change before you commit it.\n */\n`;
const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

for (const [group, lines] of groups) {
  write(
    `properties/expected/${group}.ts`,
    `${head(`What the runs named ${group}/... give.`)}import type { Expected } from '../../src/model/index.ts';\n\n` +
      `export const ${constant(group)}: Readonly<Record<string, Expected>> = {\n${lines.join('\n')}\n};\n`,
  );
}
const names = [...groups.keys()].sort();
write(
  'properties/expected.ts',
  `${head('What each run of the manifest is known to give.')}${names
    .map((group) => `import { ${constant(group)} } from './expected/${group}.ts';\n`)
    .join('')}import type { Expected } from '../src/model/index.ts';\n\n` +
    `export const expected: Readonly<Record<string, Expected>> = { ${names.map((group) => `...${constant(group)}`).join(', ')} };\n`,
);

const folder = 'test/golden';
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (entry.isDirectory()) rmSync(`${folder}/${entry.name}`, { recursive: true });
}
const texts = searched.map(({ run, answer }) => [goldenFile(folder, run.name), goldenText(run, answer.shown)]);
const kept = texts.filter(([, text]) => text !== undefined);
for (const [path, text] of kept) write(path, text);

console.log(`${runs.length} runs written to properties/expected/, the traces of ${kept.length} to ${folder}/`);
