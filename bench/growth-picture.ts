/** Draws a search as it grows: states per second above, bytes per state below, over the number of states. */
import { type GrowthPoint, type GrowthRecord, speedAt } from '../src/reference/growth-block.ts';
import { element } from '../src/svg/markup.ts';

const colours = {
  light: { ground: '#ffffff', line: '#c6ced8', text: '#17202b', plain: '#566270', speed: '#0b4a9e', bytes: '#9a4f00' },
  dark: { ground: '#131b24', line: '#3a4856', text: '#eef3f8', plain: '#a4b1bf', speed: '#7db4ff', bytes: '#f0a94c' },
} as const;

type Colours = (typeof colours)[keyof typeof colours];

/** Lengths in the picture's own units. */
const WIDTH = 720;
const LEFT = 64;
const RIGHT = 16;
const HEIGHT = 150;
const GAP = 56;
const TOP = 34;

/** One curve: where it stands, what it shows, and what belongs to its scale. */
type Panel = {
  readonly top: number;
  readonly title: string;
  readonly colour: string;
  readonly value: (point: GrowthPoint) => number;
  readonly written: (value: number) => string;
};

/** The picture as SVG. */
export function growthPicture({ points }: GrowthRecord, theme: keyof typeof colours): string {
  const colour = colours[theme];
  const total = TOP + 2 * HEIGHT + GAP + 44;
  const panels: readonly Panel[] = [
    {
      top: TOP,
      title: 'states per second, of the last half',
      colour: colour.speed,
      value: (point) => speedAt(points, point),
      written: (value) => `${value / 1e6} M`,
    },
    {
      top: TOP + HEIGHT + GAP,
      title: 'bytes per state, all included',
      colour: colour.bytes,
      value: ({ bytes, states }) => bytes / states,
      written: String,
    },
  ];
  const drawn = points.filter(({ states }) => states >= 200_000);
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${total}`,
      width: WIDTH,
      'font-family': 'Arimo, Arial, Helvetica, sans-serif',
      'font-size': 13,
    },
    element('title', {}, 'States per second and bytes per state while the number of states grows'),
    element('rect', { width: WIDTH, height: total, fill: colour.ground }),
    ...panels.map((panel) => drawnPanel(panel, drawn, colour)),
    element(
      'text',
      { x: (LEFT + WIDTH - RIGHT) / 2, y: total - 8, fill: colour.plain, 'text-anchor': 'middle' },
      'states',
    ),
  )}\n`;
}

function drawnPanel(
  { top, title, colour, value, written }: Panel,
  points: readonly GrowthPoint[],
  { line, text, plain }: Colours,
): string {
  const [least, most] = [points[0]!.states, points.at(-1)!.states];
  const across = (states: number): number =>
    LEFT + (Math.log(states / least) / Math.log(most / least)) * (WIDTH - LEFT - RIGHT);
  const step = tick(Math.max(...points.map(value)));
  const highest = Math.ceil(Math.max(...points.map(value)) / step) * step;
  const down = (height: number): number => top + HEIGHT * (1 - height / highest);
  const rule = (x1: number, y1: number, x2: number, y2: number): string =>
    element('path', {
      d: `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`,
      stroke: line,
      fill: 'none',
    });
  const levels = Array.from({ length: highest / step + 1 }, (_, place) => place * step);
  const sizes = [2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 2e7, 5e7, 1e8, 2e8].filter((size) => size >= least && size <= most);
  const way = points.map((point) => `${across(point.states).toFixed(1)} ${down(value(point)).toFixed(1)}`);
  return [
    element('text', { x: LEFT, y: top - 12, fill: text }, title),
    ...levels.flatMap((level) => [
      rule(LEFT, down(level), WIDTH - RIGHT, down(level)),
      element('text', { x: LEFT - 8, y: down(level) + 4, fill: plain, 'text-anchor': 'end' }, written(level)),
    ]),
    ...sizes.flatMap((size) => [
      rule(across(size), top, across(size), top + HEIGHT),
      element(
        'text',
        { x: across(size), y: top + HEIGHT + 18, fill: plain, 'text-anchor': 'middle' },
        size < 1e6 ? `${size / 1e3} k` : `${size / 1e6} M`,
      ),
    ]),
    element('path', { d: `M${way.join('L')}`, stroke: colour, 'stroke-width': 2, fill: 'none' }),
  ].join('');
}

/** A step of a scale: 1, 2 or 5 times a power of ten, so that about four of them make the whole. */
function tick(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= most / 4) ?? 10);
}
