/** What the comment at the head of a chart's file says. */
export type Header = {
  readonly about: string;
  /** Its other entries, each a label (`Source`, `Omits`) and a text. */
  readonly entries: readonly (readonly [label: string, text: string])[];
};

/** Reads the comment at the head of a file: a paragraph, then entries that each begin with a label and blanks. */
export function headerOf(source: string): Header {
  const [, comment = ''] = /^\/\*\*\n([^]*?)\n \*\//.exec(source) ?? [];
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const gap = lines.indexOf('');
  const entries: [string, string][] = [];
  for (const line of gap < 0 ? [] : lines.slice(gap + 1)) {
    const [, label, text] = /^([A-Z][a-z]+) {2,}(\S.*)$/.exec(line) ?? [];
    const last = entries.at(-1);
    if (label !== undefined && text !== undefined) entries.push([label, text]);
    else if (last && line.trim() !== '') last[1] += ` ${line.trim()}`;
  }
  return { about: lines.slice(0, gap < 0 ? undefined : gap).join(' '), entries };
}
