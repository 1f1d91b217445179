/** Where a generated part of a page begins, by its name, and where it ends. */
const begin = /^<!-- generated: (\S+) -->$/;
const end = '<!-- end -->';

/**
 * A page with each part between `<!-- generated: name -->` and `<!-- end -->` made anew.
 *
 * @throws MarkedBlockError at a part that nobody makes, or that does not end; names the line.
 */
export function fillBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  const lines = page.split('\n');
  const filled: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    filled.push(line);
    const name = begin.exec(line)?.[1];
    if (name === undefined) continue;
    const block = blocks[name];
    if (block === undefined) {
      throw new MarkedBlockError(
        `line ${at + 1}: nobody makes "${name}"; there are: ${Object.keys(blocks).join(', ')}`,
      );
    }
    const last = lines.indexOf(end, at);
    const next = lines.findIndex((other, place) => place > at && begin.test(other));
    if (last < 0 || (next >= 0 && next < last)) {
      throw new MarkedBlockError(`line ${at + 1}: the part "${name}" does not end; write ${end} below it`);
    }
    filled.push('', block, '', end);
    at = last;
  }
  return filled.join('\n');
}

/** A page whose generated parts cannot be made: the line, and the mend. */
export class MarkedBlockError extends Error {
  override readonly name = 'MarkedBlockError';
}
