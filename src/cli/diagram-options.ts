import { type Theme, themes } from '../export/index.ts';

import type { Given } from './command.ts';
import { Failure, unknown } from './failure.ts';
import { textOf } from './parse.ts';

/** What a chart can be written as. */
export const chartFormats = ['svg', 'png', 'mermaid', 'plantuml', 'dot', 'scxml', 'smcat', 'json'] as const;
export type DiagramFormat = (typeof chartFormats)[number];

/** What a diagram is asked for: all options, and those read already. */
export type DiagramAsked = { readonly given: Given; readonly format: DiagramFormat; readonly theme: Theme };

/** Options that only a picture can show. */
const pictorial = ['theme', 'state', 'trace', 'coverage'] as const;

/**
 * The format asked for.
 *
 * @throws Failure (150) for an unknown one, and for options that it has no use for.
 */
export function formatOf(given: Given): DiagramFormat {
  const name = textOf(given, 'format');
  if (given['json'] && name !== undefined && name !== 'json') {
    throw new Failure(`--json and -f ${name} contradict each other: leave one out`);
  }
  const asked = given['json'] ? 'json' : (name ?? 'svg');
  const format = chartFormats.find((known) => known === asked);
  if (!format) throw unknown('format', asked, chartFormats);
  const useless = isPicture(format) ? undefined : pictorial.find((option) => given[option] !== undefined);
  if (useless !== undefined) throw new Failure(`--${useless} is for svg and png; ${format} cannot show it`);
  return format;
}

/** The theme asked for; a PNG has no reader's screen to go by. @throws Failure (150) for an unknown one. */
export function themeOf(given: Given, format: DiagramFormat): Theme {
  const name = textOf(given, 'theme') ?? 'auto';
  const theme = themes.find((known) => known === name);
  if (!theme) throw unknown('theme', name, themes);
  return format === 'png' && theme === 'auto' ? 'light' : theme;
}

export const isPicture = (format: DiagramFormat): boolean => format === 'svg' || format === 'png';
