/**
 * The manifest: every run, what it is checked for, and what it gives.
 */
import type { Run } from '../src/model/index.ts';
import { cornerRuns } from './runs/corners.ts';
import { passiveHoleRuns } from './runs/holes-passive.ts';
import { transferHoleRuns } from './runs/holes-transfer.ts';
import { ncpHoleRuns } from './runs/holes-ncp.ts';
import { icpRuns } from './runs/icp.ts';
import { mixUpRuns } from './runs/mix-ups.ts';
import { orderRuns, specialRuns } from './runs/orders.ts';
import { troubleRuns } from './runs/troubles.ts';
import { twoSessionsRuns } from './runs/two-sessions.ts';
import { twoSocketsRuns } from './runs/two-sockets.ts';

export const runs: readonly Run[] = [
  ...twoSocketsRuns,
  ...icpRuns,
  ...orderRuns,
  ...specialRuns,
  ...mixUpRuns,
  ...troubleRuns,
  ...passiveHoleRuns,
  ...transferHoleRuns,
  ...ncpHoleRuns,
  ...cornerRuns,
  ...twoSessionsRuns,
];
