import type { BinaryOperator, UnaryOperator } from '../model/index.ts';
import { FormulaSyntaxError } from './syntax-error.ts';

/** A word of a formula, with its place in the text. */
export type Token = { readonly offset: number; readonly text: string } & (
  | { readonly kind: 'unary'; readonly operator: UnaryOperator }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator }
  | { readonly kind: 'constant'; readonly value: 'true' | 'false' }
  | { readonly kind: 'name' | 'open' | 'close' | 'end' }
);

type Meaning = Token extends infer T ? (T extends Token ? Omit<T, 'offset' | 'text'> : never) : never;

const unary = (operator: UnaryOperator): Meaning => ({ kind: 'unary', operator });
const binary = (operator: BinaryOperator): Meaning => ({ kind: 'binary', operator });

/** Signs and reserved words: those of Spin, those of the textbooks, and English ones. */
const meanings: Readonly<Record<string, Meaning>> = {
  '(': { kind: 'open' },
  ')': { kind: 'close' },
  true: { kind: 'constant', value: 'true' },
  false: { kind: 'constant', value: 'false' },
  ...Object.fromEntries(['!', '~', 'not'].map((text) => [text, unary('!')])),
  ...Object.fromEntries(['X', 'next'].map((text) => [text, unary('X')])),
  ...Object.fromEntries(['F', '<>', 'eventually'].map((text) => [text, unary('F')])),
  ...Object.fromEntries(['G', '[]', 'always'].map((text) => [text, unary('G')])),
  ...Object.fromEntries(['&', '&&', 'and'].map((text) => [text, binary('&')])),
  ...Object.fromEntries(['|', '||', 'or'].map((text) => [text, binary('|')])),
  ...Object.fromEntries(['->', 'implies'].map((text) => [text, binary('->')])),
  ...Object.fromEntries(['<->'].map((text) => [text, binary('<->')])),
  ...Object.fromEntries(['U', 'until'].map((text) => [text, binary('U')])),
  ...Object.fromEntries(['W', 'unless'].map((text) => [text, binary('W')])),
  ...Object.fromEntries(['R', 'releases'].map((text) => [text, binary('R')])),
  ...Object.fromEntries(['M'].map((text) => [text, binary('M')])),
};

const words = /\s*(?:(<->|->|<>|\[\]|&&|\|\||[!~&|()])|([A-Za-z_][\w.]*)|(\S)|$)/y;

/**
 * The words of a formula; the last one is the end. `GF p` is read as `G F p`, unless `GF` is a name.
 *
 * @throws FormulaSyntaxError at a sign that no formula has.
 */
export function tokensOf(text: string, isName: (word: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  words.lastIndex = 0;
  for (;;) {
    const [whole, sign, word, stray] = words.exec(text)!;
    const offset = words.lastIndex - whole.trimStart().length;
    if (stray !== undefined) throw new FormulaSyntaxError(`"${stray}" stands in no formula`, text, offset);
    if (sign === undefined && word === undefined) return [...tokens, { kind: 'end', offset: text.length, text: '' }];
    const token = sign ?? word!;
    if (/^[XFG]{2,}$/.test(token) && !isName(token)) {
      for (const [index, letter] of [...token].entries()) {
        tokens.push({ ...meanings[letter]!, offset: offset + index, text: letter });
      }
    } else {
      const meaning = Object.hasOwn(meanings, token) ? meanings[token]! : ({ kind: 'name' } as const);
      tokens.push({ ...meaning, offset, text: token });
    }
  }
}
