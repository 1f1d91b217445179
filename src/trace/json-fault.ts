/**
 * Where a text stops being JSON (RFC 8259): the offset of the first sign that does not fit.
 *
 * @returns undefined when the whole text is one JSON value.
 */
export function jsonFault(text: string): number | undefined {
  const reader = new Reader(text);
  const fine = reader.value() && reader.end();
  return fine ? undefined : reader.at;
}

const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): boolean {
    this.#take(blank);
    const fine =
      this.#text[this.at] === '{'
        ? this.#list('{', '}', () => this.#key() && this.value())
        : this.#text[this.at] === '['
          ? this.#list('[', ']', () => this.value())
          : this.#take(string) || this.#take(scalar);
    return fine && this.#take(blank);
  }

  end(): boolean {
    return this.at === this.#text.length;
  }

  #list(open: string, close: string, item: () => boolean): boolean {
    this.#sign(open);
    this.#take(blank);
    if (this.#sign(close)) return true;
    do {
      if (!item()) return false;
    } while (this.#sign(','));
    return this.#sign(close);
  }

  #key(): boolean {
    this.#take(blank);
    return this.#take(string) && this.#take(blank) && this.#sign(':');
  }

  #sign(sign: string): boolean {
    if (this.#text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at += found[0].length;
    return found !== null;
  }
}
