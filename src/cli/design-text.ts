import { written } from '../frontier/index.ts';
import type { Point } from '../model/index.ts';

import type { Designed } from './design-search.ts';
import { counted } from './progress.ts';
import type { Session } from './session.ts';

/** What may stand on an axis in a row: `any` where nothing is excluded. */
export const cellOf = (values: readonly string[], all: readonly string[]): string =>
  values.length === all.length ? 'any' : values.join(' or ');

/** Changes as they are typed. */
export const changes = (point: Point): string => written(Object.entries(point));

/** The decision table and the repairs for the terminal. */
export function designText(
  { axes, rows, points, safe, unknown, isKnown, broken, repairs }: Designed,
  given: string,
  { paint, glyphs }: Pick<Session, 'paint' | 'glyphs'>,
): string {
  const lines = [
    axes.map(({ name }) => name),
    ...rows.map((row) => axes.map(({ name, values }) => cellOf(row[name]!, values))),
  ];
  const widths = axes.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const padded = (line: readonly string[]): string =>
    `  ${line.map((text, column) => text.padEnd(widths[column]!)).join('  ')}`.trimEnd();
  const table =
    axes.length === 0 ? [] : lines.map((line, index) => (index === 0 ? paint('dim', padded(line)) : padded(line)));
  return [
    ...(rows.length > 0 ? table : ['  no combination is safe']),
    '',
    `${safe} of ${counted(points, 'combination')} are safe${unknown > 0 ? `, ${unknown} unknown` : ''}`,
    ...(broken.length === 0
      ? [isKnown ? paint('good', `${given}: safe`) : paint('fault', `${given}: unknown`)]
      : [
          paint('bad', `${given}: not safe`),
          ...broken.map((claim) => `  ${glyphs.bad} ${glyphs.text(claim)}`),
          ...(repairs.length === 0
            ? ['  no change of these choices mends it']
            : [
                `  ${counted(Object.keys(repairs[0]!).length, 'change')} will do:`,
                ...repairs.map((one) => `    ${changes(one)}`),
              ]),
        ]),
  ].join('\n');
}
