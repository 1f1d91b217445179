import type { Run } from '../model/index.ts';

import { Failure, shortened, unknown } from './failure.ts';

/**
 * The runs that names mean: a run, or all runs below a name (`orders/V478` means `orders/V478/R/conc/late` and its like);
 * all without names.
 *
 * @throws Failure (150) with the names that are meant or near, when a name means no run.
 */
export function chooseRuns<T extends Pick<Run, 'name'>>(runs: readonly T[], names: readonly string[]): readonly T[] {
  if (names.length === 0) return runs;
  const means = (name: string, run: T): boolean =>
    run.name === name || run.name.startsWith(`${name.replace(/\/$/, '')}/`);
  for (const name of names) {
    if (!runs.some((run) => means(name, run))) throw unknownRun(name, runs);
  }
  return runs.filter((run) => names.some((name) => means(name, run)));
}

/** The names that end with what was given, letter case ignored; without any, the nearest one. */
function unknownRun(name: string, runs: readonly Pick<Run, 'name'>[]): Failure {
  const known = knownNames(runs);
  const tail = `/${name.replace(/^\/+|\/+$/g, '')}`.toLowerCase();
  const meant = known.filter((candidate) => `/${candidate}`.toLowerCase().endsWith(tail));
  if (meant.length < 2) return unknown('run', name, meant.length > 0 ? meant : known);
  return new Failure(`there is no run "${name}"; did you mean ${shortened(meant)}?`);
}

/** Names of runs, and of what runs stand below. */
function knownNames(runs: readonly Pick<Run, 'name'>[]): readonly string[] {
  const names = runs.flatMap(({ name }) =>
    name.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
  );
  return [...new Set(names)].sort((a, b) => a.split('/').length - b.split('/').length);
}
