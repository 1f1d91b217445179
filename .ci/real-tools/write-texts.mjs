/**
 * Writes into a folder, by the commands that users have, what other tools shall read: every chart, the systems of one
 * run of each kind, and traces of claims that do not hold. A file is named by its subject, and ends as its format.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { runs } from '../../dist/properties/runs.js';

import { grouped } from './grouped.mjs';

const [folder] = process.argv.slice(2);
const traces = 16;
const searchedAtMost = 20_000;

const run = promisify(execFile);
const fileOf = (subject, format) => join(folder, `${subject.replaceAll('/', '-')}.${format}`);

/** The command line; `codes`: what it may end with. */
async function commanded(args, codes = [0]) {
  try {
    await run(process.execPath, ['dist/src/cli/main.js', ...args], { maxBuffer: 1 << 28 });
  } catch (error) {
    if (!codes.includes(error.code)) throw error;
  }
}

/** One run of each system: the first, the middle and the last of those whose names begin alike. */
function chosenRuns() {
  const kinds = grouped(runs, ({ name }) => name.split('/')[0]);
  return [...kinds.values()].flatMap((alike) => [...new Set([alike[0], alike[alike.length >> 1], alike.at(-1)])]);
}

const charts = new Set(runs.flatMap((one) => Object.values(one.system().parties).map(({ chart }) => chart.id)));
const jobs = [];
for (const chart of charts) {
  for (const format of ['mermaid', 'plantuml', 'dot', 'smcat']) {
    jobs.push(['diagram', chart, '-f', format, '-q', '-o', fileOf(chart, format)]);
    jobs.push(['diagram', chart, '-f', format, '--sends', '-q', '-o', fileOf(`${chart}-with-sends`, format)]);
  }
  jobs.push(['diagram', chart, '-f', 'scxml', '-q', '-o', fileOf(chart, 'scxml')]);
}
for (const { name } of chosenRuns()) {
  for (const format of ['mermaid', 'plantuml', 'dot']) {
    jobs.push([
      'diagram',
      name,
      '-f',
      format,
      '--max-states',
      String(searchedAtMost),
      '-q',
      '-o',
      fileOf(name, format),
    ]);
  }
}

const found = join(folder, 'traces');
mkdirSync(found);
// The smallest run of each kind that has counterexamples.
const violated = [...runs]
  .filter(({ expected }) => expected?.violated && Object.keys(expected.violated).length > 0)
  .sort((a, b) => a.expected.states - b.expected.states);
const searched = [...grouped(violated, ({ name }) => name.split('/')[0]).values()].flatMap((alike) =>
  alike.slice(0, 4),
);
await commanded(
  ['check', ...searched.map(({ name }) => name), '--out', found, '--no-color', '-q'],
  [0, 10, 11, 12, 13],
);
const names = readdirSync(found);
// Spread over all runs that gave some.
const every = Math.max(1, names.length / traces);
for (let place = 0; place < names.length; place += every) {
  const name = names[Math.floor(place)];
  for (const format of ['mermaid', 'plantuml']) {
    jobs.push(['trace', join(found, name), '-f', format, '-q', '-o', fileOf(name.replace(/\.json$/, ''), format)]);
  }
}

const hands = [0, 1].map(async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await commanded(job);
});
await Promise.all(hands);
