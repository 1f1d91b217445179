/**
 * Has the quick tests meet every mutant of a file that Stryker's instrumenter makes. Each evaluation of a test file has
 * modules of its own, in one long-lived thread: a mutant that dies costs some hundredths of a second.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import { bundled, evaluable } from './evaluable.mjs';
import { instrumented, uncounted } from './instrumented.mjs';
import { Thread } from './thread.mjs';

/** What the naive checker says of the random cases: asked once, as it shares no mutated file. */
async function naively() {
  const provided = {};
  const file = 'test/engine-mutation/ask-naive-checker.ts';
  const modules = new Map([
    ['fast-check', await import('fast-check')],
    ['xstate', await import('xstate')],
  ]);
  const { code } = await bundled(file);
  const setup = evaluable(file, code, modules)({});
  setup.default({ provide: (name, value) => (provided[name] = value) });
  return provided;
}

/**
 * Of each test file how often it meets each mutant while it is loaded and by each test, and how many milliseconds each test
 * takes while that is counted.
 *
 * @throws Error at a test that fails without any mutant.
 */
async function covered(thread, met) {
  await thread.load(met);
  const coverage = [];
  for (const { file } of met) {
    const answer = await thread.ask({ act: 'dry', file }, 300_000);
    const { whileLoaded, byTest, fails } = answer ?? { fails: 'it does not end' };
    if (fails !== undefined) throw new Error(`${file} fails without a mutant: ${fails}`);
    coverage.push({ file, whileLoaded, byTest });
  }
  return coverage;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The tests of a file that meet a mutant, by number: all where it is met while the file is loaded. */
function meeting(id, { file, whileLoaded, byTest }) {
  const numbers = [...byTest.keys()].filter((number) => id in whileLoaded || id in byTest[number].counts);
  return {
    file,
    numbers,
    times: (whileLoaded[id] ?? 0) + sum(numbers.map((number) => byTest[number].counts[id] ?? 0)),
    took: sum(numbers.map((number) => byTest[number].took)),
  };
}

/** What became of one mutant: `Killed`, `Timeout`, `Survived` or `NoCoverage`, and the file that killed it. */
async function judged(thread, { id }, coverage, last) {
  const meets = coverage.map((each) => meeting(id, each)).filter(({ times }) => times > 0);
  if (meets.length === 0) return { status: 'NoCoverage' };
  const answer = await thread.ask(
    {
      act: 'mutant',
      id,
      tried: meets.toSorted((one, other) => (other.file === last) - (one.file === last)),
      limit: 1000 + 20 * Math.max(...meets.map(({ times }) => times)),
    },
    5000 + 2 * sum(meets.map(({ took }) => took)),
  );
  if (answer === undefined) return { status: 'Timeout' };
  return { status: answer.file === undefined ? 'Survived' : 'Killed', file: answer.file };
}

/** Measures one file in a thread: its source, and its mutants with what became of them. */
async function measuredBy(thread, file, tests) {
  const { source, code, mutants } = await instrumented(file);
  const inPlace = new Map([[resolve(file), code]]);
  const met = [];
  for (const test of tests) {
    const bundle = await bundled(test, inPlace);
    if (bundle.meets) met.push({ file: test, code: bundle.code });
  }
  const coverage = await covered(thread, met);
  await thread.load(met.map((each) => ({ ...each, code: uncounted(each.code) })));
  let last;
  for (const mutant of mutants) {
    const { status, file: killer } = await judged(thread, mutant, coverage, last);
    mutant.status = status;
    last = killer ?? last;
  }
  return { source, mutants };
}

/**
 * Measures files, as many at a time as there are processors.
 *
 * @param files paths of sources.
 * @param tests paths of test files, in the order in which they meet a mutant.
 * @param keep is told of each file: `{ source, mutants }`, and how many seconds it took.
 */
export async function measure(files, tests, keep) {
  const provided = await naively();
  const left = files.values();
  const threads = Array.from({ length: Math.min(files.length, availableParallelism()) }, async () => {
    const thread = new Thread(provided);
    for (const file of left) {
      const begun = Date.now();
      keep(file, await measuredBy(thread, file, tests), (Date.now() - begun) / 1000);
    }
    await thread.end();
  });
  await Promise.all(threads);
}
