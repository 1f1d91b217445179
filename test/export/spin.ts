/** SPIN on exported models: builds verifiers in a folder of their own, runs them, reads what they say. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Explored, explore } from '../../src/check/index.ts';
import { type PromelaText, promelaOf } from '../../src/export/promela/promela.ts';
import type { Run } from '../../src/model/index.ts';
import { modelHash } from '../../src/trace/index.ts';

/** What is missing to run SPIN, or undefined when everything is there. */
export const missing = (['spin', 'gcc'] as const).find((tool) => absent(tool));

/** Small models take longer to build than to search: tcc, where there is one, builds `pan` thirty times as fast as gcc. */
const compiler = absent('tcc') ? ['gcc', '-O0'] : ['tcc'];

/** SPIN has the text preprocessed by gcc, if it is not told another. */
const preprocessor = absent('tcc') ? [] : ['-Ptcc -x c -E'];

/** What a search of SPIN counted, and the names of what its assertions found. */
export type Spun = { readonly states: number; readonly steps: number; readonly found: readonly string[] };

/** A folder with a model in it, for as long as `work` takes. */
export function inFolder<T>(model: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'spin-'));
  try {
    writeFileSync(join(folder, 'model.pml'), model);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes `pan` of the model in a folder. */
export function build(folder: string, defines: readonly string[], flags: readonly string[]): void {
  run(folder, 'spin', [...preprocessor, '-a', ...defines, 'model.pml']);
  const [tool, ...options] = compiler as [string, ...string[]];
  run(folder, tool, [...options, '-w', '-DNOREDUCE', ...flags, '-o', 'pan', 'pan.c']);
}

function absent(tool: string): boolean {
  return spawnSync(tool, ['--version']).error !== undefined;
}

/** Runs a tool in a folder. @throws Error with what it says, when it fails. */
export function run(folder: string, tool: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  throw new Error(`${tool} ${args.join(' ')}: ${`${stdout}${stderr}`.slice(0, 2000)}`);
}

/** Runs `pan`. */
export const pan = (folder: string, args: readonly string[]): string =>
  run(folder, './pan', ['-E', '-m200000', '-w18', ...args]);

/** A run exported as rules. */
export function exported(of: Run): { readonly explored: Explored; readonly promela: PromelaText } {
  const system = of.system();
  const explored = explore(system);
  const { name, families } = of;
  const refuses = explored.full !== undefined;
  return { explored, promela: promelaOf({ name, families, model: modelHash(system), ...explored, refuses }) };
}

/** Searches a model for all that its assertions look for; each of those in the watching process is a step of its own. */
export function searched({ text, found: names, watched }: PromelaText): Spun {
  const said = inFolder(text, (folder) => {
    build(folder, [], ['-DSAFETY']);
    return pan(folder, ['-c0']);
  });
  const flags = [...said.matchAll(/assertion violated \((\w+)==0\)/g)].map(([, flag]) => flag!);
  if (/search depth too small|out of memory/.test(said)) throw new Error(said);
  return {
    states: Number(/(\d+) states, stored/.exec(said)![1]),
    steps: Number(/(\d+) transitions/.exec(said)![1]) - 1 - flags.filter((flag) => watched.includes(flag)).length,
    found: flags.map((flag) => names.get(flag) ?? flag),
  };
}

/** The never claims of a model that a fair run fulfils: the claims that do not hold. */
export function brokenOnRuns({ text, nevers }: PromelaText): string[] {
  if (nevers.size === 0) return [];
  return inFolder(text, (folder) => {
    build(folder, ['-DLIVENESS'], [/-DNFAIR=\d+/.exec(text)![0]]);
    return [...nevers].flatMap(([never, claim]) => {
      const said = pan(folder, ['-a', '-f', '-N', never]);
      const errors = /errors: (\d+)/.exec(said);
      if (!errors || /search depth too small|out of memory/.test(said)) throw new Error(said);
      return errors[1] === '0' ? [] : [claim];
    });
  });
}
