/**
 * Formulas in negation normal form, each kept once and known by its number; simplified as they are made.
 */

/** What a number stands for. A literal is a proposition by its number, or its negation. */
export type Term =
  | { readonly kind: 'true' | 'false' }
  | { readonly kind: 'literal'; readonly proposition: number; readonly positive: boolean }
  | { readonly kind: 'next'; readonly of: number }
  | { readonly kind: 'and' | 'or' | 'until' | 'release'; readonly left: number; readonly right: number };

/** The number of the formula that no run satisfies, and of the one that every run does. */
export const FALSE = 0;
export const TRUE = 1;

/**
 * Makes terms. Each maker gives a formula that is equivalent to the one that it is named after: constants, repetitions,
 * and nested F and G are folded (K. Etessami, G. J. Holzmann, "Optimizing Buchi Automata", 2000).
 */
export class Terms {
  readonly #terms: Term[] = [{ kind: 'false' }, { kind: 'true' }];
  readonly #numbers = new Map<string, number>();

  at(number: number): Term {
    return this.#terms[number]!;
  }

  literal(proposition: number, positive: boolean): number {
    return this.#number({ kind: 'literal', proposition, positive });
  }

  next(of: number): number {
    const constant = of === TRUE || of === FALSE || this.#isSuffixClosed(of);
    return constant ? of : this.#number({ kind: 'next', of });
  }

  and(left: number, right: number): number {
    return this.#joined('and', left, right);
  }

  or(left: number, right: number): number {
    return this.#joined('or', left, right);
  }

  until(left: number, right: number): number {
    const r = this.at(right);
    if (right === TRUE || right === FALSE || left === FALSE || left === right) return right;
    if (r.kind === 'until' && (r.left === left || r.left === TRUE)) return right;
    if (left === TRUE && r.kind === 'until') return this.until(TRUE, r.right);
    if (left === TRUE && this.#isSuffixClosed(right)) return right;
    return this.#number({ kind: 'until', left, right });
  }

  release(left: number, right: number): number {
    const r = this.at(right);
    if (right === TRUE || right === FALSE || left === TRUE || left === right) return right;
    if (r.kind === 'release' && (r.left === left || r.left === FALSE)) return right;
    if (left === FALSE && r.kind === 'release') return this.release(FALSE, r.right);
    if (left === FALSE && this.#isSuffixClosed(right)) return right;
    return this.#number({ kind: 'release', left, right });
  }

  #joined(kind: 'and' | 'or', left: number, right: number): number {
    const [neutral, absorbing] = kind === 'and' ? [TRUE, FALSE] : [FALSE, TRUE];
    if (left === neutral || left === right) return right;
    if (right === neutral) return left;
    if (left === absorbing || right === absorbing) return absorbing;
    const [l, r] = [this.at(left), this.at(right)];
    if (l.kind === 'literal' && r.kind === 'literal' && l.proposition === r.proposition) return absorbing;
    if (this.#absorbs(kind, left, right)) return left;
    if (this.#absorbs(kind, right, left)) return right;
    if (l.kind === 'next' && r.kind === 'next') return this.next(this.#joined(kind, l.of, r.of));
    if (kind === 'or' && l.kind === 'until' && r.kind === 'until' && l.left === r.left) {
      return this.until(l.left, this.or(l.right, r.right));
    }
    if (kind === 'and' && l.kind === 'release' && r.kind === 'release' && l.left === r.left) {
      return this.release(l.left, this.and(l.right, r.right));
    }
    return this.#number({ kind, left: Math.min(left, right), right: Math.max(left, right) });
  }

  /** Whether the second operand adds nothing to the first: a & (a | b), a | (a & b). */
  #absorbs(kind: 'and' | 'or', first: number, second: number): boolean {
    const term = this.at(second);
    return term.kind === (kind === 'and' ? 'or' : 'and') && (term.left === first || term.right === first);
  }

  /** Whether it holds of a run exactly when it holds of the run without its first state: GF p, FG p. */
  #isSuffixClosed(number: number): boolean {
    const outer = this.at(number);
    if (outer.kind !== 'until' && outer.kind !== 'release') return false;
    const inner = this.at(outer.right);
    return outer.kind === 'until'
      ? outer.left === TRUE && inner.kind === 'release' && inner.left === FALSE
      : outer.left === FALSE && inner.kind === 'until' && inner.left === TRUE;
  }

  #number(term: Term): number {
    const key = Object.values(term).join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#terms.length);
    return this.#terms.push(term) - 1;
  }
}
