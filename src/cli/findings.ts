import { isBad, standing } from './judge.ts';
import type { Checked } from './checked.ts';
import type { Session } from './session.ts';

type Look = Pick<Session, 'paint' | 'glyphs'>;

/** The table of what holds and what does not: a row for each run, a column for each claim that fails somewhere. */
export function findings(all: readonly Checked[], look: Look): string {
  const claims = [...new Set(all.flatMap(({ verdicts }) => verdicts.filter(isBad).map(({ claim }) => claim)))].sort();
  const heads = claims.map((claim, index) => columnHead(claim, index, claims));
  const nameWidth = Math.max(3, ...all.map(({ run }) => run.name.length));
  const { paint, glyphs } = look;
  const header = `  ${'run'.padEnd(nameWidth)}  ${heads.join(' ')}${heads.length > 0 ? '  ' : ''}ends`;
  const rows = all.map((checked) => {
    const cells = claims.map((claim, index) => cell(checked, claim, heads[index]!.length, look));
    const ends = [...new Set(checked.answer.report.outcomes.map(({ name }) => name))].sort().join(', ') || '-';
    const differs =
      checked.differences.length > 0 ? paint('bad', `  ${glyphs.bad} ${standing(checked.differences)}`) : '';
    return `  ${checked.run.name.padEnd(nameWidth)}  ${cells.join(' ')}${cells.length > 0 ? '  ' : ''}${ends}${differs}`;
  });
  const legend = claims.map((claim, index) => `  ${heads[index]!.trim().padStart(5)}  ${glyphs.text(claim)}`);
  const key = `  ${glyphs.good} holds or reached, ${glyphs.bad} violated or not reached, ? not finished, blank: not asked of this run`;
  return [
    paint('bold', 'Findings'),
    header,
    ...rows,
    ...(legend.length > 0 ? ['', ...legend, paint('dim', key)] : []),
  ].join('\n');
}

/** The number that a claim's name begins with (`P07 ...`), if no other claim has it; else its place in the table. */
function columnHead(claim: string, index: number, claims: readonly string[]): string {
  const word = claim.split(' ', 1)[0]!;
  const short = /^[A-Z]+\d+\w?$/.test(word) && claims.filter((other) => other.startsWith(`${word} `)).length === 1;
  return (short ? word : `#${index + 1}`).padEnd(3);
}

function cell({ verdicts }: Checked, claim: string, width: number, { paint, glyphs }: Look): string {
  const verdict = verdicts.find((candidate) => candidate.claim === claim);
  if (!verdict) return ' '.repeat(width);
  const blank = ' '.repeat(width - 1);
  if (verdict.verdict === 'not finished') return `?${blank}`;
  return (isBad(verdict) ? paint('bad', glyphs.bad) : paint('good', glyphs.good)) + blank;
}
