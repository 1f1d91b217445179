import { keyOf } from './points.ts';
import type { Plan } from './sites.ts';
import type { Exception, Survey } from './survey.ts';
import type { Code, Decided } from './verdict-code.ts';

/** What a survey found, as it is kept: verdicts as rows of signs, each different row once. */
export type SurveyRecord = {
  readonly claims: readonly string[];
  /** A sign for each claim; `.` where it was not asked. */
  readonly rows: readonly string[];
  /** For each site, in the order of the plan, its row. */
  readonly sites: readonly number[];
  /** By claim, then by point: how long the counterexample is. Only where somebody will ask. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly exceptions: readonly Exception[];
  readonly confirmed: number;
  readonly inherited: number;
  /** How many points were searched. */
  readonly searches: number;
};

/** What of a survey is kept. @param lengths of which claims at which points the length is kept. */
export function recordOf(
  plan: Plan,
  { found, exceptions, confirmed, inherited }: Survey,
  lengths: readonly { readonly claim: string; readonly key: string }[],
): SurveyRecord {
  const rows = new Map<string, number>();
  const sites = plan.sites.map(({ point }) => {
    const here = found.get(keyOf(plan.landscape, point));
    const row = plan.claims.map((claim) => here?.get(claim)?.code ?? '.').join('');
    if (!rows.has(row)) rows.set(row, rows.size);
    return rows.get(row)!;
  });
  const searches = [...found.values()].filter((here) =>
    [...here.values()].some(({ code }) => /[hvrn?]/.test(code)),
  ).length;
  const steps: Record<string, Record<string, number>> = {};
  for (const { claim, key } of lengths) {
    const length = found.get(key)?.get(claim)?.steps;
    if (length !== undefined) (steps[claim] ??= {})[key] = length;
  }
  return { claims: plan.claims, rows: [...rows.keys()], sites, steps, exceptions, confirmed, inherited, searches };
}

/** What a record says of the sites of a plan; undefined when it has others. Claims that it has not are not known. */
export function foundIn(plan: Plan, record: SurveyRecord): Survey['found'] | undefined {
  if (record.sites.length !== plan.sites.length) return undefined;
  return new Map(
    plan.sites.map(({ point }, place) => {
      const key = keyOf(plan.landscape, point);
      const row = record.rows[record.sites[place]!] ?? '';
      const here = record.claims.flatMap((claim, index): [string, Decided][] => {
        const code = row[index] ?? '.';
        if (code === '.') return [];
        const steps = record.steps[claim]?.[key];
        return [[claim, { code: code as Code, ...(steps !== undefined && { steps }) }]];
      });
      return [key, new Map(here)];
    }),
  );
}
