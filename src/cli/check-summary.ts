import type { Checked, Done } from './checked.ts';
import { isMeant } from './choose-claims.ts';
import { deadText, deadTransitions } from './dead-transitions.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { findings } from './findings.ts';
import { isBad, standing } from './judge.ts';
import { counted, grouped } from './progress.ts';
import type { Session } from './session.ts';

/** What is asked of the end of a check. */
type Asked = {
  readonly quiet: boolean;
  /** Whether the transitions that no run takes are listed. */
  readonly uncovered: boolean;
  /** The claims that count; all without names. */
  readonly claims: readonly string[];
  /** Transitions that the lock has otherwise. */
  readonly drift: readonly string[];
};

/** The end of what `check` prints: the findings, dead transitions, the verdict in words, and how to get it again. */
export function summary(
  done: readonly Done[],
  code: ExitCode,
  session: Pick<Session, 'paint' | 'glyphs' | 'columns' | 'commandLine'>,
  { quiet, uncovered, claims, drift }: Asked,
): string {
  const { paint, glyphs, commandLine } = session;
  const checked = done.flatMap((one) => one.checked ?? []);
  const reports = checked.map(({ answer }) => answer.report);
  const counts = reports.every((report) => !report.reduced);
  const dead = !counts || (quiet && !uncovered) ? [] : [deadText(deadTransitions(reports), uncovered), ''];
  const parts = quiet ? dead : [findings(checked, session), '', ...dead];
  const surprises = [
    ...done.flatMap(({ run, answer, checked }) => [
      ...(answer.kind === 'fault' ? [`${run.name}: ${answer.fault}`] : []),
      ...(checked?.differences.map(({ text }) => `${run.name}: ${text}`) ?? []),
    ]),
    ...drift,
  ];
  const verdict = words(done, code, { claims, drift }).join(` ${glyphs.between} `);
  return [
    ...parts,
    ...surprises.map((line) => paint('bad', `${glyphs.bad} ${glyphs.text(line)}`)),
    paint(code === 0 ? 'good' : 'bad', `${code === 0 ? glyphs.good : glyphs.bad} ${glyphs.text(verdict)}`),
    `reproduce: ${commandLine}`,
  ].join('\n');
}

/** The verdict in words: how many runs, whether complete, what holds, how much was searched, the exit code. */
function words(
  done: readonly Done[],
  code: ExitCode,
  { claims, drift }: Pick<Asked, 'claims' | 'drift'>,
): readonly string[] {
  const checked = done.flatMap((one) => one.checked ?? []);
  const reports = checked.map(({ answer }) => answer.report);
  const verdicts = checked
    .flatMap((one) => one.verdicts)
    .filter(({ claim }) => claims.length === 0 || isMeant(claim, claims));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const amiss = done.filter(
    ({ answer, checked }) =>
      answer.kind === 'fault' || (checked && standing(checked.differences) === 'not as expected'),
  ).length;
  const waiting = done.filter(({ answer }) => answer.kind === 'not started').length;
  const partial = reports.filter(({ complete }) => !complete).length;
  const reduced = reports.some((report) => report.reduced);
  const lost = done.filter(({ answer }) => answer.kind === 'fault').length;
  const found =
    amiss > 0
      ? `${amiss} not as the manifest expects`
      : drift.length > 0
        ? `each run as the manifest expects, not so the whole (${counted(drift.length, 'difference')})`
        : 'nothing found against the manifest';
  const bad = verdicts.filter(isBad).length;
  const good = verdicts.filter(({ verdict }) => verdict === 'holds' || verdict === 'reached').length;
  return [
    `${code === 0 ? 'all as the manifest expects' : found}, of ${counted(done.length, 'run')}`,
    ...(waiting > 0 ? [`${waiting} not started`] : []),
    ...(lost > 0 ? [`${lost} not searched to an end`] : []),
    partial + waiting + lost === 0
      ? reduced
        ? 'reduced: all orders that matter to claims on states, steps and rests'
        : 'complete within the bounds named'
      : `${partial + waiting + lost} bounded: not a proof`,
    `${counted(good, 'claim')} ${good === 1 ? 'holds' : 'hold'} or reached, ${bad} violated or not reached`,
    ...certifiedWords(checked),
    `${grouped(sum(reports.map(({ states }) => states)))} states, ${grouped(sum(reports.map(({ steps }) => steps)))} steps`,
    `exit ${code}${code === 0 ? '' : `, ${exitCodes[code].split(';', 1)[0]}; see help exit-codes`}`,
  ];
}

/** How many verdicts were certified, of those that say something; what was left open, and what only by a sample. */
function certifiedWords(checked: readonly Checked[]): readonly string[] {
  const certified = checked.flatMap(({ answer }) => answer.certified ?? []);
  if (certified.length === 0) return [];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const open = sum(certified.map((one) => one.open.length));
  const samples = certified.filter(({ sample }) => sample).length;
  return [
    `${grouped(sum(certified.map(({ verdicts }) => verdicts)))} verdicts certified` +
      (open > 0 ? `, ${open} left open` : '') +
      (samples > 0 ? `, ${counted(samples, 'run')} by a sample` : ''),
  ];
}
