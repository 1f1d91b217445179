import type { CellEnd, SweptCell } from './swept-cell.ts';

/** A bad end, the shortest way to it, and every cell that comes to it in this very way. */
export type SweptLadder = {
  /** Its heading on its page. */
  readonly heading: string;
  readonly page: string;
  readonly end: CellEnd;
  readonly cells: readonly { readonly matrix: string; readonly cell: SweptCell }[];
};

/** The page with the ladders of one value of the axis by which they are divided. */
export const laddersPlace = (value: string): string => `docs/reference/verdicts/ladders-${value}.md`;

/**
 * The ladders of all bad ends, each different one once, numbered per page and end in the order of the cells.
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
      for (const end of cell.ends.filter(({ fine }) => !fine)) {
        const value = cell.values[by]!;
        const key = ladderKey(value, end);
        const known = found.get(key);
        if (known) {
          found.set(key, { ...known, cells: [...known.cells, { matrix, cell }] });
          continue;
        }
        const number = (counts.get(`${value} ${end.name}`) ?? 0) + 1;
        counts.set(`${value} ${end.name}`, number);
        const heading = `${value} ${end.name} ${number}`;
        found.set(key, { heading, page: laddersPlace(value), end, cells: [{ matrix, cell }] });
      }
    }
  }
  return [...found.values()];
}

const ladderKey = (value: string, { name, drawing }: CellEnd): string => [value, name, ...drawing.lines].join('\n');

/** The ladder of an end of a cell. */
export const ladderOf = (ladders: readonly SweptLadder[], cell: SweptCell, end: CellEnd): SweptLadder =>
  ladders.find((ladder) => ladder.end.name === end.name && ladder.cells.some((other) => other.cell === cell))!;
