import { isBad, standing } from './judge.ts';
import type { Checked } from './checked.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/**
 * What holds and what does not: for each group of runs (the first part of their names) a table with a row for each run
 * and a column for each claim that fails somewhere in the group.
 */
export function findings(all: readonly Checked[], look: Look): string {
  const groups = [...new Set(all.map(groupOf))];
  const failing = [...new Set(all.flatMap(failuresOf))].sort();
  const heads = new Map(failing.map((claim, index) => [claim, columnHead(claim, index, failing)]));
  const { paint, glyphs, columns } = look;
  const key = `  ${glyphs.good} holds or reached, ${glyphs.bad} violated or not reached, ? not finished, blank: not asked of this run`;
  const legend = failing.flatMap((claim) =>
    wrap(`  ${heads.get(claim)!.trim().padStart(5)}  ${glyphs.text(claim)}`, columns, 9),
  );
  return [
    paint('bold', 'Findings'),
    ...groups.flatMap((group) => [
      ...table(
        all.filter((checked) => groupOf(checked) === group),
        heads,
        look,
      ),
      '',
    ]),
    ...(legend.length > 0 ? [...legend, ...wrap(key, columns, 2).map((line) => paint('dim', line))] : []),
  ]
    .join('\n')
    .trimEnd();
}

const groupOf = ({ run }: Checked): string => run.name.split('/', 1)[0]!;
const failuresOf = ({ verdicts }: Checked): readonly string[] => verdicts.filter(isBad).map(({ claim }) => claim);

function table(rows: readonly Checked[], heads: ReadonlyMap<string, string>, look: Look): readonly string[] {
  const failing = new Set(rows.flatMap(failuresOf));
  const columns = [...heads].filter(([claim]) => failing.has(claim));
  const width = Math.max(3, ...rows.map(({ run }) => run.name.length));
  const gap = columns.length > 0 ? '  ' : '';
  const { paint, glyphs } = look;
  return [
    paint('dim', `  ${'run'.padEnd(width)}  ${columns.map(([, head]) => head).join(' ')}${gap}ends`),
    ...rows.map((checked) => {
      const cells = columns.map(([claim, head]) => cell(checked, claim, head.length, look));
      const ends = [...new Set(checked.answer.report.outcomes.map(({ name }) => name))].sort().join(', ') || '-';
      const differs =
        checked.differences.length > 0 ? paint('bad', `  ${glyphs.bad} ${standing(checked.differences)}`) : '';
      return `  ${checked.run.name.padEnd(width)}  ${cells.join(' ')}${gap}${ends}${differs}`;
    }),
  ];
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
