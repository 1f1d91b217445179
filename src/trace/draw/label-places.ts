import type { Arrow, Point } from './arrows.ts';
import type { Frame } from './frame.ts';
import { pillHeight } from './frame.ts';
import { textWidth } from '../../svg/text-width.ts';
import { sizes } from './theme.ts';

/** A rectangle, in pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where the middle of a text's base line stands, and how it is turned, in degrees clockwise. */
export type Placed = { readonly at: Point; readonly turned: number };

/** What a touch costs: another text or a pill, another arrow, the line of a lane; each pixel from the sender. */
const cost = { text: 24, arrow: 5, lane: 0.4, way: 0.012, below: 1.2 };

/**
 * Places the texts of arrows along them, where they touch the least of what stands there already.
 *
 * Short arrows choose first, as they have the least choice. The same arrows give the same places.
 */
export function placeLabels(arrows: readonly Arrow[], frame: Frame, taken: readonly Box[]): ReadonlyMap<Arrow, Placed> {
  const solid: Box[] = [...taken, ...pillBoxes(frame), ...tipBoxes(arrows)];
  const placed = new Map<Arrow, Placed>();
  const slack = (arrow: Arrow): number => length(arrow) - labelWidth(arrow);
  for (const arrow of arrows.filter(({ text }) => text !== '').sort((a, b) => slack(a) - slack(b))) {
    const width = labelWidth(arrow);
    const tried = candidates(arrow).map((candidate) => ({ placed: candidate, samples: samplesOf(candidate, width) }));
    const around = hull(tried.flatMap(({ samples }) => samples));
    const near = {
      solid: solid.filter((box) => overlap(around, box)),
      arrows: arrows.filter((other) => other !== arrow && isNear(other, around)),
    };
    let [best, least] = [tried[0]!, Infinity];
    for (const one of tried) {
      const sum = touching(one.samples, one.placed.cost, near, frame, least);
      if (sum < least) [best, least] = [one, sum];
    }
    placed.set(arrow, best.placed);
    solid.push(...best.samples);
  }
  return placed;
}

/** The least rectangle that holds others. */
function hull(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** How near to the middle of a text an arrow may not pass. */
const NEAR = 7;

/** Whether an arrow may pass near to something in a rectangle. */
const isNear = ({ from, to }: Arrow, { x, y, width, height }: Box): boolean =>
  Math.min(from.x, to.x) - NEAR < x + width &&
  Math.max(from.x, to.x) + NEAR > x &&
  Math.min(from.y, to.y) - NEAR < y + height &&
  Math.max(from.y, to.y) + NEAR > y;

/** The width of the text of an arrow. */
export const labelWidth = ({ text }: Arrow): number => textWidth(text, sizes.label, 'bold');

const length = ({ from, to }: Arrow): number => Math.hypot(to.x - from.x, to.y - from.y);

/** Places along an arrow, above and below it, from the sender to the receiver. */
function candidates(arrow: Arrow): readonly (Placed & { readonly cost: number })[] {
  const { from, to } = arrow;
  const whole = length(arrow);
  const half = labelWidth(arrow) / 2;
  const [first, last] = [12 + half, whole - 14 - half];
  const ways = last <= first ? [whole / 2] : steps(first, last, 6);
  const rightwards = to.x > from.x;
  const turned = ((Math.atan2(to.y - from.y, Math.abs(to.x - from.x)) * 180) / Math.PI) * (rightwards ? 1 : -1);
  const along = { x: (to.x - from.x) / whole, y: (to.y - from.y) / whole };
  const up = rightwards ? { x: along.y, y: -along.x } : { x: -along.y, y: along.x };
  return ways.flatMap((way) =>
    [5, -5 - sizes.label * 0.72].map((lift) => ({
      at: { x: from.x + along.x * way + up.x * lift, y: from.y + along.y * way + up.y * lift },
      turned,
      cost: (way - first) * cost.way + (lift < 0 ? cost.below : 0),
    })),
  );
}

function steps(first: number, last: number, by: number): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, index) => first + index * by);
}

/** A turned text as a row of small boxes. */
function samplesOf({ at, turned }: Placed, width: number): readonly Box[] {
  const angle = (turned * Math.PI) / 180;
  const high = sizes.label * 0.76;
  const count = Math.max(2, Math.ceil(width / 8));
  return Array.from({ length: count }, (_, index) => {
    const way = (width * (index + 0.5)) / count - width / 2;
    const middle = {
      x: at.x + Math.cos(angle) * way + (Math.sin(angle) * high) / 2,
      y: at.y + Math.sin(angle) * way - (Math.cos(angle) * high) / 2,
    };
    return { x: middle.x - 4.5, y: middle.y - high / 2 - 1, width: 9, height: high + 2 };
  });
}

/** What a place costs, with what it touches; no matter what, once it is as much as `least`. */
function touching(
  samples: readonly Box[],
  base: number,
  near: { readonly solid: readonly Box[]; readonly arrows: readonly Arrow[] },
  frame: Frame,
  least: number,
): number {
  let sum = base;
  for (const sample of samples) {
    if (sum >= least) return sum;
    if (near.solid.some((box) => overlap(sample, box))) sum += cost.text;
    const middle = { x: sample.x + sample.width / 2, y: sample.y + sample.height / 2 };
    for (const arrow of near.arrows) if (distance(middle, arrow) < NEAR) sum += cost.arrow;
    if (frame.lanes.some(({ x }) => Math.abs(x - middle.x) < 5)) sum += cost.lane;
    if (sample.x < 0 || sample.x + sample.width > frame.width) sum += cost.text;
  }
  return sum;
}

/** How far a point is from an arrow. */
export function distance(point: Point, { from, to }: Pick<Arrow, 'from' | 'to'>): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const square = x * x + y * y;
  const way = square === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * x + (point.y - from.y) * y) / square));
  return Math.hypot(point.x - from.x - way * x, point.y - from.y - way * y);
}

/** Whether two rectangles share a place. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const pillBoxes = (frame: Frame): readonly Box[] =>
  [...frame.initial, ...frame.rows.flatMap(({ pills }) => pills)].map(({ x, y, width }) => ({
    x,
    y,
    width,
    height: pillHeight,
  }));

/** The heads of arrows, which no text may cover. */
const tipBoxes = (arrows: readonly Arrow[]): readonly Box[] =>
  arrows
    .filter(({ kind }) => kind !== 'flying')
    .map(({ from, to }) => ({ x: to.x < from.x ? to.x - 4 : to.x - 12, y: to.y - 6, width: 16, height: 12 }));
