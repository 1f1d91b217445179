/**
 * The colours of drawings, light and dark.
 */
import type { Theme } from '../svg/theme.ts';

const light = {
  ground: '#f5f7fa',
  box: '#ffffff',
  region: '#ecf0f5',
  line: '#7d8b9c',
  text: '#17202b',
  plain: '#566270',
  event: '#0b4a9e',
  guard: '#9a4f00',
  action: '#3c5a14',
  lit: '#fff0b8',
  litline: '#b07800',
  never: '#c0202a',
  often: '#0b4a9e',
  some: '#4c7fc4',
  few: '#93aed3',
} as const;

type Colour = keyof typeof light;

const dark: Readonly<Record<Colour, string>> = {
  ground: '#131b24',
  box: '#1b2632',
  region: '#17222d',
  line: '#75879a',
  text: '#eef3f8',
  plain: '#a4b1bf',
  event: '#7db4ff',
  guard: '#f0a94c',
  action: '#a9cb72',
  lit: '#4a3c0c',
  litline: '#f0c040',
  never: '#ff7b80',
  often: '#7db4ff',
  some: '#4f7fc0',
  few: '#3a5a86',
};

/** Every rule holds below the drawing's own class, so that drawings in one page leave each other alone. */
export function styleSheet(theme: Theme): string {
  const scope = `.chart-${theme}`;
  const rules = Object.entries(declarations)
    .map(([selector, text]) => `${scoped(scope, selector)}{${text}}`)
    .join('');
  if (theme !== 'auto') return filled(rules, theme === 'dark' ? dark : light);
  const variables = (colours: Readonly<Record<Colour, string>>): string =>
    `${scope}{${Object.entries(colours)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`;
  return `${variables(light)}@media (prefers-color-scheme:dark){${variables(dark)}}${rules.replaceAll(/\$(\w+)/g, 'var(--$1)')}`;
}

const scoped = (scope: string, selector: string): string =>
  selector
    .split(',')
    .map((part) => (part === '' ? scope : `${scope} ${part}`))
    .join(',');

const filled = (rules: string, colours: Readonly<Record<Colour, string>>): string =>
  rules.replaceAll(/\$(\w+)/g, (_, name: Colour) => colours[name]);

const declarations: Readonly<Record<string, string>> = {
  '': 'font-family:Arimo,"Liberation Sans",Arial,Helvetica,sans-serif;font-size:12px',
  '.ground': 'fill:$ground',
  '.box': 'fill:$box;stroke:$line;stroke-width:1.2',
  '.outer>.box': 'fill:$ground',
  '.region>.box': 'fill:$region;stroke-dasharray:5 3',
  '.rule': 'stroke:$line;stroke-width:1',
  '.line': 'fill:none;stroke:$line;stroke-width:1.3',
  '.head,.dot': 'fill:$line;stroke:none',
  '.dot': 'fill:$text',
  '.ring': 'fill:$box;stroke:$text;stroke-width:1.2',
  '.halo': 'fill:$box;fill-opacity:.9',
  '.on-region': 'fill:$region',
  '.on-outer': 'fill:$ground',
  '.on-lit': 'fill:$lit',
  text: 'fill:$text',
  '.title': 'font-weight:bold;font-size:13px',
  '.plain': 'fill:$plain;font-weight:normal',
  '.name': 'font-weight:bold',
  '.event': 'fill:$event;font-weight:bold',
  '.guard': 'fill:$guard',
  '.action': 'fill:$action',
  '.after .line': 'stroke-dasharray:5 3',
  '.ignored .event': 'font-weight:normal',
  '.lit>.box,.lit>.ring': 'fill:$lit;stroke:$litline;stroke-width:2.4',
  '.around-lit>.box': 'stroke:$litline;stroke-width:2',
  '.direct .line': 'stroke-dasharray:2 3',
  '.taken-often .line': 'stroke:$often;stroke-width:3.2',
  '.taken-some .line': 'stroke:$some;stroke-width:2.2',
  '.taken-few .line': 'stroke:$few;stroke-width:1.6',
  '.never .line': 'stroke:$never;stroke-dasharray:2 3',
  '.never text,.never tspan': 'fill:$never',
  '.taken-often .head': 'fill:$often',
  '.taken-some .head': 'fill:$some',
  '.taken-few .head': 'fill:$few',
  '.never .head': 'fill:$never',
};
