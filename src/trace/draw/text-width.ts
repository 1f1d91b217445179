/**
 * How wide a text is without a screen to measure it on: Adobe's metrics of Helvetica, which Arial, Liberation Sans and
 * Arimo share, in thousandths of the size.
 *
 * Source    Adobe Font Metrics of the core fonts, Helvetica and Helvetica-Bold, version 2.0: the 95 signs of ASCII.
 */
const plain = widths(
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
    '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
    '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584',
);
const bold = widths(
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 ' +
    '975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 ' +
    '333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584',
);
/** Signs outside ASCII that texts of this repository use; every other is taken for as wide as a wide letter. */
const others: Readonly<Record<string, number>> = {
  '·': 333,
  '–': 556,
  '…': 1000,
  '→': 1000,
  '←': 1000,
  '×': 584,
  '≤': 549,
};
const unknownSign = 1000;

/** The width of a text in pixels, at a size in pixels. */
export function textWidth(text: string, size: number, weight: 'plain' | 'bold' = 'plain'): number {
  const table = weight === 'bold' ? bold : plain;
  let sum = 0;
  for (const sign of text) sum += table[sign.codePointAt(0)! - 32] ?? others[sign] ?? unknownSign;
  return (sum * size) / 1000;
}

/** A text in lines no wider than `room` pixels, broken between words; a word that is wider has a line of its own. */
export function wrapped(
  text: string,
  room: number,
  size: number,
  weight: 'plain' | 'bold' = 'plain',
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function widths(table: string): readonly number[] {
  return table.split(' ').map(Number);
}
