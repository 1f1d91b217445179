import type { Finding, Verdict } from '../model/index.ts';

import type { CheckedRun } from './checked-run.ts';

/** A claim that some run violates or does not reach, or a protocol error that occurs, and where. */
export type Violation = Pick<Verdict, 'claim' | 'kind' | 'cites'> & {
  readonly verdict: 'violated' | 'not reached';
  readonly runs: readonly CheckedRun[];
};

/** Everything that is not as one would wish, over all runs: numbered claims, others, protocol errors, witnesses. */
export function violationsOf(runs: readonly CheckedRun[]): readonly Violation[] {
  const found = new Map<string, Violation>();
  for (const run of runs) {
    for (const { claim, kind, cites, verdict } of run.report.verdicts) {
      if (verdict !== 'violated' && verdict !== 'not reached') continue;
      const known = found.get(claim) ?? { claim, kind, cites, verdict, runs: [] };
      found.set(claim, { ...known, runs: [...known.runs, run] });
    }
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || collator.compare(a.claim, b.claim));
}

const collator = new Intl.Collator('en', { numeric: true });

const rank = ({ kind, claim }: Violation): number => {
  if (kind === 'protocol error') return 2;
  if (kind === 'reaches') return 3;
  return numberOf(claim) === undefined ? 1 : 0;
};

/** The number that a claim's name begins with: `P16`. */
export const numberOf = (claim: string): string | undefined => /^[A-Z]+\d+[a-z]?(?= )/.exec(claim)?.[0];

/** A claim in few signs: its number, where it has one. */
export const shortName = (claim: string): string => numberOf(claim) ?? claim;

/** A finding and all that it explains: two claims of one number share theirs. */
export type Explained = { readonly finding: Finding; readonly violations: readonly Violation[] };

/** Everything that is not as one would wish, with what explains it. */
export function explainedOf(findings: readonly Finding[], runs: readonly CheckedRun[]): readonly Explained[] {
  const found = violationsOf(runs);
  const used = [...new Set(found.map(({ claim }) => findingOf(findings, claim)))];
  return used.flatMap((finding) =>
    finding ? [{ finding, violations: found.filter(({ claim }) => findingOf(findings, claim) === finding) }] : [],
  );
}

/** The finding that explains a claim; one with the whole name goes before one with the number. */
export const findingOf = (findings: readonly Finding[], claim: string): Finding | undefined =>
  findings.find((finding) => finding.claim === claim) ?? findings.find((finding) => finding.claim === numberOf(claim));

/** What a finding is called in tables: the number of its claim, the name of an error, else its title. */
export function labelOf({ claim, title }: Finding): string {
  const short = shortName(claim);
  return short.split(' ').length <= 2 ? short : title;
}

/** How the section of a finding is headed. */
export const headingOf = (finding: Finding): string =>
  labelOf(finding) === finding.title ? finding.title : `${labelOf(finding)}: ${finding.title}`;
