/** The page on performance shows what was last recorded. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fillBlocks } from '../../src/reference/index.ts';
import { growthBlock } from '../../src/reference/growth-block.ts';
import { performanceBlock, type PerformanceRecord } from '../../src/reference/performance-block.ts';
import { reductionBlock } from '../../src/reference/reduction-block.ts';
import { spinBlock } from '../../src/reference/spin-block.ts';

test('docs/performance.md is written from docs/performance.json', () => {
  const record = JSON.parse(readFileSync('docs/performance.json', 'utf8')) as PerformanceRecord;
  const page = readFileSync('docs/performance.md', 'utf8');
  const blocks = {
    performance: performanceBlock(record),
    ...(record.spin && { spin: spinBlock(record.spin) }),
    ...(record.growth && { growth: growthBlock(record.growth) }),
    ...(record.reduction && { reduction: reductionBlock(record.reduction) }),
  };
  expect(fillBlocks(page, blocks)).toBe(page);
});

test('what was recorded is a complete search of millions of states', () => {
  const { large } = JSON.parse(readFileSync('docs/performance.json', 'utf8')) as PerformanceRecord;
  expect(large.complete).toBe(true);
  expect(large.states).toBeGreaterThan(5_000_000);
});

test('and one of a hundred million states within 8 GiB, with at most 24 bytes a state from ten million on', () => {
  const { growth } = JSON.parse(readFileSync('docs/performance.json', 'utf8')) as PerformanceRecord;
  const last = growth!.points.at(-1)!;
  expect(last.states).toBeGreaterThan(100_000_000);
  expect(last.residentBytes).toBeLessThan(8 * 2 ** 30);
  for (const { states, bytes } of growth!.points) if (states > 1e7) expect(bytes / states).toBeLessThan(24);
});
