import { type Frontier, frontiersAround, type Plan, type Survey } from '../frontier/index.ts';
import type { Landscape } from '../model/index.ts';

import type { Chosen } from './frontier-choose.ts';
import { frontierFile, keptSurveys, readFrontier, specificationHash } from './frontier-file.ts';
import type { Session } from './session.ts';

/** What was decided in a landscape, and the frontiers that follow. */
export type Answered = { readonly plan: Plan; readonly frontiers: readonly Frontier[] };

/** The frontier of every claim at each of its homes. */
export const frontiersOf = (
  { landscape, surroundings }: Pick<Plan, 'landscape' | 'surroundings'>,
  found: Survey['found'],
  meant: (claim: string) => boolean = () => true,
): readonly Frontier[] =>
  surroundings.flatMap((around) =>
    frontiersAround(landscape, around, around.claims.filter(meant), (claim) => (key) => found.get(key)?.get(claim)),
  );

/** The answer of the file that is kept; undefined without one, and where it is of another specification. */
export async function keptAnswers(
  landscapes: readonly Landscape[],
  found: readonly Chosen[],
  session: Session,
): Promise<readonly Answered[] | undefined> {
  const file = await readFrontier(session);
  if (!file) return undefined;
  const surveys = file.specification === specificationHash(landscapes) ? keptSurveys(landscapes, file) : undefined;
  if (!surveys) {
    session.note(`${frontierFile} is of another specification: searching anew`);
    return undefined;
  }
  return found.map(({ landscape, homes, meant }) => {
    const { plan, found: verdicts } = surveys.find((survey) => survey.plan.landscape === landscape)!;
    const surroundings = plan.surroundings.filter(({ home }) => homes.includes(home));
    return { plan, frontiers: frontiersOf({ landscape, surroundings }, verdicts, meant) };
  });
}
