import type { Findings } from '../model/index.ts';

import type { CheckedRun } from './checked-run.ts';
import { anchor, codeBlock, folded, wrapped } from './markdown.ts';
import type { Drawings } from './violation-section.ts';
import { explainedOf, headingOf } from './violations.ts';

/**
 * Some of what does not hold, each folded: why, and the shortest trace of one run.
 *
 * @param ids numbers of claims (`P16`), in the order in which they are shown; each has a finding.
 * @param page where the findings stand.
 */
export function failuresBlock(
  findings: Findings,
  runs: readonly CheckedRun[],
  ids: readonly string[],
  { trace }: Drawings,
  page: string,
): string {
  const explained = explainedOf(findings.violations, runs);
  return ids
    .map((id) => {
      const { finding, violations } = explained.find((one) => one.finding.claim === id)!;
      const violation = violations.find((one) => one.runs.some(({ name }) => name === finding.run))!;
      const whole = `[All of it](${page}#${anchor(headingOf(finding))}).`;
      const body = [wrapped(`${finding.says} ${whole}`), codeBlock(trace(finding.run, violation.claim))];
      return folded(headingOf(finding), body.join('\n\n'));
    })
    .join('\n\n');
}
