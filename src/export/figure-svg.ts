import {
  boxesOf,
  margin,
  type PlacedArrow,
  type PlacedBox,
  type PlacedFigure,
  type Row,
  titleHeight,
} from './figure.ts';
import { type Line, lineHeight, lineWidth } from './inked-lines.ts';
import { arrowHead, element, escaped, rectangle, roundedPath } from './svg-writing.ts';
import { styleSheet, type Theme } from './theme.ts';

const edge = 8;
/** From the middle of a line of text down to its base line. */
const baseLine = 4;

/** A placed figure as an SVG document. The same figure gives the same bytes. */
export function figureSvg(
  { root, arrows }: PlacedFigure,
  what: string,
  theme: Theme,
  legend: readonly Row[] = [],
): string {
  const legendHeight = legend.length === 0 ? 0 : legend.length * lineHeight + 10;
  const width = Math.ceil(root.x + root.width + edge);
  const height = Math.ceil(root.y + root.height + edge + legendHeight);
  const foot = legend.map((row, index) =>
    element(
      'g',
      { class: row.marks.join(' ') },
      text(row.lines[0]!, root.x, root.y + root.height + 16 + index * lineHeight),
    ),
  );
  const content = [
    element('title', {}, escaped(what)),
    element('style', {}, styleSheet(theme)),
    element('rect', { class: 'ground', width, height }),
    ...boxesOf(root).map((box) => boxSvg(box, box === root)),
    ...arrows.map(lineSvg),
    ...arrows.map(labelSvg).filter(Boolean),
    ...foot,
  ];
  const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, class: `chart-${theme}`, role: 'img' };
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, '\n', content.join('\n'), '\n')}\n`;
}

function boxSvg(box: PlacedBox, isRoot: boolean): string {
  const { id, shape, marks } = box;
  return element('g', { class: [shape, ...marks].join(' '), 'data-id': id }, ...innards(box, isRoot));
}

function innards(box: PlacedBox, isRoot: boolean): readonly string[] {
  const { shape, title, remark, rows, x, y, width, height, boxes } = box;
  const middle = x + width / 2;
  const named = { class: 'title', 'text-anchor': 'middle', x: middle };
  switch (shape) {
    case 'start':
      return [element('circle', { class: 'dot', cx: middle, cy: y + height / 2, r: 5 })];
    case 'final':
      return [
        element('circle', { class: 'ring', cx: middle, cy: y + 11, r: 9 }),
        element('circle', { class: 'dot', cx: middle, cy: y + 11, r: 5 }),
        element('text', { ...named, y: y + 36 }, escaped(title)),
      ];
    case 'history':
      return [
        element('circle', { class: 'ring', cx: middle, cy: y + height / 2, r: 12 }),
        element('text', { ...named, y: y + height / 2 + baseLine }, escaped(title)),
      ];
  }
  const holds = boxes.length > 0;
  const place = holds || isRoot ? { x: x + margin } : { x: middle, 'text-anchor': 'middle' };
  const name = element(
    'text',
    { class: 'title', ...place, y: y + titleHeight / 2 + baseLine + (rows.length > 0 || holds ? 0 : 1) },
    escaped(title),
    ...(remark ? [' ', element('tspan', { class: 'plain' }, escaped(remark))] : []),
  );
  const className = ['box', ...(shape === 'region' ? ['region'] : []), ...(isRoot ? ['outer'] : [])].join(' ');
  const rule = element('line', { class: 'rule', x1: x, x2: x + width, y1: y + titleHeight, y2: y + titleHeight });
  return [
    rectangle(className, box, shape === 'pipe' ? Math.min(14, height / 2) : 6),
    ...(rows.length > 0 ? [rule] : []),
    name,
    ...stacked(rows, (line, at) => text(line, x + margin, y + titleHeight + 5 + at)),
  ];
}

function lineSvg({ id, points, marks }: PlacedArrow): string {
  const path = element('path', { class: 'line', d: roundedPath(points) });
  return element('g', { class: ['arrow', ...marks].join(' '), 'data-id': id }, path, arrowHead(points));
}

function labelSvg({ rows, label, marks }: PlacedArrow): string {
  if (!label) return '';
  const middle = label.x + label.width / 2;
  const lines = stacked(rows, (line, at) => text(line, middle - lineWidth(line) / 2, label.y + 2 + at));
  return element('g', { class: ['label', ...marks].join(' ') }, rectangle('halo', label, 3), ...lines);
}

/** Rows one below the other; each with its tip, and as a link where it leads somewhere. */
function stacked(rows: readonly Row[], draw: (line: Line, at: number) => string): readonly string[] {
  let at = 0;
  return rows.map(({ lines, tip, marks, href }) => {
    const drawn = lines.map((line) => draw(line, at++ * lineHeight));
    const told = tip === '' ? [] : [element('title', {}, escaped(tip))];
    const inside = [...told, ...drawn];
    const linked = href === undefined ? inside : [element('a', { href }, ...inside)];
    return element('g', { class: ['row', ...marks].join(' ') }, ...linked);
  });
}

/** One line of words in their inks; the blanks stand between the words, where every renderer keeps them. */
function text({ words, indent }: Line, x: number, y: number): string {
  const spans = words.map(({ ink, text: said, tight }, index) => {
    const gap = index > 0 && !tight ? ' ' : '';
    return `${gap}${element('tspan', { class: ink }, escaped(said))}`;
  });
  return element('text', { x: x + indent, y: y + lineHeight / 2 + baseLine }, ...spans);
}
