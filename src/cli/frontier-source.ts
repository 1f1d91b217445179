import type { Landscape } from '../model/index.ts';
import type { FrontierSource } from '../reference/index.ts';

import { Failure } from './failure.ts';
import { type FrontierFile, frontierFile, keptSurveys, specificationHash } from './frontier-file.ts';
import { frontiersOf } from './frontier-kept.ts';

/**
 * What the pages of the frontier are made from; says so itself where the specification has changed since.
 *
 * @throws Failure (22) when the file does not fit the points that there are.
 */
export function frontierSource(file: FrontierFile, landscapes: readonly Landscape[]): FrontierSource {
  const surveys = keptSurveys(landscapes, file);
  if (!surveys) {
    throw new Failure(
      `${frontierFile} has other points than there are now; write it anew: matching-rfc frontier --all --record`,
      22,
    );
  }
  const designs = landscapes.flatMap((landscape) => landscape.designs);
  return {
    surveyed: surveys.map(({ plan, found }) => {
      const { exceptions, searches, inherited, confirmed } = file.landscapes[plan.landscape.name]!;
      const known = new Set([...found.values()].flatMap((here) => [...here.keys()]));
      const frontiers = frontiersOf(plan, found, (claim) => known.has(claim));
      return {
        landscape: plan.landscape,
        frontiers,
        exceptions,
        searches,
        inherited,
        confirmed,
        points: plan.sites.length,
      };
    }),
    drawn: file.drawn,
    designs: designs.flatMap((design) => {
      const table = file.designs.find(({ title }) => title === design.title);
      return table ? [{ ...table, design }] : [];
    }),
    width: file.width,
    maxStates: file.maxStates,
    sampleEvery: file.sample.every,
    stale: file.specification !== specificationHash(landscapes),
  };
}
