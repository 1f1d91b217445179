/** What a piece of a drawing is, for whoever colours it. */
export type Ink = 'plain' | 'bold' | 'dim' | 'message' | 'fault' | 'bad' | 'good';

/** Colours a text, or gives it back as it is. */
export type Paint = (ink: Ink, text: string) => string;

export const colourless: Paint = (_ink, text) => text;

/** A text at a column of a row. */
export type Piece = { readonly at: number; readonly text: string; readonly ink: Ink };

type Cell = { readonly sign: string; readonly ink: Ink };

/**
 * One row of signs: later pieces cover earlier ones.
 *
 * @returns the row with runs of one ink painted together, blanks at its end cut off.
 */
export function row(pieces: readonly Piece[], paint: Paint): string {
  const cells: (Cell | undefined)[] = [];
  for (const { at, text, ink } of pieces) [...text].forEach((sign, index) => (cells[at + index] = { sign, ink }));
  let last = cells.length;
  while (last > 0 && (cells[last - 1]?.sign ?? ' ') === ' ') last--;

  let out = '';
  for (let start = 0; start < last;) {
    const ink = cells[start]?.ink ?? 'plain';
    let end = start;
    let text = '';
    while (end < last && (cells[end]?.ink ?? 'plain') === ink) text += cells[end++]?.sign ?? ' ';
    out += ink === 'plain' ? text : paint(ink, text);
    start = end;
  }
  return out;
}

/** Whether two pieces would touch or cover each other. */
export const collide = (a: Piece, b: Piece): boolean =>
  a.at <= b.at + [...b.text].length && b.at <= a.at + [...a.text].length;

/** A text no longer than `width` signs, cut with `sign` where it was longer. */
export function fit(text: string, width: number, sign: string): string {
  const signs = [...text];
  return signs.length <= width ? text : signs.slice(0, Math.max(0, width - 1)).join('') + sign;
}
