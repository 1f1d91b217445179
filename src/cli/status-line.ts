/** Ten times a second on a terminal, else a plain line every ten seconds. */
const pause = { live: 100, plain: 10_000 };

/** One line on standard error that tells how far things are: rewritten in place on a terminal. */
export class StatusLine {
  readonly #write: (text: string) => void;
  /** How wide the terminal is; undefined when it is none. */
  readonly #columns: number | undefined;
  readonly #now: () => number;
  #last: number;
  #shown = false;

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
    this.#write(`\r\x1b[2K${text.slice(0, this.#columns - 1)}`);
    this.#shown = true;
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.#shown) this.#write('\r\x1b[2K');
    this.#shown = false;
  }
}
