/** How much of a long text is shown: so many signs round the place. */
const shown = 100;

/**
 * A text that is no formula: what is wrong, and under the text a caret at the place. Of a long text the part round it.
 */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
  /** Of the place: signs from the beginning of the text. */
  readonly offset: number;

  constructor(what: string, text: string, offset: number) {
    const from = Math.max(0, Math.min(offset - shown / 2, text.length - shown));
    const [before, after] = [from > 0 ? '...' : '', from + shown < text.length ? '...' : ''];
    const part = text.slice(from, from + shown).replaceAll(/\s/g, ' ');
    super(`${what}\n  ${before}${part}${after}\n  ${' '.repeat(before.length + offset - from)}^`);
    this.offset = offset;
  }
}
