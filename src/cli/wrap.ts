/**
 * A text in lines of at most `width` signs, broken at blanks; lines after the first begin with `indent` blanks. A word
 * that is longer than a line, say a path, stays whole on a line of its own, so that it can be copied.
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  const [lead = ''] = /^ */.exec(text) ?? [];
  let line = lead;
  let empty = true;
  for (const word of text.trim().split(' ')) {
    const longer = empty ? line + word : `${line} ${word}`;
    if (empty || [...longer].length <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    }
    empty = false;
  }
  return [...lines, line].map((each) => each.trimEnd());
}
