import type { Run } from '../model/index.ts';

import { Failure, shortened, unknown } from './failure.ts';

/** The number that a claim's name begins with (`P07`); undefined where it begins with a word. */
const numberOf = (claim: string): string | undefined => /^[A-Z]+\d+\b/.exec(claim)?.[0];

/** Whether a claim is meant: by its name, or by its number. */
export const isMeant = (claim: string, asked: readonly string[]): boolean =>
  asked.some((name) => claim === name || numberOf(claim) === name);

/**
 * The runs as far as they concern some claims: those that have them, with nothing else to check and expect (the errors
 * that every system is checked for stay); all as they are without names.
 *
 * @param all every run there is: one of these may have the claim.
 * @throws Failure (150) when a name means no claim of these runs: with the runs that have it, or the nearest name.
 */
export function chooseClaims(runs: readonly Run[], asked: readonly string[], all = runs): readonly Run[] {
  if (asked.length === 0) return runs;
  for (const name of asked) {
    if (!runs.some((run) => asks(run, name))) throw unasked(name, runs, all);
  }
  return runs.map((run) => restricted(run, asked)).filter(({ families }) => families.length > 0);
}

const claimsOf = ({ families }: Run): readonly string[] =>
  families.flatMap(({ claims }) => claims.map(({ name }) => name));

const asks = (run: Run, name: string): boolean => claimsOf(run).some((claim) => isMeant(claim, [name]));

/** A claim that none of the runs has: who has it, or what it is like. */
function unasked(name: string, runs: readonly Run[], all: readonly Run[]): Failure {
  const having = all.filter((run) => asks(run, name)).map((run) => run.name);
  if (having.length > 0) {
    return new Failure(`no run chosen has the claim "${name}"; these have it: ${shortened(having)}`);
  }
  const claims = runs.flatMap(claimsOf);
  return unknown('claim in these runs', name, [
    ...new Set(claims.flatMap((claim) => [claim, numberOf(claim) ?? claim])),
  ]);
}

/** A run with only the claims meant; all of them without names. */
export function restricted(run: Run, asked: readonly string[]): Run {
  if (asked.length === 0) return run;
  const all = claimsOf(run);
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
