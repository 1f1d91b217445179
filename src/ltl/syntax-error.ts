import { marked } from './marked.ts';

/**
 * A text that is no formula: what is wrong, and under the text a caret at the place. Of a long text the part round it.
 */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
  /** Of the place: signs from the beginning of the text. */
  readonly offset: number;

  constructor(what: string, text: string, offset: number) {
    super([what, ...marked(text, offset, offset + 1)].join('\n  '));
    this.offset = offset;
  }
}
