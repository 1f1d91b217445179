/** Verifiers that SPIN makes of exported models: built once, run often. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a verifier says of a search, and how long it took: the run of `pan` alone, not its making. */
export type Verified = {
  readonly states: number;
  readonly transitions: number;
  /** As the verifier counts it: states, hash table, stack. */
  readonly bytes: number;
  /** Bytes of one state before it is stored. */
  readonly vector: number;
  readonly errors: number;
  readonly milliseconds: number;
};

/** A tool is missing, or does not do what it is asked; the message is one line. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** What SPIN and gcc call themselves. @throws ToolError naming the one that is not there, and how to get it. */
export function toolVersions(): string {
  return [['spin', '-V'] as const, ['gcc', '--version'] as const]
    .map(([tool, option]) => {
      const { stdout, error } = spawnSync(tool, [option], { encoding: 'utf8' });
      if (error) throw new ToolError(`there is no ${tool}: apt-get install spin gcc`);
      return stdout.split('\n')[0]!.trim();
    })
    .join('; ');
}

/** A verifier in a folder of its own, until it is removed. */
export class Verifier {
  readonly #folder = mkdtempSync(join(tmpdir(), 'spin-'));

  /** How long SPIN and gcc took to make it. */
  readonly madeMilliseconds: number;

  /** @throws ToolError with what SPIN or gcc say. */
  constructor(model: string, defines: readonly string[], flags: readonly string[]) {
    writeFileSync(join(this.#folder, 'model.pml'), model);
    const began = performance.now();
    this.#run('spin', ['-a', ...defines, 'model.pml']);
    this.#run('gcc', ['-O2', '-w', '-DNOREDUCE', ...flags, '-o', 'pan', 'pan.c']);
    this.madeMilliseconds = performance.now() - began;
  }

  /** @throws ToolError when the search is not complete. */
  search(args: readonly string[]): Verified {
    const began = performance.now();
    const said = this.#run('./pan', ['-E', ...args]);
    const milliseconds = performance.now() - began;
    const incomplete = /search depth too small|out of memory|error: .*/.exec(said)?.[0];
    if (incomplete) throw new ToolError(`SPIN does not finish: ${incomplete}`);
    const number = (pattern: RegExp): number => Number(pattern.exec(said)?.[1]);
    return {
      states: number(/(\d+) states, stored/),
      transitions: number(/(\d+) transitions/),
      bytes: number(/([\d.]+)\ttotal actual memory usage/) * 2 ** 20,
      vector: number(/State-vector (\d+) byte/),
      errors: number(/errors: (\d+)/),
      milliseconds,
    };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(tool: string, args: readonly string[]): string {
    const { stdout, stderr, status, error } = spawnSync(tool, args, {
      cwd: this.#folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (error) throw new ToolError(`${tool} cannot be run: ${error.message}`);
    if (status !== 0) throw new ToolError(`${tool} fails: ${`${stderr}${stdout}`.trim().split('\n')[0]}`);
    return stdout;
  }
}
