import type { Run } from '../model/index.ts';

import { unknown } from './failure.ts';

/** Whether a claim is meant: by its name, or by the number that its name begins with (`P07`). */
export const isMeant = (claim: string, asked: readonly string[]): boolean =>
  asked.some((name) => claim === name || claim.startsWith(`${name} `));

/**
 * The runs as far as they concern some claims: those that have them, with nothing else to check and expect (the errors
 * that every system is checked for stay); all as they are without names.
 *
 * @throws Failure (150) with the nearest name, when a name means no claim of these runs.
 */
export function chooseClaims(runs: readonly Run[], asked: readonly string[]): readonly Run[] {
  if (asked.length === 0) return runs;
  const claims = new Set(
    runs.flatMap(({ families }) => families.flatMap((family) => family.claims.map(({ name }) => name))),
  );
  for (const name of asked) {
    if (![...claims].some((claim) => isMeant(claim, [name]))) {
      throw unknown('claim in these runs', name, [
        ...new Set([...claims].flatMap((claim) => [claim, claim.split(' ', 1)[0]!])),
      ]);
    }
  }
  return runs.map((run) => restricted(run, asked)).filter(({ families }) => families.length > 0);
}

/** A run with only the claims meant; all of them without names. */
export function restricted(run: Run, asked: readonly string[]): Run {
  if (asked.length === 0) return run;
  const all = run.families.flatMap(({ claims }) => claims.map(({ name }) => name));
  return {
    ...run,
    families: run.families
      .map(({ name, claims }) => ({ name, claims: claims.filter((claim) => isMeant(claim.name, asked)) }))
      .filter(({ claims }) => claims.length > 0),
    expected: run.expected && {
      ...run.expected,
      violated: (run.expected.violated ?? []).filter((name) => isMeant(name, asked) || !all.includes(name)),
    },
  };
}
