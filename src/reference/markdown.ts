/** A cell of a table in Markdown: no line breaks, bars escaped. */
const cellText = (text: string): string => text.replaceAll('\n', ' ').replaceAll('|', '\\|');

/** How a column stands: numbers to the right. */
export type Column = { readonly head: string; readonly right?: true };

/** A table in Markdown with its columns padded, as Prettier leaves it. */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map(({ head }) => head);
  const cells = [heads, ...rows].map((row) => row.map(cellText));
  const widths = columns.map((_, place) => Math.max(3, ...cells.map((row) => signs(row[place] ?? ''))));
  const line = (row: readonly string[]): string =>
    `| ${columns.map(({ right }, place) => padded(row[place] ?? '', widths[place]!, right === true)).join(' | ')} |`;
  const rule = columns.map(({ right }, place) =>
    right ? `${'-'.repeat(widths[place]! - 1)}:` : '-'.repeat(widths[place]!),
  );
  return [line(cells[0]!), line(rule), ...cells.slice(1).map(line)].join('\n');
}

/** A table in Markdown with its columns as wide as they come: for cells full of links, which would stretch them all. */
export function linkedTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map(cellText).join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    line(columns.map(({ right }) => (right ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

const signs = (text: string): number => [...text].length;

const padded = (text: string, width: number, right: boolean): string => {
  const blanks = ' '.repeat(width - signs(text));
  return right ? blanks + text : text + blanks;
};

/** Lines that are shown as they are. */
export const codeBlock = (lines: readonly string[], language = 'text'): string =>
  ['```' + language, ...lines.map((line) => line.trimEnd()), '```'].join('\n');

/** What a reader can open: the summary stands, the rest is folded away. */
export const folded = (summary: string, body: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;

/** The anchor that GitHub gives a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Where references like `[P16]` lead: one line for each label, to the section that is headed so. */
export const references = (
  sections: readonly { readonly label: string; readonly heading: string }[],
  page = '',
): string => sections.map(({ label, heading }) => `[${label}]: ${page}#${anchor(heading)}`).join('\n');

/** A whole number with commas between its thousands. */
export const grouped = (number: number): string => number.toLocaleString('en');

/** `1 run`, `1,204 runs`. */
export const counted = (number: number, what: string): string => `${grouped(number)} ${what}${number === 1 ? '' : 's'}`;

/** A text wrapped to lines of at most `width` signs, as it stands in a source file. */
export function wrapped(text: string, width = 120): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && signs(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
