import type { Theme } from '../../svg/theme.ts';

type Palette = Readonly<Record<string, string>>;

const light: Palette = {
  ground: '#ffffff',
  ink: '#1c2733',
  faint: '#5b6b7b',
  line: '#8593a3',
  pill: '#eef2f7',
  message: '#0b4fb3',
  bad: '#c92a2a',
  good: '#2b7a3d',
  loop: '#c2410c',
  looped: '#fff5ec',
};

const dark: Palette = {
  ground: '#0f151c',
  ink: '#e4ebf2',
  faint: '#93a4b5',
  line: '#6b7d90',
  pill: '#17212c',
  message: '#7db4ff',
  bad: '#ff8787',
  good: '#7fd493',
  loop: '#ff9a4d',
  looped: '#241a12',
};

/** Sizes of text in pixels, as the style sheet writes them and the layout measures them. */
export const sizes = { title: 14, note: 11, lane: 12, label: 11.5, pill: 10.5, number: 10 } as const;

/** The class that every rule of a theme is bound to, so that pictures in one page do not colour each other. */
export const themeClass = (theme: Theme): string => `ladder-${theme}`;

/**
 * The style sheet of a ladder. `light` and `dark` name colours outright, for readers of SVG that know neither variables
 * nor media queries.
 *
 * @param explained whether the story has an explanation to draw.
 */
export function styleSheet(theme: Theme, explained = false): string {
  const scope = `.${themeClass(theme)}`;
  const colour = (name: string): string =>
    theme === 'auto' ? `var(--${name})` : (theme === 'dark' ? dark : light)[name]!;
  const variables = (palette: Palette): string =>
    `${scope}{${Object.entries(palette)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  const set = theme === 'auto' ? `${variables(light)}@media(prefers-color-scheme:dark){${variables(dark)}}` : '';
  return (
    set +
    rules(colour, explained)
      .map(([selector, body]) => `${scope} ${selector}{${body}}`)
      .join('')
  );
}

type Rule = readonly [selector: string, body: string];

function rules(colour: (name: string) => string, explained: boolean): readonly Rule[] {
  const halo = (ground: string): string =>
    `paint-order:stroke;stroke:${colour(ground)};stroke-width:4px;stroke-linejoin:round`;
  return [
    [
      'text',
      `fill:${colour('ink')};font-family:Helvetica,Arial,"Liberation Sans",Arimo,sans-serif;font-size:${sizes.note}px`,
    ],
    ['.ground', `fill:${colour('ground')}`],
    ['.title', `font-size:${sizes.title}px;font-weight:700`],
    ['.faint', `fill:${colour('faint')}`],
    ['.number', `fill:${colour('faint')};font-size:${sizes.number}px`],
    ['.lane', `stroke:${colour('line')};stroke-dasharray:2 4`],
    ['.head', `fill:${colour('ground')};stroke:${colour('ink')};stroke-width:1.4`],
    ['.name', `font-size:${sizes.lane}px;font-weight:700`],
    ['.pill', `fill:${colour('pill')};stroke:${colour('line')}`],
    ['.state', `font-size:${sizes.pill}px`],
    ['.arrow', `fill:none;stroke:${colour('message')};stroke-width:1.6`],
    ['.tip', `fill:${colour('message')}`],
    ['.label', `fill:${colour('message')};font-size:${sizes.label}px;font-weight:700;${halo('ground')}`],
    ['.own', `font-size:${sizes.label}px;${halo('ground')}`],
    ['.in', `stroke:${colour('looped')}`],
    ['.dot', `fill:${colour('ink')}`],
    ['.flying', 'stroke-dasharray:2 3'],
    ['.lost', 'stroke-dasharray:5 3'],
    ['.bad', `fill:${colour('bad')}`],
    ['.arrow.bad', `fill:none;stroke:${colour('bad')}`],
    ['.ring', `fill:none;stroke:${colour('bad')};stroke-width:1.6`],
    ...(explained ? explanation(colour, halo) : []),
    ['.good', `fill:${colour('good')}`],
    ['.hook', `fill:none;stroke:${colour('good')};stroke-width:2`],
    ['.loop', `fill:${colour('looped')};stroke:${colour('loop')};stroke-dasharray:6 4`],
    ['.back', `fill:none;stroke:${colour('loop')};stroke-width:1.8`],
    ['.again', `fill:${colour('loop')};font-weight:700`],
    ['.turn', `fill:${colour('loop')}`],
  ];
}

const explanation = (colour: (name: string) => string, halo: (ground: string) => string): readonly Rule[] => [
  ['.matters', `fill:${colour('faint')}`],
  ['.doom', `stroke:${colour('bad')};stroke-dasharray:1 3`],
  ['.doomed', `fill:${colour('bad')};${halo('ground')}`],
];
