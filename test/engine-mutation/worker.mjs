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

/** The first failure of a file; undefined when all of its tests pass. */
async function failure(evaluate) {
  const { module, tests } = standIn(provided);
  try {
    evaluate(module);
  } catch (error) {
    return `while loaded: ${error}`;
  }
  for (const { name, run } of tests) {
    try {
      await run();
    } catch (error) {
      return `${name}: ${error?.message}`;
    }
  }
  return undefined;
}

const answers = {
  load({ bundles }) {
    files = new Map(bundles.map(({ file, code }) => [file, evaluable(file, code, modules)]));
  },
  /** How often each mutant is met by a file, and what fails without any mutant. */
  async dry({ file }) {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    stryker.currentTestId = undefined;
    stryker.activeMutant = 'none';
    const fails = await failure(files.get(file));
    return { met: stryker.mutantCoverage.static, fails };
  },
  async mutant({ id, tried, limit }) {
    stryker.mutantCoverage = undefined;
    for (const file of tried) {
      stryker.activeMutant = id;
      stryker.hitCount = 0;
      stryker.hitLimit = limit;
      const fails = await failure(files.get(file));
      if (fails !== undefined) return { file, fails: fails.slice(0, 200) };
    }
    return {};
  },
};

parentPort.on('message', async ({ act, ...given }) => parentPort.postMessage((await answers[act](given)) ?? {}));
parentPort.postMessage('ready');
