import { CheckpointMismatch } from './checkpoint.ts';

type Named = { readonly name: string };

/** Claims by name, with what decided them so far: `null` for those that are open. */
export type KeptClaims<T> = readonly (readonly [string, T | null])[];

/** What is known of claims, to be kept. */
export const keptClaims = <C extends Named, T>(
  claims: readonly C[],
  known: (claim: C) => T | undefined,
): KeptClaims<T> => claims.map((claim) => [claim.name, known(claim) ?? null]);

/**
 * Tells what was known of each claim that was decided.
 *
 * @throws CheckpointMismatch when the claims are not those of which it was known.
 */
export function restoreClaims<C extends Named, T>(
  kept: KeptClaims<T>,
  claims: readonly C[],
  decide: (claim: C, known: T) => void,
): void {
  const same = kept.length === claims.length && kept.every(([name], place) => claims[place]!.name === name);
  if (!same) throw new CheckpointMismatch('other claims were checked when it was written');
  for (const [place, [, known]] of kept.entries()) if (known !== null) decide(claims[place]!, known);
}
