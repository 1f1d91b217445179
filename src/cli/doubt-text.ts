import { marked } from '../ltl/index.ts';
import type { InterestingWitness } from '../model/index.ts';

import type { Checked } from './checked.ts';
import { textOf } from './doubts.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/**
 * What says less than it seems to, with the reason, and which part of a formula is meant; of formulas that do not, a run
 * that shows it; and the fairness that changes nothing.
 */
export function doubtLines({ doubts, answer: { report } }: Checked, look: Look): readonly string[] {
  const { paint, glyphs, columns } = look;
  const note = (text: string, sign = glyphs.note): readonly string[] =>
    wrap(`  ${sign} ${glyphs.text(text)}`, columns, 4);
  const idle = (report.assumptions ?? []).filter(({ assumed, suffices }) => assumed !== suffices);
  const lines = [
    ...doubts.flatMap(({ text, reason, part }) => [
      ...note(`${text}${reason === undefined ? '' : `. ${reason}`}`),
      ...(part ? marked(part.formula, part.from, part.to, columns - 12).map((line) => `      ${line}`) : []),
    ]),
    ...(report.interesting ?? []).flatMap((witness) => note(witnessText(witness), glyphs.good)),
    ...(idle.length === 0
      ? []
      : note(`fairness that changes no verdict here: ${idle.map((one) => one.class).join(', ')}`)),
  ];
  return lines.map((line) => paint('dim', line));
}

function witnessText({ claim, part, by, path: { steps, loop } }: InterestingWitness): string {
  const length = loop === undefined ? `${steps.length} steps` : `${loop} steps, then ${steps.length - loop} for ever`;
  return `"${claim}" hangs on "${textOf(part)}": with ${by} in its place it is not true of a run (${length})`;
}
