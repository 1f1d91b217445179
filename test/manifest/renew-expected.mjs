/**
 * Checks every run of the manifest and writes what it gives into properties/expected/, one line a run.
 *
 *     npm run renew
 *
 * Read every line that changes before you commit it: a changed verdict or count is a finding until it is understood.
 */
import { mkdirSync, writeFileSync } from 'node:fs';

import { runs } from '../../dist/properties/runs.js';
import { check } from '../../dist/src/check/index.js';

const bad = ({ verdict }) => verdict === 'violated' || verdict === 'not reached';
const quote = (text) => `'${text.replaceAll("'", "\\'")}'`;
const list = (texts) => `[${texts.map(quote).join(', ')}]`;

const groups = new Map();
for (const run of runs) {
  const { states, steps, depth, verdicts, outcomes } = check(run.system(), { families: run.families });
  const violated = verdicts.filter(bad).map(({ claim }) => claim);
  const ends = [...new Set(outcomes.map(({ name }) => name))].sort();
  const fields = [`outcomes: ${list(ends)}`, `states: ${states}`, `steps: ${steps}`, `depth: ${depth}`];
  if (violated.length > 0) fields.push(`violated: ${list(violated)}`);
  const group = run.name.split('/')[0];
  groups.set(group, [...(groups.get(group) ?? []), `  ${quote(run.name)}: { ${fields.join(', ')} },`]);
}

const constant = (group) => group.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const head = (what) => `/**\n * ${what} Written by \`npm run renew\`; read every change before you commit it.\n */\n`;

mkdirSync('properties/expected', { recursive: true });
for (const [group, lines] of groups) {
  writeFileSync(
    `properties/expected/${group}.ts`,
    `${head(`What the runs named ${group}/... give.`)}import type { Expected } from '../../src/model/index.ts';\n\n` +
      `export const ${constant(group)}: Readonly<Record<string, Expected>> = {\n${lines.join('\n')}\n};\n`,
  );
}
const names = [...groups.keys()].sort();
writeFileSync(
  'properties/expected.ts',
  `${head('What each run of the manifest is known to give.')}${names
    .map((group) => `import { ${constant(group)} } from './expected/${group}.ts';\n`)
    .join('')}import type { Expected } from '../src/model/index.ts';\n\n` +
    `export const expected: Readonly<Record<string, Expected>> = { ${names.map((group) => `...${constant(group)}`).join(', ')} };\n`,
);
console.log(`${runs.length} runs written to properties/expected/`);
