import fc from 'fast-check';
import { expect, test } from 'vitest';

import { chartDescription } from '../../src/export/index.ts';
import { chartFigure } from '../../src/export/chart-figure.ts';
import { laidOut } from '../../src/export/elk-layout.ts';
import { boxesOf, type PlacedBox, type PlacedFigure, type Rectangle } from '../../src/export/figure.ts';
import { widestLine } from '../../src/export/inked-lines.ts';
import { randomChart } from './random-chart.ts';
import { turnstile } from './turnstile.ts';

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const within = (a: Rectangle, b: Rectangle): boolean =>
  b.x <= a.x && b.y <= a.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** Boxes that stand in each other's way, texts that stick out of their boxes, labels on boxes. */
function faultsOf({ root, arrows }: PlacedFigure): readonly string[] {
  const check = (box: PlacedBox): readonly string[] => {
    const lines = box.rows.flatMap((row) => row.lines);
    return [
      ...(widestLine(lines) <= box.width + 0.01 ? [] : [`the text of ${box.id} sticks out`]),
      ...box.boxes.flatMap((one, index) => [
        ...(within(one, box) ? [] : [`${one.id} sticks out of ${box.id}`]),
        ...box.boxes
          .slice(index + 1)
          .flatMap((other) => (overlap(one, other) ? [`${one.id} lies on ${other.id}`] : [])),
        ...check(one),
      ]),
    ];
  };
  const leaves = boxesOf(root).filter(({ boxes }) => boxes.length === 0);
  const labels = arrows.flatMap(({ id, label }) =>
    label ? leaves.filter((box) => overlap(box, label)).map((box) => `the label of ${id} lies on ${box.id}`) : [],
  );
  return [...check(root), ...labels];
}

test('no box, text or label of a random chart is in the way of another', async () => {
  await fc.assert(
    fc.asyncProperty(randomChart, async ({ machine }) => {
      expect(faultsOf(await laidOut(chartFigure(chartDescription(machine))))).toEqual([]);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 12) },
  );
});

test('an overlap would be seen', async () => {
  const placed = await laidOut(chartFigure(chartDescription(turnstile)));
  const { root } = placed;
  const moved = { ...root, boxes: root.boxes.map((box) => ({ ...box, x: root.x, y: root.y })) };
  expect(faultsOf(placed)).toEqual([]);
  expect(faultsOf({ ...placed, root: moved })).toContain('state arm lies on state alarm');
});
