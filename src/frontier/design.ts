import type { Point } from '../model/index.ts';

/** Choices to decide between: an axis and those of its values that are considered. */
export type Decidable = { readonly name: string; readonly values: readonly string[] };

/** For each axis the values that may stand there, whatever the others of the row are. */
export type Row = Readonly<Record<string, readonly string[]>>;

/** Every combination of values, the last axis fastest. */
export const combined = (axes: readonly Decidable[]): readonly Point[] =>
  axes.reduce<readonly Point[]>(
    (all, { name, values }) => all.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{}],
  );

/**
 * The combinations that are safe, as few rows: every safe combination is in one of them, no other is.
 *
 * Each row is grown from a combination that no row has yet, axis by axis as far as all stays safe; of the ways to grow it
 * (one beginning with each axis) the one that covers most is taken.
 */
export function decisionTable(axes: readonly Decidable[], safe: (point: Point) => boolean): readonly Row[] {
  const rows: Row[] = [];
  for (const point of combined(axes)) {
    if (!safe(point) || rows.some((row) => covers(row, point))) continue;
    const grown = axes.map((_, first) => grow([...axes.slice(first), ...axes.slice(0, first)], point, safe));
    rows.push(grown.reduce((best, row) => (size(row) > size(best) ? row : best)));
  }
  return rows;
}

const covers = (row: Row, point: Point): boolean =>
  Object.entries(row).every(([axis, values]) => values.includes(point[axis]!));
const size = (row: Row): number => Object.values(row).reduce((product, { length }) => product * length, 1);

function grow(axes: readonly Decidable[], seed: Point, safe: (point: Point) => boolean): Row {
  let row: Row = Object.fromEntries(axes.map(({ name }) => [name, [seed[name]!]]));
  for (const { name, values } of axes) {
    const others = axes.map((axis) => ({ name: axis.name, values: axis.name === name ? [''] : row[axis.name]! }));
    const fits = values.filter(
      (value) => value === seed[name] || combined(others).every((point) => safe({ ...point, [name]: value })),
    );
    row = { ...row, [name]: fits };
  }
  return row;
}

/** The nearest safe combinations to one that is not: those with the fewest changed choices; none where nothing is safe. */
export function repairs(axes: readonly Decidable[], from: Point, safe: (point: Point) => boolean): readonly Point[] {
  const changed = (point: Point): readonly string[] =>
    axes.map(({ name }) => name).filter((name) => point[name] !== from[name]);
  const all = combined(axes).filter(safe);
  const least = Math.min(...all.map((point) => changed(point).length));
  return all
    .filter((point) => changed(point).length === least)
    .map((point) => Object.fromEntries(changed(point).map((name) => [name, point[name]!])));
}
