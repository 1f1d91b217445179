import type { CellValues } from '../model/index.ts';

import type { Session } from './session.ts';
import type { Varied } from './sweep-cells.ts';

/** A cell and the kinds of end it can come to; `complete` when every state was explored. */
export type SweptCell = {
  readonly values: CellValues;
  readonly outcomes: readonly string[];
  readonly states: number;
  readonly complete: boolean;
};

/**
 * A matrix for each value of the first axis: the last axis across, those between down.
 *
 * A cell that is not complete bears a question mark: other ends may exist.
 */
export function sweepText(
  swept: readonly SweptCell[],
  chosen: readonly Varied[],
  { paint, glyphs }: Pick<Session, 'paint' | 'glyphs'>,
): string {
  const [first, ...others] = chosen;
  if (!first) return `baseline: ${endsOf(swept[0], glyphs)}`;
  const across = others.at(-1);
  const down = others.slice(0, -1);
  return first.values
    .map((value) => {
      const here = swept.filter(({ values }) => values[first.axis.name] === value);
      const title = paint('bold', `${first.axis.name} ${value}`);
      if (!across) return `${title}  ${endsOf(here[0], glyphs)}`;
      const rows = matrix(here, down, across, glyphs);
      return [title, ...rows.map((row, index) => (index === 0 ? paint('dim', row) : row))].join('\n');
    })
    .join(across ? '\n\n' : '\n');
}

function matrix(
  here: readonly SweptCell[],
  down: readonly Varied[],
  across: Varied,
  glyphs: Session['glyphs'],
): readonly string[] {
  const label = (cell: SweptCell): string => down.map(({ axis }) => cell.values[axis.name]!).join(' ');
  const labels = [...new Set(here.map(label))];
  const rows = [
    [down.map(({ axis }) => axis.name).join(' '), ...across.values.map((value) => `${across.axis.name}=${value}`)],
    ...labels.map((row) => [
      row,
      ...across.values.map((value) =>
        endsOf(
          here.find((cell) => label(cell) === row && cell.values[across.axis.name] === value),
          glyphs,
        ),
      ),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column]!)).join('  ')}`.trimEnd());
}

const endsOf = (cell: SweptCell | undefined, glyphs: Session['glyphs']): string =>
  cell ? (cell.outcomes.join(` ${glyphs.text('·')} `) || 'no end') + (cell.complete ? '' : ' ?') : '';
