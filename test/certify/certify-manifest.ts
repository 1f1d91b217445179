import { expect, test } from 'vitest';

import { runs } from '../../properties/runs.ts';
import { certificateOf, certify } from '../../src/certify/index.ts';
import { check } from '../../src/check/index.ts';

/** Certifies every verdict of every run of a share of the manifest: every second one, large and small alike. */
export function tryShare(part: 0 | 1): void {
  const bySize = [...runs].sort((a, b) => (b.expected?.states ?? 0) - (a.expected?.states ?? 0));
  const share = bySize.filter((_, index) => index % 2 === part);

  test.for(share)('$name', ({ system, families }) => {
    const described = system();
    const report = check(described, { families, evidence: true });
    const claims = families.flatMap((family) => family.claims);
    const { verdicts, open, closure, sample } = certify(described, claims, certificateOf(report));
    const undecided = report.verdicts.filter(({ verdict }) => verdict === 'not finished');
    expect(open).toEqual(undecided.map(({ claim }) => claim));
    expect(verdicts).toBe(report.verdicts.length - undecided.length);
    expect(closure).toEqual(report.complete ? { looked: report.states, states: report.states } : undefined);
    expect(sample).toBeUndefined();
  });
}
