import { type BinaryOperator, type Formula, hint, type Proposition } from '../model/index.ts';
import { FormulaSyntaxError } from './syntax-error.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The names that a formula may use. */
export type Vocabulary = ReadonlyMap<string, Proposition>;

/**
 * How tightly operators bind, `<->` least. All of them group to the right.
 *
 * Spin 6 reads a text without brackets otherwise: its operators group to the left, and of `&&`, `||`, `->`, `<->` none
 * binds tighter than another.
 */
const tightness: Readonly<Record<BinaryOperator, number>> = {
  '<->': 1,
  '->': 2,
  '|': 3,
  '&': 4,
  U: 5,
  W: 5,
  R: 5,
  M: 5,
};

/**
 * Reads a formula: `G (asked -> F (served | refused))`.
 *
 * @param about `state`: a formula of a single state, without temporal operators and events.
 * @throws FormulaSyntaxError with a caret under the place, saying what was expected there; at a name that the vocabulary
 * has not got with the nearest one.
 */
export const parseFormula = (text: string, vocabulary: Vocabulary, about: 'run' | 'state' = 'run'): Formula =>
  new Parser(text, vocabulary, about).formula();

/** Grouped to the right; a long chain by halves, so that what walks through the formula need not go deep. */
function joined(operator: '&' | '|', links: readonly Formula[]): Formula {
  if (links.length <= longChain) return links.reduceRight((right, left) => ({ operator, left, right }));
  const middle = links.length >> 1;
  return { operator, left: joined(operator, links.slice(0, middle)), right: joined(operator, links.slice(middle)) };
}

/** A chain of more operands than this is long. */
const longChain = 100;

class Parser {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #about: 'run' | 'state';
  readonly #tokens: readonly Token[];
  #position = 0;
  #depth = 0;

  constructor(text: string, vocabulary: Vocabulary, about: 'run' | 'state') {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#about = about;
    this.#tokens = tokensOf(text, (word) => vocabulary.has(word));
  }

  formula(): Formula {
    const formula = this.#operators(0);
    const end = this.#tokens[this.#position]!;
    if (end.kind === 'end') return formula;
    throw this.#fault('an operator between two formulas (->, &, |, U), or the end', end);
  }

  #operators(least: number): Formula {
    let left = this.#operand();
    for (;;) {
      const token = this.#tokens[this.#position]!;
      if (token.kind !== 'binary' || tightness[token.operator] < least) return left;
      this.#position++;
      if (tightness[token.operator] === tightness.U) this.#allowed(token);
      const right =
        token.operator === '&' || token.operator === '|'
          ? this.#chain(token.operator)
          : this.#nested(() => this.#operators(tightness[token.operator]), token);
      left = { operator: token.operator, left, right };
    }
  }

  /** What follows an `&` or `|`, with all that is joined by the same operator: however long, it is not nested. */
  #chain(operator: '&' | '|'): Formula {
    const links: Formula[] = [];
    for (;;) {
      links.push(this.#operators(tightness[operator] + 1));
      const token = this.#tokens[this.#position]!;
      if (token.kind !== 'binary' || token.operator !== operator) break;
      this.#position++;
    }
    return joined(operator, links);
  }

  #operand(): Formula {
    const token = this.#tokens[this.#position++]!;
    switch (token.kind) {
      case 'constant':
        return { operator: token.value };
      case 'name':
        return { operator: 'proposition', proposition: this.#proposition(token) };
      case 'unary':
        if (token.operator !== '!') this.#allowed(token);
        return { operator: token.operator, of: this.#nested(() => this.#operand(), token) };
      case 'open': {
        const formula = this.#nested(() => this.#operators(0), token);
        const close = this.#tokens[this.#position++]!;
        if (close.kind === 'close') return formula;
        throw this.#fault('an operator between two formulas (->, &, |, U), or ")"', close);
      }
      default:
        throw this.#fault('a name, "(", "!", or a temporal operator (G, F, X)', token);
    }
  }

  /** Guards the stack against texts that nobody means. */
  #nested(read: () => Formula, token: Token): Formula {
    if (++this.#depth > 500) {
      throw new FormulaSyntaxError('the formula is nested more than 500 deep', this.#text, token.offset);
    }
    const formula = read();
    this.#depth--;
    return formula;
  }

  #proposition(token: Token): Proposition {
    const proposition = this.#vocabulary.get(token.text);
    if (proposition === undefined) {
      const known = hint(token.text, this.#vocabulary.keys());
      throw new FormulaSyntaxError(`there is no proposition "${token.text}"${known}`, this.#text, token.offset);
    }
    if (proposition.kind === 'event') this.#allowed(token);
    return proposition;
  }

  #allowed({ text, offset }: Token): void {
    if (this.#about === 'run') return;
    const why = 'expected a formula of one state (!, &, |, ->, <-> and facts of states)';
    throw new FormulaSyntaxError(`${why}, and "${text}" speaks of what comes after it`, this.#text, offset);
  }

  #fault(expected: string, { kind, text, offset }: Token): FormulaSyntaxError {
    const found = kind === 'end' ? 'the formula ends' : `there is "${text}"`;
    return new FormulaSyntaxError(`expected ${expected}, and ${found}`, this.#text, offset);
  }
}
