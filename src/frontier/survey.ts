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

/** What is known after some passes: what was searched, where nothing may be inherited, what must be searched. */
type Learnt = {
  readonly searched: Map<string, Map<string, Decided>>;
  readonly exceptions: Map<string, Exception>;
  readonly doubted: Set<string>;
};

/**
 * Decides every claim at every site, the strongest points first. What fails at a point is taken to fail at every weaker
 * one, and witnesses to stay; at the sites that `sampled` names this is not taken, but looked at. Where a search finds
 * otherwise, the stronger point is searched too if it had inherited; an axis along which two searches differ so is an
 * exception for that claim, and nothing is inherited along it.
 */
export async function survey(
  landscape: Pick<Landscape, 'axes'>,
  sites: readonly Site[],
  oracle: Oracle,
  sampled: (key: string) => boolean,
): Promise<Survey> {
  const learnt: Learnt = { searched: new Map(), exceptions: new Map(), doubted: new Set() };
  const waves = inWaves(landscape, sites);
  for (;;) {
    const known = learnt.exceptions.size + learnt.doubted.size;
    const found = new Map<string, ReadonlyMap<string, Decided>>();
    let confirmed = 0;
    for (const wave of waves) {
      await Promise.all(
        wave.map(async (site) => {
          const key = keyOf(landscape, site.point);
          const heirs = heritage(landscape, site, found, learnt);
          const searches = (claim: string): boolean =>
            sampled(key) || !heirs.has(claim) || learnt.doubted.has(`${claim} ${key}`);
          const own = await decide(site, key, [...site.claims.keys()].filter(searches), oracle, learnt);
          found.set(
            key,
            new Map(
              [...site.claims.keys()].map((claim) => [claim, own.get(claim) ?? { code: heirs.get(claim)![0]!.code }]),
            ),
          );
          for (const [claim, { code }] of own) confirmed += compare(claim, key, code, heirs.get(claim) ?? [], learnt);
        }),
      );
    }
    if (learnt.exceptions.size + learnt.doubted.size > known) continue;
    const codes = [...found.values()].flatMap((here) => [...here.values()]);
    const inheritedCodes = codes.filter(({ code }) => code === 'V' || code === 'R');
    return {
      found,
      exceptions: [...learnt.exceptions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, exception]) => exception),
      confirmed,
      inherited: inheritedCodes.length,
    };
  }
}

/** The sites in an order in which stronger points come before weaker ones; those of one wave do not matter to each other. */
function inWaves(landscape: Pick<Landscape, 'axes'>, sites: readonly Site[]): readonly (readonly Site[])[] {
  const waves: Site[][] = [];
  for (const site of sites) (waves[depthOf(landscape.axes, site.point)] ??= []).push(site);
  return waves.filter((wave) => wave !== undefined);
}

/** Searches what was not searched before; gives all that was searched at the point and belongs to the site. */
async function decide(
  { point, claims }: Site,
  key: string,
  wanted: readonly string[],
  oracle: Oracle,
  { searched }: Learnt,
): Promise<ReadonlyMap<string, Decided>> {
  const own = searched.get(key) ?? new Map<string, Decided>();
  const open = wanted.filter((claim) => !own.has(claim));
  const answers = open.length > 0 ? await oracle(point, open) : new Map<string, Decided>();
  for (const claim of open) own.set(claim, answers.get(claim) ?? { code: '?' });
  searched.set(key, own);
  return new Map([...own].filter(([claim]) => claims.has(claim)));
}

/** Keeps one exception for each claim and axis, the same whatever was searched first. */
function note(exceptions: Map<string, Exception>, exception: Exception): void {
  const name = `${exception.claim} ${exception.axis}`;
  const known = exceptions.get(name);
  if (!known || exception.at < known.at) exceptions.set(name, exception);
}

/** Compares what a search found with what would have been inherited; gives how often it was the same. */
function compare(
  claim: string,
  key: string,
  found: Code,
  heirs: readonly Heir[],
  { exceptions, doubted }: Learnt,
): number {
  let same = 0;
  for (const { code, axis, stronger, searched } of heirs) {
    if (found === '?') continue;
    if (!contradicts(found, code)) same++;
    else if (searched) note(exceptions, { claim, axis, at: key, stronger });
    else doubted.add(`${claim} ${stronger}`);
  }
  return same;
}

type Heir = {
  readonly code: Code;
  readonly axis: string;
  readonly stronger: string;
  /** Whether the stronger point was searched, and has not inherited itself. */
  readonly searched: boolean;
};

/** What each claim inherits from the points that allow a little less. */
function heritage(
  landscape: Pick<Landscape, 'axes'>,
  { point, claims }: Site,
  found: ReadonlyMap<string, ReadonlyMap<string, Decided>>,
  { exceptions }: Learnt,
): ReadonlyMap<string, readonly Heir[]> {
  const parents = strongerPoints(landscape.axes, point).map(({ axis, point: parent }) => {
    const stronger = keyOf(landscape, parent);
    return { axis, stronger, verdicts: found.get(stronger) };
  });
  const heirs = new Map<string, readonly Heir[]>();
  for (const [claim, sort] of claims) {
    const own = parents.flatMap(({ axis, stronger, verdicts }): Heir[] => {
      const before = verdicts?.get(claim)?.code;
      const code = inherited(before, sort);
      if (code === undefined || exceptions.has(`${claim} ${axis}`)) return [];
      return [{ code, axis, stronger, searched: before !== code }];
    });
    if (own.length > 0) heirs.set(claim, own);
  }
  return heirs;
}
