/**
 * Has the quick tests meet every mutant of a file that Stryker's instrumenter makes. Each evaluation of a test file has
 * modules of its own, in one long-lived thread: a mutant that dies costs some hundredths of a second.
 */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import { bundled, evaluable } from './evaluable.mjs';
import { hash } from './hash.mjs';
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
 * Of a test file how often it meets each mutant of any file while it is loaded and by each test, and how many milliseconds
 * each test takes while that is counted.
 *
 * @throws Error at a test that fails without any mutant.
 */
async function covered(thread, file, everywhere) {
  const { code } = await bundled(file, everywhere);
  await thread.load([{ file, code }]);
  const answer = await thread.ask({ act: 'dry', file }, 600_000);
  const { whileLoaded, byTest, fails } = answer ?? { fails: 'it does not end' };
  if (fails !== undefined) throw new Error(`${file} fails without a mutant: ${fails}`);
  return { file, whileLoaded, byTest };
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

/** Of many mutants so many, always the same of a source: those whose hashes come first. */
const chosen = (file, mutants, many) =>
  mutants
    .map((mutant) => ({ mutant, rank: hash(`${file} ${JSON.stringify([mutant.location, mutant.replacement])}`) }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, many)
    .map(({ mutant }) => mutant);

/** Tries mutants of one file in a thread: what became of each. */
async function tried(thread, file, { code, mutants }, coverage) {
  const inPlace = new Map([[resolve(file), code]]);
  const reached = coverage.filter((each) => mutants.some(({ id }) => meeting(id, each).times > 0));
  const bundles = [];
  for (const { file: test } of reached) {
    const bundle = await bundled(test, inPlace);
    bundles.push({ file: test, code: uncounted(bundle.code) });
  }
  await thread.load(bundles);
  const results = [];
  let last;
  for (const mutant of mutants) {
    const { status, file: killer } = await judged(thread, mutant, reached, last);
    results.push({ ...mutant, status });
    last = killer ?? last;
  }
  return results;
}

/** Has as many threads as there are processors do things, each the next one that is left. */
async function inThreads(things, act) {
  const provided = await naively();
  const left = things.values();
  const threads = Array.from({ length: Math.min(things.length, availableParallelism()) }, async () => {
    const thread = new Thread(provided);
    for (const thing of left) await act(thread, thing);
    await thread.end();
  });
  await Promise.all(threads);
}

/**
 * Measures files.
 *
 * @param files paths of sources.
 * @param tests paths of test files, in the order in which they meet a mutant.
 * @param about by path of a test file the only sources whose mutants meet it.
 * @param many how many mutants of each file are tried at most.
 * @param keep is told of each file: `{ source, mutants, tried }`, how many there are and what became of those tried, and
 *   how many seconds that took.
 */
export async function measure(files, tests, about, many, keep) {
  const all = await instrumented(files);
  const everywhere = new Map([...all].map(([file, { code }]) => [resolve(file), code]));
  const coverage = new Map();
  await inThreads(tests, async (thread, test) => coverage.set(test, await covered(thread, test, everywhere)));
  const inOrder = tests.map((test) => coverage.get(test));
  await inThreads(files, async (thread, file) => {
    const begun = Date.now();
    const { source, code, mutants } = all.get(file);
    const meant = inOrder.filter((each) => about.get(each.file)?.test(file) ?? true);
    const results = await tried(thread, file, { code, mutants: chosen(file, mutants, many) }, meant);
    keep(file, { source, mutants: mutants.length, tried: results }, (Date.now() - begun) / 1000);
  });
}
