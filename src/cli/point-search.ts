import type { Family, Landscape, Run } from '../model/index.ts';
import { written, departures } from '../frontier/index.ts';

import type { Job } from './searches.ts';

type PointJob = Extract<Job, { kind: 'point' }>;

/** A point of a landscape as a run: its system, and the claims that the job asks, from whichever home has them. */
export function runAt({ landscape: name, at, claims }: PointJob, landscapes: readonly Landscape[]): Run {
  const landscape = landscapes.find((candidate) => candidate.name === name)!;
  const families = new Map<string, Family>();
  for (const home of landscape.homes) {
    for (const family of home.families(at)) if (!families.has(family.name)) families.set(family.name, family);
  }
  const asked = new Set(claims);
  const wanted: Family[] = [];
  for (const family of families.values()) {
    const own = family.claims.filter((claim) => asked.delete(claim.name));
    if (own.length > 0) wanted.push({ name: family.name, claims: own });
  }
  const place = written(departures(landscape.axes, at));
  const title = place === '' ? name : `${name} ${place}`;
  return {
    name: title,
    summary: landscape.says,
    system: () => landscape.system(at, title),
    families: wanted,
    expected: undefined,
    bounds: '',
  };
}
