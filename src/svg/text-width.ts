/**
 * How wide a text is, without a screen: by the widths of Helvetica, which Arial, Liberation Sans and Arimo share.
 *
 * Source    Adobe Font Metrics of Helvetica and Helvetica-Bold, signs 32 to 126, in thousandths of the font size.
 */

const widths = (runs: string): readonly number[] => runs.trim().split(/\s+/).map(Number);

const regular = widths(`
  278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278
  556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
  1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
  667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
  333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
  556 556 333 500 278 556 500 722 500 500 500 334 260 334 584`);

const bold = widths(`
  278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278
  556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611
  975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778
  667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556
  333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611
  611 611 389 556 333 611 556 778 556 556 500 389 280 389 584`);

const beyond: Readonly<Record<string, number>> = { '×': 584, '·': 278, '–': 556, '…': 1000, '≤': 549, '→': 1000 };
/** Any other sign: as wide as the widest, so that it has room. */
const widest = 1015;

/** The width of a text in the unit of the font size. */
export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  const table = weight === 'bold' ? bold : regular;
  let sum = 0;
  for (const sign of text) sum += table[sign.codePointAt(0)! - 32] ?? beyond[sign] ?? widest;
  return (sum * size) / 1000;
}

/** A text in lines no wider than `room`, broken between words; a word that is wider has a line of its own. */
export function textLines(
  text: string,
  room: number,
  size: number,
  weight: 'regular' | 'bold' = 'regular',
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, weight) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
