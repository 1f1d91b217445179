/** The most lists and objects inside each other that are read: RFC 8259, 9 lets a reader set a limit. */
const DEEPEST = 1000;

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first sign that does not fit, or is nested too deep.
 *
 * @returns undefined when the whole text is one JSON value.
 */
export function jsonFault(text: string): number | undefined {
  return faultOf(text)?.at;
}

function faultOf(text: string): Reader | undefined {
  const reader = new Reader(text);
  return reader.value() && reader.end() ? undefined : reader;
}

/** What a JSON text that was cut off can end in: nothing, or the beginning of a string, a word or a number. */
const unfinished =
  /^(?:"[^"\\\u0000-\u001f]*(?:\\["\\/bfnrtu][^"\\\u0000-\u001f]*)*\\?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-)?$/;

/** The same in words: line, column and what is wrong there. */
export function jsonFaultText(text: string): string | undefined {
  const reader = faultOf(text);
  if (reader === undefined) return undefined;
  const fault = reader.at;
  const before = text.slice(0, fault).split('\n');
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  if (reader.depth > DEEPEST)
    return `nested too deep at ${place}: more than ${DEEPEST} lists and objects in each other`;
  const what = unfinished.test(text.slice(fault))
    ? 'the text ends too early'
    : `${JSON.stringify(text[fault])} does not fit`;
  return `not JSON: ${place}: ${what}`;
}

const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\r\n]*/y;

class Reader {
  readonly #text: string;
  at = 0;
  depth = 0;

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
    this.depth++;
    if (this.depth > DEEPEST) return false;
    this.#sign(open);
    this.#take(blank);
    if (!this.#sign(close)) {
      do {
        if (!item()) return false;
      } while (this.#sign(','));
      if (!this.#sign(close)) return false;
    }
    this.depth--;
    return true;
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
