/**
 * A text, and below it carets under the signs `from` up to, not including, `to`; one at least. Of a long text the part
 * round the first.
 *
 * @param room how many signs are shown.
 */
export function marked(text: string, from: number, to: number, room = 100): readonly [string, string] {
  const start = Math.max(0, Math.min(from - Math.floor(room / 2), text.length - room));
  const [before, after] = [start > 0 ? '...' : '', start + room < text.length ? '...' : ''];
  const part = text.slice(start, start + room).replaceAll(/\s/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(to, start + room) - from));
  return [`${before}${part}${after}`, `${' '.repeat(before.length + from - start)}${carets}`];
}
