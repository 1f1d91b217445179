import { combined, type Decidable, decisionTable, isBad, isGood, keyOf, repairs, type Row } from '../frontier/index.ts';
import { decided, type Decided } from '../frontier/index.ts';
import type { Home, Landscape, Point } from '../model/index.ts';

import { Failure } from './failure.ts';
import { placeOf, type Values } from './frontier-place.ts';
import type { Searches } from './searches.ts';

/** What has to be decided: claims that must hold, what stands fast, and the choices that are open. */
export type Asked = {
  readonly landscape: Landscape;
  readonly home: Home;
  readonly claims: readonly string[];
  readonly given: Values;
  readonly over: readonly Decidable[];
};

/** Which combinations are safe. */
export type Designed = {
  readonly axes: readonly Decidable[];
  /** The safe combinations, merged. */
  readonly rows: readonly Row[];
  readonly points: number;
  readonly safe: number;
  /** Combinations of which something is unknown: counted as not safe. */
  readonly unknown: number;
  /** Whether the given combination breaks a claim, or keeps all; not where something is unknown of it. */
  readonly isKnown: boolean;
  /** The claims that the given combination breaks, and the fewest changes that mend it; several where they tie. */
  readonly broken: readonly string[];
  readonly repairs: readonly Point[];
};

/** Decides claims at points, each point once. */
export class Verdicts {
  readonly #searches: Searches;
  readonly #landscape: Landscape;
  readonly #claims: readonly string[];
  readonly #maxStates: number;
  readonly #known = new Map<string, ReadonlyMap<string, Decided>>();

  constructor(searches: Searches, landscape: Landscape, claims: readonly string[], maxStates: number) {
    this.#searches = searches;
    this.#landscape = landscape;
    this.#claims = claims;
    this.#maxStates = maxStates;
  }

  /** @throws Failure when a point cannot be searched. */
  async at(point: Point): Promise<ReadonlyMap<string, Decided>> {
    const key = keyOf(this.#landscape, point);
    const known = this.#known.get(key);
    if (known) return known;
    const limits = { maxStates: this.#maxStates };
    const job = {
      kind: 'point',
      landscape: this.#landscape.name,
      at: point,
      claims: this.#claims,
      draw: false,
      limits,
    } as const;
    const answer = await this.#searches.search(job, () => {});
    if (answer.kind === 'fault') throw new Failure(`${key}: ${answer.fault}`, answer.code);
    if (answer.kind === 'not started') throw new Failure('stopped before everything was searched', 30);
    const found = new Map(answer.report.verdicts.map((verdict) => [verdict.claim, decided(verdict)]));
    this.#known.set(key, found);
    return found;
  }

  /** The claims that do not hold at a point, and whether all is known. */
  async judge(point: Point): Promise<{ readonly broken: readonly string[]; readonly known: boolean }> {
    const found = await this.at(point);
    const code = (claim: string) => found.get(claim)?.code ?? '?';
    const broken = this.#claims.filter((claim) => isBad(code(claim)));
    return { broken, known: broken.length > 0 || this.#claims.every((claim) => isGood(code(claim))) };
  }
}

/** The decision table. @throws Failure when a point cannot be searched. */
export async function designed({ landscape, home, given, over }: Asked, verdicts: Verdicts): Promise<Designed> {
  const start = placeOf(landscape, home, given);
  const points = combined(over)
    .map((chosen) => ({ chosen, point: { ...start, ...chosen } }))
    .filter(({ point }) => landscape.contradiction(point) === undefined);
  const axes = over.map(({ name, values }) => ({
    name,
    values: values.filter((value) => points.some(({ chosen }) => chosen[name] === value)),
  }));
  const judged = new Map<string, boolean>();
  let [safe, unknown] = [0, 0];
  // Of what is given the table says nothing else; repairs may change it.
  const keeps = (point: Point): boolean => Object.entries(given).every(([name, value]) => point[name] === value);
  await Promise.all(
    points.map(async ({ point }) => {
      const { broken, known } = await verdicts.judge(point);
      judged.set(keyOf(landscape, point), broken.length === 0 && known);
      if (!keeps(point)) return;
      if (!known) unknown++;
      else if (broken.length === 0) safe++;
    }),
  );
  const isSafe = (chosen: Point): boolean => judged.get(keyOf(landscape, { ...start, ...chosen })) === true;

  const rows = decisionTable(
    axes.map((axis) => (axis.name in given ? { ...axis, values: [given[axis.name]!] } : axis)),
    isSafe,
  );
  const { broken, known: isKnown } = await verdicts.judge(start);
  const from = Object.fromEntries(axes.map(({ name }) => [name, start[name]!]));
  const mends = broken.length > 0 ? repairs(axes, from, isSafe) : [];
  return {
    axes,
    rows,
    points: points.filter(({ point }) => keeps(point)).length,
    safe,
    unknown,
    isKnown,
    broken,
    repairs: mends,
  };
}
