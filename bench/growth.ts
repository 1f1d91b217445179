import { resourceUsage } from 'node:process';

import { check } from '../src/check/index.ts';
import type { GrowthPoint, GrowthRecord } from '../src/reference/growth-block.ts';
import { machineNow } from './record.ts';
import { growing } from './systems.ts';

/** How many points of a curve there are while the number of states grows tenfold, and the states at the first. */
const PER_DECADE = 10;
const FIRST = 100_000;

/**
 * Searches the growing system up to so many states, once, and looks on the way how long it took and what it took up.
 *
 * @param told of each point.
 */
export function measuredGrowth(maxStates: number, told: (point: GrowthPoint) => void): GrowthRecord {
  const machine = machineNow();
  const points: GrowthPoint[] = [];
  let next = FIRST;
  const note = (states: number, steps: number, milliseconds: number, bytes: number): void => {
    const point = { states, steps, milliseconds, bytes, residentBytes: resourceUsage().maxRSS * 1024 };
    points.push(point);
    told(point);
    while (next <= states) next *= 10 ** (1 / PER_DECADE);
  };
  const began = performance.now();
  const report = check(growing, {
    loops: false,
    maxStates,
    onProgress: ({ states, steps, milliseconds, bytes }) => {
      if (states >= next) note(states, steps, milliseconds, bytes);
    },
  });
  note(report.states, report.steps, performance.now() - began, report.cost.bytes);
  return {
    machine,
    recorded: new Date().toISOString().slice(0, 10),
    system: report.system,
    complete: report.complete,
    points,
  };
}
