/**
 * Small pieces of SVG text.
 */
import { element, number } from '../svg/markup.ts';
import type { Point, Rectangle } from './figure.ts';

export { element, escaped } from '../svg/markup.ts';

/** A rectangle with round corners. */
export const rectangle = (className: string, { x, y, width, height }: Rectangle, rx: number): string =>
  element('rect', { class: className, x, y, width, height, rx });

/** A path through points, its corners rounded. */
export function roundedPath(points: readonly Point[], radius = 6): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
  const parts = [`M${at(first)}`];
  rest.forEach((point, index) => {
    const before = points[index]!;
    const after = rest[index + 1];
    if (!after) parts.push(`L${at(point)}`);
    else parts.push(`L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`);
  });
  return parts.join('');
}

/** The point on the way from one to another, `distance` away but no farther than half way. */
function towards(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.abs(dx) + Math.abs(dy);
  if (length === 0) return from;
  const share = Math.min(distance, length / 2) / length;
  return { x: from.x + dx * share, y: from.y + dy * share };
}

/** A filled arrowhead at the end of a path, pointing along its last piece. */
export function arrowHead(points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const corner = (side: number): string =>
    `${number(end.x - 8 * dx + 3.5 * side * dy)} ${number(end.y - 8 * dy + 3.5 * side * dx)}`;
  return element('path', { class: 'head', d: `M${number(end.x)} ${number(end.y)}L${corner(1)}L${corner(-1)}Z` });
}
