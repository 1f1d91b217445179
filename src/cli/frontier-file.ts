import { createHash } from 'node:crypto';

import { claimsAt, foundIn, planOf, type Plan, pointAt, pointsAround, type SurveyRecord } from '../frontier/index.ts';
import { canonical, type Landscape } from '../model/index.ts';
import { modelHash } from '../trace/index.ts';

import type { KeptDesign } from './design-record.ts';
import { Failure } from './failure.ts';
import type { Session } from './session.ts';

/** Where the frontier of all claims is kept. */
export const frontierFile = 'docs/frontier.json';

/** A counterexample as a page shows it. */
export type Drawn = {
  readonly claim: string;
  readonly home: string;
  readonly at: string;
  readonly lines: readonly string[];
};

/** The frontier of all claims, as it is kept. */
export type FrontierFile = {
  /** Of what: `specificationHash` of the landscapes. */
  readonly specification: string;
  readonly width: number;
  readonly maxStates: number;
  readonly sample: { readonly every: number; readonly seed: number };
  readonly landscapes: Readonly<Record<string, SurveyRecord>>;
  readonly drawn: readonly Drawn[];
  readonly designs: readonly KeptDesign[];
};

/**
 * A name for what is surveyed: landscapes, homes, claims by name, and the systems at the homes and one departure from
 * them. What functions do is not in it: that is what the recomputed sample is for.
 */
export function specificationHash(landscapes: readonly Landscape[]): string {
  const said = landscapes.map((landscape) => ({
    name: landscape.name,
    axes: landscape.axes.map((axis) => ({ ...axis })),
    homes: landscape.homes.map((home) => ({
      name: home.name,
      at: home.at,
      axes: home.axes ?? null,
      paired: home.paired ?? null,
      claims: [...claimsAt(home, pointAt(landscape.axes, home.at)).keys()],
      systems: pointsAround(landscape, home, home.paired ? 1 : 0).map((point) =>
        modelHash(landscape.system(point, '')),
      ),
    })),
  }));
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(said))))
    .digest('hex');
}

/** What is kept of the frontier; undefined without the file. @throws Failure (22) when it is not whole. */
export async function readFrontier({ readFile }: Pick<Session, 'readFile'>): Promise<FrontierFile | undefined> {
  let text: string;
  try {
    text = await readFile(frontierFile);
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as FrontierFile;
  } catch {
    throw new Failure(`${frontierFile} is not whole; write it anew: matching-rfc frontier --all --record`, 22);
  }
}

/** What is kept, landscape by landscape, with the plan that it was made from; undefined where the plan is another now. */
export function keptSurveys(
  landscapes: readonly Landscape[],
  { width, landscapes: kept }: FrontierFile,
): readonly { readonly plan: Plan; readonly found: NonNullable<ReturnType<typeof foundIn>> }[] | undefined {
  const all = landscapes.map((landscape) => {
    const plan = planOf(landscape, landscape.homes, width);
    const record = kept[landscape.name];
    const found = record && foundIn(plan, record);
    return found && { plan, found };
  });
  return all.every((one) => one !== undefined) ? all : undefined;
}

/** The file as it is kept: a line for each row, each claim with lengths, each drawing. */
export function frontierFileText({ landscapes, drawn, designs, ...head }: FrontierFile): string {
  const listed = (items: readonly unknown[]): string =>
    `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const named = (fields: readonly (readonly [string, string])[]): string =>
    `{\n${fields.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(',\n')}\n}`;
  const kept = Object.entries(landscapes).map(
    ([name, { rows, claims, steps, ...rest }]) =>
      [
        name,
        named([
          ['claims', listed(claims)],
          ['rows', listed(rows)],
          ['steps', named(Object.entries(steps).map(([claim, lengths]) => [claim, JSON.stringify(lengths)]))],
          ...Object.entries(rest).map(([field, value]) => [field, JSON.stringify(value)] as const),
        ]),
      ] as const,
  );
  const fields = Object.entries(head).map(([name, value]) => [name, JSON.stringify(value)] as const);
  return `${named([...fields, ['landscapes', named(kept)], ['drawn', listed(drawn)], ['designs', listed(designs)]])}\n`;
}
