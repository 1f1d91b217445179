import { expect } from 'vitest';

import type { Claim, Report, System, Verdict } from '../../src/model/index.ts';
import { replay } from '../../src/trace/live-system.ts';
import { shows, showsEnd, showsError } from './certify.ts';

/** The kinds of claims that a reduced check decides. */
const decided: readonly Verdict['kind'][] = ['always', 'everyStep', 'reaches', 'neverAfter', 'restsOnly'];

/** What a reduced check may say of a claim, where a whole one says `verdict`. */
function allowed({ claim, kind, verdict }: Verdict, complete: boolean): readonly string[] {
  const open = 'not finished';
  if (!complete) return [verdict, open];
  if (kind === 'protocol error') return [claim === 'bound hit' || claim === 'livelock' ? open : verdict];
  return decided.includes(kind) ? [verdict] : [verdict, open];
}

/** The ends of runs that come to rest, each with the length of a shortest way there. */
const rests = ({ outcomes }: Report): readonly string[] =>
  outcomes
    .filter(({ path }) => path.loop === undefined)
    .map(({ name, path }) => `${name} ${path.steps.length}`)
    .sort();

/**
 * Compares a reduced check with a whole one. Where a bound was hit, the whole one knows nothing that holds; a reduced one
 * may know it still, as it may hold with endless queues.
 */
export function expectReduced(system: System, claims: readonly Claim[], whole: Report, reduced: Report): void {
  for (const [index, verdict] of whole.verdicts.entries()) {
    const { claim, verdict: said, kind, path } = reduced.verdicts[index]!;
    const known = whole.complete || verdict.verdict !== 'not finished';
    if (known) expect(allowed(verdict, reduced.complete).map((may) => [claim, may])).toContainEqual([claim, said]);
    else expect([claim, said]).not.toEqual([claim, 'violated']);
    if (path === undefined) continue;
    expect(replay(system, path)).toMatchObject({ agrees: true });
    const meant = claims.find(({ name }) => name === claim);
    const shown =
      kind === 'protocol error'
        ? claim === 'deadlock'
          ? showsEnd(system, path, claim)
          : showsError(system, path, claim)
        : shows(system, meant!, path);
    expect([claim, shown]).toEqual([claim, true]);
  }
  if (whole.complete && reduced.complete) expect(rests(reduced)).toEqual(rests(whole));
}
