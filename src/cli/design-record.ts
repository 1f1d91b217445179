import { pointAt, claimsAt } from '../frontier/index.ts';
import type { Design, Landscape } from '../model/index.ts';

import { isMeant } from './choose-claims.ts';
import { type Designed, designed, Verdicts } from './design-search.ts';
import type { Searches } from './searches.ts';

/** A decision table as it is kept, by the title of its question. */
export type KeptDesign = Designed & { readonly title: string; readonly claims: readonly string[] };

/** The decision tables of a landscape. @throws Failure when a point cannot be searched. */
export const designsOf = (
  landscape: Landscape,
  searches: Searches,
  maxStates: number,
): Promise<readonly KeptDesign[]> =>
  Promise.all(landscape.designs.map((design) => tableOf(landscape, design, searches, maxStates)));

async function tableOf(
  landscape: Landscape,
  design: Design,
  searches: Searches,
  maxStates: number,
): Promise<KeptDesign> {
  const home = landscape.homes.find(({ name }) => name === design.home)!;
  const all = landscape.homes.flatMap((one) => [...claimsAt(one, pointAt(landscape.axes, one.at)).keys()]);
  const claims = [...new Set(all)].filter((claim) => isMeant(claim, design.require));
  const over = design.over.map((name) => landscape.axes.find((axis) => axis.name === name)!);
  const decidables = over.map(({ name, values }) => ({ name, values }));
  const verdicts = new Verdicts(searches, landscape, claims, maxStates);
  const asked = { landscape, home, claims, given: design.given, over: decidables };
  return { title: design.title, claims, ...(await designed(asked, verdicts)) };
}
