/** The claims that one state or one step decides, watched along a live run. */
import type { Always, EveryStep, Family, Step, View } from '../../src/model/index.ts';

export type SafetyClaim = Always | EveryStep;

/** The claims on states and on steps among some families, each name once. */
export function safetyOf(families: readonly Family[]): readonly SafetyClaim[] {
  const claims = families.flatMap((family) =>
    family.claims.filter((claim) => claim.kind === 'always' || claim.kind === 'everyStep'),
  );
  return [...new Map(claims.map((claim) => [claim.name, claim])).values()];
}

/** The claims that a state breaks. */
export const brokenIn = (claims: readonly SafetyClaim[], view: View): readonly SafetyClaim[] =>
  claims.filter((claim) => claim.kind === 'always' && !claim.holds(view));

/** The claims that a step breaks, or the state that it leads to. */
export const brokenBy = (
  claims: readonly SafetyClaim[],
  before: View,
  step: Step,
  after: View,
): readonly SafetyClaim[] => [
  ...claims.filter((claim) => claim.kind === 'everyStep' && !claim.holds(before, step, after)),
  ...brokenIn(claims, after),
];
