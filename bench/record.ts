/** Where what was measured is kept, and what it was measured on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { version } from 'node:process';

import { fillBlocks } from '../src/reference/marked-blocks.ts';
import { growthBlock } from '../src/reference/growth-block.ts';
import { reductionBlock } from '../src/reference/reduction-block.ts';
import { spinBlock } from '../src/reference/spin-block.ts';
import { performanceBlock, type PerformanceRecord } from '../src/reference/performance-block.ts';
import { growthPicture } from './growth-picture.ts';

const kept = 'docs/performance.json';
const page = 'docs/performance.md';

/** The machine, and how busy it is now. */
export const machineNow = (): PerformanceRecord['machine'] => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  system: `${type()} ${release()}`,
  node: version.slice(1),
  load: loadavg()[0] ?? 0,
});

/** Keeps a record, and writes the page that shows it anew. What was measured against SPIN and as it grows stays, unless it is new. */
export function keep(changes: Partial<PerformanceRecord>): void {
  const record = { ...(JSON.parse(readFileSync(kept, 'utf8')) as PerformanceRecord), ...changes };
  writeFileSync(kept, `${JSON.stringify(record, undefined, 2)}\n`);
  const blocks = {
    performance: performanceBlock(record),
    ...(record.spin && { spin: spinBlock(record.spin) }),
    ...(record.growth && { growth: growthBlock(record.growth) }),
    ...(record.reduction && { reduction: reductionBlock(record.reduction) }),
  };
  for (const theme of ['light', 'dark'] as const) {
    if (changes.growth) writeFileSync(`docs/pictures/growth-${theme}.svg`, growthPicture(changes.growth, theme));
  }
  writeFileSync(page, fillBlocks(readFileSync(page, 'utf8'), blocks));
}
