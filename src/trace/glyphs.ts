/** The signs that drawings are made of. */
export type Glyphs = {
  readonly lane: string;
  readonly line: string;
  readonly out: readonly [right: string, left: string];
  readonly head: readonly [right: string, left: string];
  readonly dash: string;
  readonly thin: string;
  readonly own: string;
  readonly fault: string;
  readonly lost: string;
  readonly sent: string;
  readonly loop: readonly [first: string, middle: string, last: string, sign: string];
  readonly here: string;
  /** Beside the number of a step that matters. */
  readonly matters: string;
  readonly bad: string;
  readonly good: string;
  readonly note: string;
  readonly between: string;
  readonly cut: string;
  /** Text from elsewhere, in signs that the terminal has. */
  readonly text: (text: string) => string;
};

export const unicode: Glyphs = {
  lane: '│',
  line: '─',
  out: ['├', '┤'],
  head: ['▶', '◀'],
  dash: '╌',
  thin: '┄',
  own: '●',
  fault: '↯',
  lost: '✗',
  sent: '·',
  loop: ['╭', '┊', '╰', '↺'],
  here: '▲',
  matters: '•',
  bad: '✗',
  good: '✓',
  note: '!',
  between: '·',
  cut: '…',
  text: (text) => text,
};

/** For terminals, logs and mails that know only ASCII (`--ascii`). */
export const ascii: Glyphs = {
  lane: '|',
  line: '-',
  out: ['|', '|'],
  head: ['>', '<'],
  dash: '.',
  thin: '.',
  own: '*',
  fault: '!',
  lost: 'x',
  sent: '@',
  loop: [',', ':', "'", '<<'],
  here: '^',
  matters: '*',
  bad: 'x',
  good: '+',
  note: '!',
  between: '-',
  cut: '~',
  text: (text) =>
    text
      .replaceAll('→', '->')
      .replaceAll('≤', '<=')
      .replaceAll('·', '-')
      .replaceAll('×', 'x')
      .replace(/[^\x20-\x7e\n]/g, '?'),
};
