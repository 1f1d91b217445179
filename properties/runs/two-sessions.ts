/**
 * Two transfers at once, of two users.
 */
import { scenario } from '../../machines/systems/baseline.ts';
import { twoSessions } from '../../machines/systems/two-sessions.ts';
import type { Run } from '../../src/model/index.ts';
import { sideBySide } from '../two-sessions.ts';
import { boundsOf, expectedOf, inVariant } from './transfer-run.ts';

/** The runs named two-sessions/... */
export const twoSessionsRuns: readonly Run[] = (['V438', 'V478'] as const).map((variant) => {
  const name = `two-sessions/${variant}`;
  const made = scenario({ ...inVariant(variant, { ncp: { unlistened: 'Q' } }), name });
  return {
    name,
    summary: `two sessions side by side, ${variant}, each alone with its servers`,
    system: () => twoSessions(made),
    families: [sideBySide],
    expected: expectedOf(name),
    bounds: `of each session: ${boundsOf(made)}`,
  };
});
