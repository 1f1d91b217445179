import type { EndLadder, SweptCell } from './swept-cell.ts';

/** An end, the shortest way to it, and every cell that comes to it in this very way. */
export type SweptLadder = {
  /** Its heading on its page. */
  readonly heading: string;
  readonly page: string;
  readonly end: string;
  readonly ladder: EndLadder;
  readonly cells: readonly { readonly matrix: string; readonly cell: SweptCell }[];
};

/** The page with the ladders of one value of the axis by which they are divided. */
export const laddersPlace = (value: string): string => `docs/reference/verdicts/ladders-${value}.md`;

/**
 * The ladders of all ends but the usual ones, each different one once, numbered per page and end in the order of the cells.
 *
 * @param by the axis by which they are divided into pages.
 */
export function sweptLadders(
  matrices: readonly { readonly name: string; readonly cells: readonly SweptCell[] }[],
  by: string,
): readonly SweptLadder[] {
  const found = new Map<string, SweptLadder>();
  const counts = new Map<string, number>();
  for (const { name: matrix, cells } of matrices) {
    for (const cell of cells) {
      for (const { name: end, ladder } of cell.ends) {
        if (!ladder) continue;
        const value = cell.values[by]!;
        const key = [value, end, ...ladder.drawing.lines].join('\n');
        const known = found.get(key);
        if (known) {
          found.set(key, { ...known, cells: [...known.cells, { matrix, cell }] });
          continue;
        }
        const number = (counts.get(`${value} ${end}`) ?? 0) + 1;
        counts.set(`${value} ${end}`, number);
        const heading = `${value} ${end} ${number}`;
        found.set(key, { heading, page: laddersPlace(value), end, ladder, cells: [{ matrix, cell }] });
      }
    }
  }
  return [...found.values()];
}

/** The ladder of an end of a cell; undefined for the usual one. */
export const ladderOf = (ladders: readonly SweptLadder[], cell: SweptCell, end: string): SweptLadder | undefined =>
  ladders.find((ladder) => ladder.end === end && ladder.cells.some((other) => other.cell === cell));
