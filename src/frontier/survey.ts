import type { Landscape, Point } from '../model/index.ts';
import { depthOf, keyOf, strongerPoints } from './points.ts';
import { type Code, contradicts, type Decided, inherited, type Sort } from './verdict-code.ts';

/** A point and the claims to be decided there. */
export type Site = { readonly point: Point; readonly claims: ReadonlyMap<string, Sort> };

/** Decides claims at a point by a search; claims that it leaves out are unknown. */
export type Oracle = (point: Point, claims: readonly string[]) => Promise<ReadonlyMap<string, Decided>>;

/** An assumption by whose weakening a claim came to hold, or its witness to be missed. */
export type Exception = {
  readonly claim: string;
  readonly axis: string;
  readonly at: string;
  readonly stronger: string;
};

export type Survey = {
  /** By point, then by claim. */
  readonly found: ReadonlyMap<string, ReadonlyMap<string, Decided>>;
  readonly exceptions: readonly Exception[];
  /** How often a search confirmed what had been inherited, and how many verdicts were inherited without one. */
  readonly confirmed: number;
  readonly inherited: number;
};

/**
 * Decides every claim at every site, the strongest points first. What fails at a point is taken to fail at every weaker
 * one, and witnesses to stay; at the sites that `sampled` names this is not taken, but looked at. An axis for which it is
 * not so is an exception for that claim, for which then nothing is inherited along it.
 */
export async function survey(
  landscape: Pick<Landscape, 'axes'>,
  sites: readonly Site[],
  oracle: Oracle,
  sampled: (key: string) => boolean,
): Promise<Survey> {
  const { axes } = landscape;
  const waves = new Map<number, Site[]>();
  for (const site of sites) {
    const depth = depthOf(axes, site.point);
    waves.set(depth, [...(waves.get(depth) ?? []), site]);
  }
  const searched = new Map<string, Map<string, Decided>>();
  const exceptions = new Map<string, Exception>();
  for (;;) {
    const known = exceptions.size;
    const found = new Map<string, Map<string, Decided>>();
    let confirmed = 0;
    for (const depth of [...waves.keys()].sort((a, b) => a - b)) {
      await Promise.all(
        waves.get(depth)!.map(async (site) => {
          const key = keyOf(landscape, site.point);
          const heirs = heritage(landscape, site, found, exceptions);
          const wanted = [...site.claims.keys()].filter((claim) => sampled(key) || !heirs.has(claim));
          const before = searched.get(key) ?? new Map<string, Decided>();
          const open = wanted.filter((claim) => !before.has(claim));
          const answers = open.length > 0 ? await oracle(site.point, open) : new Map<string, Decided>();
          for (const claim of open) before.set(claim, answers.get(claim) ?? { code: '?' });
          searched.set(key, before);
          const here = new Map<string, Decided>();
          for (const claim of site.claims.keys()) {
            const heir = heirs.get(claim);
            const own = before.get(claim);
            here.set(claim, own ?? { code: heir![0]!.code });
            for (const { code, axis, stronger } of own ? (heir ?? []) : []) {
              if (!contradicts(own!.code, code)) confirmed++;
              else exceptions.set(`${claim} ${axis}`, { claim, axis, at: key, stronger });
            }
          }
          found.set(key, here);
        }),
      );
    }
    if (exceptions.size > known) continue;
    const codes = [...found.values()].flatMap((here) => [...here.values()]);
    return {
      found,
      exceptions: [...exceptions.values()],
      confirmed,
      inherited: codes.filter(({ code }) => code === 'V' || code === 'R').length,
    };
  }
}

type Heir = { readonly code: Code; readonly axis: string; readonly stronger: string };

/** What each claim inherits from the points that allow a little less. */
function heritage(
  landscape: Pick<Landscape, 'axes'>,
  { point, claims }: Site,
  found: ReadonlyMap<string, ReadonlyMap<string, Decided>>,
  exceptions: ReadonlyMap<string, Exception>,
): ReadonlyMap<string, readonly Heir[]> {
  const parents = strongerPoints(landscape.axes, point).map(({ axis, point: parent }) => {
    const stronger = keyOf(landscape, parent);
    return { axis, stronger, verdicts: found.get(stronger) };
  });
  const heirs = new Map<string, readonly Heir[]>();
  for (const [claim, sort] of claims) {
    const own = parents.flatMap(({ axis, stronger, verdicts }): Heir[] => {
      const code = inherited(verdicts?.get(claim)?.code, sort);
      return code === undefined || exceptions.has(`${claim} ${axis}`) ? [] : [{ code, axis, stronger }];
    });
    if (own.length > 0) heirs.set(claim, own);
  }
  return heirs;
}
