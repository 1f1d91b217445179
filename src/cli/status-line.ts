/** Ten times a second on a terminal, else a plain line every ten seconds. */
const pause = { live: 100, plain: 10_000 };

/**
 * One line on standard error that tells how far things are: rewritten in place on a terminal, with blanks and carriage
 * returns alone, which every terminal knows.
 */
export class StatusLine {
  readonly #write: (text: string) => void;
  /** How wide the terminal is; undefined when it is none. */
  readonly #columns: number | undefined;
  readonly #now: () => number;
  #last: number;
  /** How many signs stand in the line. */
  #shown = 0;

  constructor(write: (text: string) => void, columns: number | undefined, now: () => number = Date.now) {
    this.#write = write;
    this.#columns = columns;
    this.#now = now;
    this.#last = now();
  }

  /** Shows the text if it is time to; an empty text clears the line. */
  show(text: string): void {
    if (text === '') return this.clear();
    const now = this.#now();
    if (now - this.#last < (this.#columns === undefined ? pause.plain : pause.live)) return;
    this.#last = now;
    if (this.#columns === undefined) return this.#write(`${text}\n`);
    const line = text.slice(0, this.#columns - 1);
    this.#write(`\r${line.padEnd(this.#shown)}`);
    this.#shown = line.length;
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.#shown > 0) this.#write(`\r${' '.repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}
