/**
 * A text that is no formula: what is wrong, and under the text a caret at the place.
 */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
  /** Of the place: signs from the beginning of the text. */
  readonly offset: number;

  constructor(what: string, text: string, offset: number) {
    super(`${what}\n  ${text.replaceAll(/\s/g, ' ')}\n  ${' '.repeat(offset)}^`);
    this.offset = offset;
  }
}
