/**
 * Runs test files against one mutant after the other, as it is told: `load` bundles, run one `dry`, or with a `mutant`
 * switched on. Whoever started it watches the time: a mutant that does not end is ended with this thread.
 */
import { parentPort, workerData } from 'node:worker_threads';

import { evaluable } from './evaluable.mjs';
import { standIn } from './stand-in.mjs';

process.env.FC_RUNS = '25';
const fc = await import('fast-check');
fc.default.configureGlobal({ seed: 438, endOnFailure: true });
const modules = new Map([
  ['fast-check', fc],
  ['xstate', await import('xstate')],
]);
const stryker = (globalThis.__stryker__ = {});
const { provided } = workerData;
let files = new Map();

/** The tests of a file, and what went wrong while it was loaded, or before its tests. */
async function loaded(file) {
  const { module, tests, before } = standIn(provided, file);
  try {
    files.get(file)(module);
    for (const hook of before) await hook();
    return { tests };
  } catch (error) {
    return { tests, fails: `while loaded: ${error}` };
  }
}

/** What a test fails with, if it does. */
async function failure({ name, run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return `${name}: ${error?.message}`;
  }
}

const answers = {
  load({ bundles }) {
    files = new Map(bundles.map(({ file, code }) => [file, evaluable(file, code, modules)]));
    return {};
  },
  /** How often each mutant is met while a file is loaded, and by each of its tests; what fails without any mutant. */
  async dry({ file }) {
    const met = (stryker.mutantCoverage = { static: {}, perTest: {} });
    stryker.activeMutant = 'none';
    stryker.currentTestId = undefined;
    const { tests, fails: atOnce } = await loaded(file);
    let fails = atOnce;
    const times = [];
    for (const [number, test] of tests.entries()) {
      const begun = performance.now();
      stryker.currentTestId = `${number}`;
      fails ??= await failure(test);
      times.push(performance.now() - begun);
    }
    stryker.currentTestId = undefined;
    return {
      whileLoaded: met.static,
      byTest: times.map((took, number) => ({ took, counts: met.perTest[number] ?? {} })),
      fails,
    };
  },
  /** The first file of those tried in which one of the tests by number fails with the mutant switched on; none: {}. */
  async mutant({ id, tried, limit }) {
    stryker.mutantCoverage = undefined;
    for (const { file, numbers } of tried) {
      stryker.activeMutant = id;
      stryker.hitCount = 0;
      stryker.hitLimit = limit;
      const { tests, fails } = await loaded(file);
      if (fails !== undefined) return { file };
      for (const number of numbers) {
        const test = tests[number];
        // A mutant can change how many tests there are: then something is not tested, and that is noticed.
        if (test === undefined || (await failure(test)) !== undefined) return { file };
      }
    }
    return {};
  },
};

parentPort.on('message', async ({ act, ...given }) => parentPort.postMessage(await answers[act](given)));
parentPort.postMessage('ready');
