import type { OutcomeFound } from '../model/index.ts';

import { certifiedText } from './certification.ts';
import type { Checked } from './checked.ts';
import { doubtLines } from './doubt-text.ts';
import { isBad, type Judged } from './judge.ts';
import { grouped } from './progress.ts';
import { reducedText } from './reduced-text.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/** The report of one run in text; `everyClaim` lists also those that hold. */
export function runText(checked: Checked, look: Look, everyClaim: boolean): string {
  const { run, answer } = checked;
  const { paint, glyphs, columns } = look;
  const note = (label: string, text: string): readonly string[] =>
    wrap(`  ${label.padEnd(8)}  ${glyphs.text(text)}`, columns, 12).map((line) => paint('dim', line));
  return [
    `${paint('bold', run.name)}  ${glyphs.text(run.summary)}`,
    ...note('bounds', run.bounds),
    ...note('fairness', answer.fairness),
    ...size(checked, look),
    ...(everyClaim ? allClaims : badClaims)(checked, look),
    ...(everyClaim ? doubtLines(checked, look) : []),
    `  ends: ${endsText(answer.report.outcomes, look)}`,
    ...(answer.certified ? wrap(`  certified: ${certifiedText(answer.certified)}`, columns, 4) : []),
    ...verdictLines(checked, look),
  ].join('\n');
}

function size({ answer: { report } }: Checked, { paint, glyphs, columns }: Look): readonly string[] {
  const { states, steps, depth, complete, stopped, cost, reduced } = report;
  const reach = reduced
    ? reducedText(reduced, report)
    : complete
      ? 'complete: every reachable state, exactly'
      : `bounded: not a proof (${stopped === undefined ? 'a bound was hit' : `stopped: ${stopped}`})`;
  const size = [`${grouped(states)} states`, `${grouped(steps)} steps`, `depth ${depth}`];
  const line = `  ${[...size, reach, `${(cost.milliseconds / 1000).toFixed(1)} s`].join(` ${glyphs.between} `)}`;
  const inked = line.replace(reach, paint(complete ? 'good' : 'bad', reach));
  return line.length <= columns ? [inked] : wrap(line, columns, 4);
}

/** Every claim below the name of its family. */
function allClaims(checked: Checked, look: Look): readonly string[] {
  const families = [...new Set(checked.verdicts.map(({ family }) => family))];
  return families.flatMap((name) => [
    `  ${name}`,
    ...checked.verdicts
      .filter(({ family }) => family === name)
      .flatMap((verdict) => verdictLine(verdict, checked, look)),
  ]);
}

/** How many claims are fine, and each that is not, or not as expected. */
function badClaims(checked: Checked, look: Look): readonly string[] {
  const { paint, glyphs } = look;
  const all = checked.verdicts;
  const counts = (['holds', 'reached', 'not finished'] as const).flatMap((name) => {
    const number = all.filter(({ verdict }) => verdict === name).length;
    return number === 0 ? [] : [`${number} ${name === 'holds' ? 'hold' : name}`];
  });
  const bad = all.filter((verdict) => isBad(verdict) || verdict.asExpected === false);
  return [
    `    ${paint('good', glyphs.good)} ${counts.join(', ') || 'nothing holds'}`,
    ...bad.flatMap((verdict) => verdictLine(verdict, checked, look)),
  ];
}

/** Claim, clauses, and for what is violated: why, how long the shortest counterexample is, where it was written. */
function verdictLine(
  verdict: Judged,
  { run, files, answer }: Checked,
  { paint, glyphs, columns }: Look,
): readonly string[] {
  const [sign, ink] = isBad(verdict)
    ? ([glyphs.bad, 'bad'] as const)
    : verdict.verdict === 'not finished'
      ? ([glyphs.note, 'fault'] as const)
      : ([glyphs.good, 'good'] as const);
  const claim = glyphs.text(claimText(verdict));
  const cites = verdict.cites.join(' ');
  const wrong = verdict.asExpected === false;
  const standing = wrong ? '  NOT AS EXPECTED' : isBad(verdict) && run.expected ? '  as expected' : '';
  const inked = paint(wrong ? 'bad' : 'dim', standing);
  const place = Math.min(72, columns - 24);
  const one = `    ${sign} ${claim.padEnd(place)} ${cites}${standing}`;
  const lines =
    one.trimEnd().length <= columns
      ? [`    ${paint(ink, sign)} ${claim.padEnd(place)}${cites && ` ${paint('dim', cites)}`}${inked}`.trimEnd()]
      : [
          ...wrap(claim, columns - 6, 0).map((line, index) => `    ${index === 0 ? paint(ink, sign) : ' '} ${line}`),
          ...(cites === '' ? [] : wrap(`      ${cites}`, columns, 6).map((line) => paint('dim', line))),
          ...(standing === '' ? [] : [`    ${inked}`]),
        ];
  if (verdict.verdict !== 'violated') return lines;
  const detail = verdict.detail === undefined ? [] : wrap(`      ${glyphs.text(verdict.detail)}`, columns, 6);
  const length = `      ${verdict.path ? pathLength(verdict.path.steps.length, verdict.path.loop, answer.report.reduced) : 'no path'}`;
  const file = files[verdict.claim];
  const written = file === undefined ? '' : `${glyphs.text('→')} ${file}`;
  return [
    ...lines,
    ...detail.map((line) => paint(ink, line)),
    ...(length.length + written.length < columns
      ? [paint(ink, length) + (written && ` ${paint('dim', written)}`)]
      : [paint(ink, length), paint('dim', `      ${written}`)]),
  ];
}

/** The claim with its verdict, where the sign alone does not tell it. */
function claimText({ claim, kind, verdict }: Judged): string {
  if (kind === 'protocol error' && verdict !== 'not finished') return verdict === 'holds' ? `no ${claim}` : claim;
  return verdict === 'holds' || verdict === 'violated' ? claim : `${claim} (${verdict})`;
}

/** The length of a counterexample in words. */
function pathLength(steps: number, loop: number | undefined, reduced: unknown): string {
  if (loop === undefined) return `counterexample, ${steps} steps${reduced ? '' : ' (shortest)'}`;
  return `lasso, ${loop} steps, then ${steps - loop} that repeat for ever`;
}

function endsText(outcomes: readonly OutcomeFound[], { paint, glyphs }: Look): string {
  if (outcomes.length === 0) return 'none found';
  return outcomes
    .map(({ name, fine, path }) => paint(fine ? 'good' : 'bad', `${name} (${path.steps.length} steps)`))
    .join(` ${glyphs.between} `);
}

function verdictLines({ differences }: Checked, { paint, glyphs, columns }: Look): readonly string[] {
  if (differences.length === 0) return [`  ${paint('good', `${glyphs.good} as expected`)}`];
  return differences.flatMap(({ code, text }) =>
    wrap(`  ${glyphs.bad} ${glyphs.text(text)} [${code}]`, columns, 4).map((line) => paint('bad', line)),
  );
}
