import { Worker } from 'node:worker_threads';

/** A thread that is asked one thing at a time, and is begun anew when an answer does not come. */
export class Thread {
  #worker;
  #ready;
  #bundles = [];
  #provided;

  /** @param provided what tests get from `inject`, by name. */
  constructor(provided) {
    this.#provided = provided;
    this.#begin();
  }

  #begin() {
    this.#worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { provided: this.#provided },
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    this.#ready = new Promise((done) => this.#worker.once('message', done));
    this.#worker.on('error', () => {});
  }

  /** Takes bundled test files in place of those that it has. */
  async load(bundles) {
    this.#bundles = bundles;
    await this.ask({ act: 'load', bundles }, 120_000);
  }

  /**
   * @param question as worker.mjs answers it.
   * @param time milliseconds to wait.
   * @returns undefined when no answer came in time, or the thread broke down.
   */
  async ask(question, time) {
    await this.#ready;
    const worker = this.#worker;
    const answer = await new Promise((done) => {
      const timer = setTimeout(() => done(undefined), time);
      const heard = (message) => {
        clearTimeout(timer);
        done(message);
      };
      worker.once('message', heard);
      worker.once('exit', () => heard(undefined));
      worker.postMessage(question);
    });
    worker.removeAllListeners('message');
    worker.removeAllListeners('exit');
    if (answer !== undefined) return answer;
    await worker.terminate();
    this.#begin();
    await this.#ready;
    if (question.act !== 'load') await this.load(this.#bundles);
    return undefined;
  }

  end() {
    return this.#worker.terminate();
  }
}
