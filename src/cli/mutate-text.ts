import { type JudgedMutant, type MutationRecord, type MutationScore, mutantFates } from '../model/index.ts';

import { type ExitCode, exitCodes } from './exit-codes.ts';
import { counted } from './progress.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

/** What came of mutants: their scores, and what is not as it should be. */
export type Mutated = {
  readonly record: MutationRecord;
  /** How many mutants were meant, and how many of them are judged. */
  readonly many: number;
  readonly judged: number;
  /** Mutants that live, and nothing says why. */
  readonly unexplained: readonly JudgedMutant[];
  /** Explanations that explain nothing. */
  readonly stale: readonly string[];
};

const heads = ['', 'mutants', 'equivalent', 'no system', 'by claims', 'otherwise', 'survive', 'score'];

/** What `mutate` prints: a table of scores, the mutants that live without a reason, the verdict. */
export function mutationText(
  mutated: Mutated,
  code: ExitCode,
  { paint, glyphs, columns, commandLine }: Pick<Session, 'paint' | 'glyphs' | 'columns' | 'commandLine'>,
  quiet: boolean,
): string {
  const { record, many, judged, unexplained, stale } = mutated;
  const idle = record.claims.filter(({ kills }) => kills === 0).length;
  const put = (text: string, indent: number): string => wrap(glyphs.text(text), columns, indent).join('\n');
  const verdict = [
    `${judged} of ${counted(many, 'mutant')} judged`,
    unexplained.length + stale.length === 0
      ? 'each that no claim kills is explained'
      : `${unexplained.length} live and nothing says why, ${counted(stale.length, 'explanation')} explain nothing`,
    `exit ${code}${code === 0 ? '' : `, ${exitCodes[code]}`}`,
  ].join(` ${glyphs.between} `);
  return [
    ...(quiet
      ? []
      : [
          ...table([heads, ...record.scores.map(row)]),
          '',
          put(
            `${record.claims.length - idle} of ${record.claims.length} claims and protocol errors kill a mutant in the smallest run in which any does`,
            2,
          ),
          '',
          ...unexplained.map((mutant) => put(`${glyphs.bad} ${livingText(mutant)}`, 4)),
          ...stale.map((pattern) => put(`${glyphs.bad} explained, and no such mutant lives: ${pattern}`, 4)),
        ]),
    paint(code === 0 ? 'good' : 'bad', put(`${code === 0 ? glyphs.good : glyphs.bad} ${verdict}`, 2)),
    `reproduce: ${commandLine}`,
  ].join('\n');
}

/** A mutant that lives, in words: the edit, what is known of it, the behaviour that changed. */
export const livingText = ({ id, says, fate, run, detail }: JudgedMutant): string =>
  [`${id}: ${says}`, mutantFates[fate], [run, detail].filter((part) => part !== undefined).join(': ')].join('; ');

function row({ subject, mutants, fates, score }: MutationScore): readonly string[] {
  const otherwise = fates.bound + fates.outcomes + fates.counts;
  return [
    subject,
    String(mutants),
    String(fates.equivalent),
    String(fates.stillborn),
    String(fates.claims),
    String(otherwise),
    String(fates.survives + fates.open),
    `${(score * 100).toFixed(1)} %`,
  ];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((_, at) => Math.max(...rows.map((cells) => cells[at]!.length)));
  return rows.map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
  );
}
