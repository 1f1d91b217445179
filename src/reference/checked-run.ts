import type { Report, Run } from '../model/index.ts';

/** A run of the manifest and what its search gave. */
export type CheckedRun = Pick<Run, 'name' | 'summary' | 'bounds'> & { readonly report: Report };

/** How a run can end, sorted; a question mark where the search was not complete and other ends may exist. */
export function endsOf({ report }: CheckedRun): string {
  const undeclared = report.verdicts
    .filter(({ kind, claim, verdict }) => kind === 'protocol error' && verdict === 'violated' && claim.endsWith('lock'))
    .map(({ claim }) => claim);
  const names = new Set([...report.outcomes.map(({ name }) => name), ...undeclared]);
  return `${[...names].sort().join(' · ') || 'no end'}${report.complete ? '' : ' ?'}`;
}
