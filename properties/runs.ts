/**
 * The manifest: every run, what it is checked for, and what it gives.
 */
import type { Run } from '../src/model/index.ts';
import { passiveHoleRuns } from './runs/holes-passive.ts';
import { transferHoleRuns } from './runs/holes-transfer.ts';
import { mixUpRuns } from './runs/mix-ups.ts';
import { orderRuns, specialRuns } from './runs/orders.ts';
import { troubleRuns } from './runs/troubles.ts';

export const runs: readonly Run[] = [...orderRuns, ...specialRuns, ...mixUpRuns, ...troubleRuns, ...passiveHoleRuns, ...transferHoleRuns];
