import { Worker } from 'node:worker_threads';

import type { Answer, Halt, Job, Progress, Searches } from './searches.ts';

/** What a worker thread tells: how far it is, or what came of its job. */
export type FromWorker =
  { readonly kind: 'progress'; readonly progress: Progress } | { readonly kind: 'answer'; readonly answer: Answer };

type Waiting = {
  readonly job: Job;
  readonly onProgress: (progress: Progress) => void;
  readonly resolve: (answer: Answer) => void;
};

/** Searches in worker threads, at most `size` at a time, in the order they are asked for. */
export class WorkerPool implements Searches {
  readonly #size: number;
  /** Set to 1 when every search shall stop; workers look at it between states. */
  readonly #flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #waiting: Waiting[] = [];
  #halt: Halt | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  search(job: Job, onProgress: (progress: Progress) => void): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push({ job, onProgress, resolve });
      this.#pump();
    });
  }

  halt(why: Halt): void {
    this.#halt ??= why;
    Atomics.store(this.#flag, 0, 1);
    for (const { resolve } of this.#waiting.splice(0)) resolve({ kind: 'not started' });
  }

  halted(): Halt | undefined {
    return this.#halt;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #pump(): void {
    if (this.#halt) return this.halt(this.#halt);
    while (this.#waiting.length > 0 && this.#busy.size < this.#size) {
      const next = this.#waiting.shift()!;
      const worker = this.#idle.pop() ?? this.#start();
      this.#busy.set(worker, next);
      worker.postMessage(next.job);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { flag: this.#flag } });
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') this.#busy.get(worker)?.onProgress(message.progress);
      else this.#finish(worker, message.answer, true);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const fault = outOfMemory
        ? 'out of memory; set a limit with --max-memory or --max-states'
        : (error.stack ?? error.message);
      this.#finish(worker, { kind: 'fault', code: outOfMemory ? 153 : 70, fault }, false);
    });
    return worker;
  }

  #finish(worker: Worker, answer: Answer, alive: boolean): void {
    const done = this.#busy.get(worker);
    this.#busy.delete(worker);
    if (alive) this.#idle.push(worker);
    done?.resolve(timed(answer, this.#halt));
    this.#pump();
  }
}

/** The report of a search that the clock stopped says so. */
function timed(answer: Answer, halt: Halt | undefined): Answer {
  if (halt !== 'time' || answer.kind !== 'report' || answer.report.stopped !== 'interrupted') return answer;
  return { ...answer, report: { ...answer.report, stopped: 'time' } };
}
