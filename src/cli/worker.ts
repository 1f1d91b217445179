/** The worker thread: searches what it is told to, one job after the other. */
import { parentPort, workerData } from 'node:worker_threads';

import { Failure } from './failure.ts';
import { perform } from './perform.ts';
import type { Answer, Job } from './searches.ts';
import { loadLandscapes, loadPropositions, loadRuns, loadSweep } from './specification.ts';
import type { FromWorker } from './worker-pool.ts';

const { flag } = workerData as { readonly flag: Int32Array };
const signal = {
  get aborted(): boolean {
    return Atomics.load(flag, 0) === 1;
  },
};
const tell = (message: FromWorker): void => parentPort!.postMessage(message);

parentPort!.on('message', (job: Job) => {
  void answered(job).then((answer) => tell({ kind: 'answer', answer }));
});

async function answered(job: Job): Promise<Answer> {
  try {
    return await perform(
      job,
      { runs: loadRuns, sweep: loadSweep, propositions: loadPropositions, landscapes: loadLandscapes },
      signal,
      (progress) => tell({ kind: 'progress', progress }),
    );
  } catch (error) {
    if (error instanceof Failure && error.code === 151) return { kind: 'fault', code: 151, fault: error.message };
    return { kind: 'fault', code: 70, fault: (error as Error).stack ?? String(error) };
  }
}
