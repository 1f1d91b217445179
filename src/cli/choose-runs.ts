import type { Run } from '../model/index.ts';

import { unknown } from './failure.ts';

/**
 * The runs that names mean: a run, or all runs below a name (`v478` means `v478/conc/R` and its like); all without names.
 *
 * @throws Failure (150) with the nearest name, when a name means no run.
 */
export function chooseRuns(runs: readonly Run[], names: readonly string[]): readonly Run[] {
  if (names.length === 0) return runs;
  const means = (name: string, run: Run): boolean =>
    run.name === name || run.name.startsWith(`${name.replace(/\/$/, '')}/`);
  for (const name of names) {
    if (!runs.some((run) => means(name, run))) throw unknown('run', name, knownNames(runs));
  }
  return runs.filter((run) => names.some((name) => means(name, run)));
}

/** Names of runs, and of what runs stand below. */
function knownNames(runs: readonly Run[]): readonly string[] {
  const names = runs.flatMap(({ name }) =>
    name.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
  );
  return [...new Set(names)].sort((a, b) => a.split('/').length - b.split('/').length);
}
