import type { DescribedChart } from './described-chart.ts';
import type { CheckedRun } from './checked-run.ts';

/** A clause and all that is known of it. */
export type ClauseEntry = {
  readonly id: string;
  readonly document: string;
  readonly place: string;
  readonly strength: string;
  readonly text: string;
  /** The words of the source, where the repository has them. */
  readonly words?: readonly string[];
  /** Why no transition and no claim can show it. */
  readonly outOfScope?: string;
};

/** A claim, and the runs that check it. */
export type CheckedClaim = {
  readonly family: string;
  readonly claim: string;
  readonly kind: string;
  readonly cites: readonly string[];
  readonly runs: readonly CheckedRun[];
  /** Those of the runs in which it is violated or, a witness, not reached. */
  readonly failing: readonly CheckedRun[];
};

/** Every claim of the runs, family by family, in the order in which the runs name them. */
export function claimsOf(runs: readonly CheckedRun[]): readonly CheckedClaim[] {
  const claims = new Map<string, CheckedClaim>();
  for (const run of runs) {
    for (const { claim, family, kind, cites, verdict } of run.report.verdicts) {
      if (kind === 'protocol error') continue;
      const key = `${family}/${claim}`;
      const known = claims.get(key) ?? { family, claim, kind, cites, runs: [], failing: [] };
      const fails = verdict === 'violated' || verdict === 'not reached';
      claims.set(key, { ...known, runs: [...known.runs, run], failing: [...known.failing, ...(fails ? [run] : [])] });
    }
  }
  return [...claims.values()];
}

/** Where a chart answers to a clause: one state, the events there. */
export type CitingState = { readonly chart: string; readonly state: string; readonly events: readonly string[] };

/** The states whose transitions cite a clause, chart by chart. */
export function statesCiting(charts: readonly DescribedChart[], clause: string): readonly CitingState[] {
  return charts.flatMap(({ id, states }) =>
    states.flatMap(({ name, transitions }) => {
      const events = transitions.filter(({ cites }) => cites.includes(clause)).map(({ event }) => event || 'always');
      return events.length === 0 ? [] : [{ chart: id, state: name, events: [...new Set(events)] }];
    }),
  );
}
