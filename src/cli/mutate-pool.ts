import { Worker } from 'node:worker_threads';

import type { JudgedMutant, MutantName } from '../model/index.ts';

import { Failure } from './failure.ts';
import type { FromMutator } from './mutate-worker.ts';

/** What a run of mutants is told of, and asked for. */
export type MutationPlan = {
  /** Called as runs are explored, of how many: before there are mutants. */
  readonly explored: (done: number, of: number) => void;
  /** Chooses, of all mutants, those that are to be judged, in order. @throws Failure when there is no such mutant. */
  readonly choose: (all: readonly MutantName[]) => readonly string[];
  /** Called with each mutant as it is judged. */
  readonly judged: (mutant: JudgedMutant) => void;
  /** Whether no more shall be begun. */
  readonly halted: () => boolean;
};

/**
 * Judges mutants in worker threads, each mutant by whoever is free.
 *
 * @throws Failure (70) when a worker fails; whatever `choose` throws.
 */
export async function judgeInWorkers(jobs: number, plan: MutationPlan): Promise<void> {
  const workers = Array.from({ length: jobs }, () => new Worker(new URL('./mutate-worker.js', import.meta.url)));
  let chosen: readonly string[] | undefined;
  let next = 0;
  let explored = 0;
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        const id = plan.halted() ? undefined : chosen![next++];
        if (id === undefined) resolve();
        else worker.postMessage(id);
      };
      const heard = (message: FromMutator): void => {
        switch (message.kind) {
          case 'explored':
            plan.explored(Math.floor(++explored / jobs), message.of);
            break;
          case 'names':
            chosen ??= plan.choose(message.names);
            give();
            break;
          case 'judged':
            plan.judged(message.mutant);
            give();
            break;
          case 'fault':
            throw new Failure(`a mutant could not be judged: ${message.fault}`, 70);
        }
      };
      worker.on('message', (message: FromMutator) => {
        try {
          heard(message);
        } catch (error) {
          reject(error as Error);
        }
      });
      worker.on('error', reject);
    });
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
