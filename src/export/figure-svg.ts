import type { Theme } from '../svg/theme.ts';
import {
  boxesOf,
  margin,
  type PlacedArrow,
  type PlacedBox,
  type PlacedFigure,
  type Rectangle,
  type Row,
  titleHeight,
  titleSize,
} from './figure.ts';
import { type Line, lineHeight, lineWidth, widestLine } from './inked-lines.ts';
import { arrowHead, element, escaped, rectangle, roundedPath } from './svg-writing.ts';
import { textWidth } from '../svg/text-width.ts';
import { styleSheet } from './theme.ts';

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
    ...boxesOf(root).map(boxSvg),
    ...arrows.map(lineSvg),
    ...boxesOf(root).flatMap((box) => (box.boxes.length > 0 ? [headSvg(box)] : [])),
    ...arrows.map((arrow) => labelSvg(arrow, root)).filter(Boolean),
    ...foot,
  ];
  const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, class: `chart-${theme}`, role: 'img' };
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, '\n', content.join('\n'), '\n')}\n`;
}

function boxSvg(box: PlacedBox): string {
  const { id, shape, marks } = box;
  return element('g', { class: [shape, ...marks].join(' '), 'data-id': id }, ...innards(box));
}

function innards(box: PlacedBox): readonly string[] {
  const { shape, title, rows, x, y, width, height, boxes } = box;
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
  const rule = element('line', { class: 'rule', x1: x, x2: x + width, y1: y + titleHeight, y2: y + titleHeight });
  return [
    rectangle('box', box, shape === 'pipe' ? Math.min(14, height / 2) : 6),
    ...(rows.length > 0 ? [rule] : []),
    ...(holds ? [] : [titleSvg(box, { x: middle, 'text-anchor': 'middle' }), rowsSvg(box)]),
  ];
}

function titleSvg({ title, remark, rows, y }: PlacedBox, place: { x: number; 'text-anchor'?: string }): string {
  return element(
    'text',
    { class: 'title', ...place, y: y + titleHeight / 2 + baseLine + (rows.length > 0 ? 0 : 1) },
    escaped(title),
    ...(remark ? [' ', element('tspan', { class: 'plain' }, escaped(remark))] : []),
  );
}

const rowsSvg = ({ rows, x, y }: PlacedBox): string =>
  stacked(rows, (line, at) => text(line, x + margin, y + titleHeight + 5 + at)).join('');

/** What is behind a text that lines may run through: the colour of the box it stands in. */
const haloIn = ({ shape, marks }: PlacedBox): string => `halo on-${marks.includes('lit') ? 'lit' : shape}`;

/** The same for a text at some place: that of the innermost box around it. */
function haloAt(place: Rectangle, root: PlacedBox): string {
  const x = place.x + place.width / 2;
  const y = place.y + place.height / 2;
  const around = boxesOf(root).filter(
    (box) => box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height,
  );
  return haloIn(around.at(-1) ?? root);
}

/** Title and rows of a box that holds others, in front of the lines that run through it. */
function headSvg(box: PlacedBox): string {
  const { x, y, rows } = box;
  const lines = rows.flatMap((row) => row.lines);
  const halo = {
    x: x + margin - 3,
    y: y + titleHeight + 3,
    width: widestLine(lines) + 6,
    height: lines.length * lineHeight + 2,
  };
  const name = {
    x: x + margin - 3,
    y: y + 4,
    width: textWidth(`${box.title} ${box.remark}`, titleSize, 'bold') + 6,
    height: titleHeight - 6,
  };
  const behind = [rectangle(haloIn(box), name, 3), ...(lines.length > 0 ? [rectangle(haloIn(box), halo, 3)] : [])];
  return element('g', { class: 'label' }, ...behind, titleSvg(box, { x: x + margin }), rowsSvg(box));
}

function lineSvg({ id, points, marks }: PlacedArrow): string {
  const path = element('path', { class: 'line', d: roundedPath(points) });
  return element('g', { class: ['arrow', ...marks].join(' '), 'data-id': id }, path, arrowHead(points));
}

function labelSvg({ rows, label, marks }: PlacedArrow, root: PlacedBox): string {
  if (!label) return '';
  const middle = label.x + label.width / 2;
  const startOf = (line: Line): number => (rows.length > 1 ? label.x + 4 : middle - lineWidth(line) / 2);
  const lines = stacked(rows, (line, at) => text(line, startOf(line), label.y + 2 + at));
  return element('g', { class: ['label', ...marks].join(' ') }, rectangle(haloAt(label, root), label, 3), ...lines);
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
