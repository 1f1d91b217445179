/**
 * Mutates the engine, one file after the other, the most important ones first. A file that is as it was measured is left
 * out, unless it is named; what was found is recorded after each file, so that a run that was ended goes on where it was.
 * Arguments: files to measure (again); `--all` tries all of their mutants, not a sample that depends on the source alone; `--page` only writes the page, `--check` only says whether it is current.
 */
import { measure } from './measure.mjs';
import { engineFiles, isMeasured, pageIsCurrent, record, recorded, writePage } from './record.mjs';
import { quickTests, slowTests } from './tests.mjs';

const aim = 0.85;
/** How many mutants of a file are tried, unless all are. */
const perFile = 12;
const check = [
  'fair-loop',
  'strong-components',
  'rests',
  'liveness',
  'endings',
  'state-claims',
  'search',
  'step-claims',
];
const paths = ['liveness-search', 'liveness-lasso', 'end-loops', 'verdicts', 'paths', 'protocol-errors'];
const compose = ['interpret', 'cluster', 'successor-source', 'queue-table', 'layout', 'state-store', 'state-index'];
const first = [
  ...[...check, ...paths].map((name) => `src/check/${name}.ts`),
  ...compose.map((name) => `src/compose/${name}.ts`),
];

async function mutate() {
  const named = process.argv.slice(2).filter((word) => word !== '--all');
  const many = process.argv.includes('--all') ? Infinity : perFile;
  const unknown = named.filter((file) => !engineFiles().includes(file));
  if (unknown.length > 0) {
    console.error(
      `${unknown[0]} is no file of src/check, src/compose or src/tabulate: name one as it is in the repository`,
    );
    process.exitCode = 150;
    return;
  }
  const files =
    named.length > 0 ? named : [...new Set([...first, ...engineFiles()])].filter((file) => !isMeasured(file, many));
  let left = files.length;
  await measure(files, [...quickTests, ...slowTests.keys()], slowTests, many, (file, result, seconds) => {
    const { tried, killed } = record(file, result);
    writePage();
    left -= 1;
    console.log(`${file}: ${killed} of ${tried} mutants killed, ${seconds.toFixed(0)} s; ${left} files left`);
  });
  for (const [file, { tried, killed }] of Object.entries(recorded())) {
    if (killed >= aim * tried) continue;
    console.error(`${file}: ${killed} of ${tried} mutants killed, less than ${100 * aim} %`);
    process.exitCode = 1;
  }
}

if (process.argv.includes('--page')) writePage();
else if (!process.argv.includes('--check')) await mutate();
else if (!pageIsCurrent()) {
  console.error('docs/decisions/018-engine-mutation.md is not as recorded: node test/engine-mutation/run.mjs --page');
  process.exitCode = 1;
}
