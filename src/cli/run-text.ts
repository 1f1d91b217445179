import type { OutcomeFound } from '../model/index.ts';

import { fit } from '../trace/index.ts';

import type { Checked } from './checked.ts';
import { isBad, type Judged } from './judge.ts';
import { grouped } from './progress.ts';
import type { Session } from './session.ts';

type Look = Pick<Session, 'paint' | 'glyphs' | 'columns'>;

/** The report of one run in text; `everyClaim` lists also those that hold. */
export function runText(checked: Checked, look: Look, everyClaim: boolean): string {
  const { run, answer } = checked;
  const { paint, glyphs } = look;
  return [
    `${paint('bold', run.name)}  ${glyphs.text(run.summary)}`,
    paint('dim', `  bounds    ${glyphs.text(run.bounds)}`),
    paint('dim', `  fairness  ${glyphs.text(answer.fairness)}`),
    `  ${size(checked, look)}`,
    ...(everyClaim ? allClaims : badClaims)(checked, look),
    `  ends: ${endsText(answer.report.outcomes, look)}`,
    ...verdictLines(checked, look),
  ].join('\n');
}

function size({ answer: { report } }: Checked, { paint, glyphs }: Look): string {
  const { states, steps, depth, complete, stopped, cost } = report;
  const reach = complete
    ? paint('good', 'complete: every reachable state, exactly')
    : paint('bad', `bounded: not a proof (${stopped === undefined ? 'a bound was hit' : `stopped: ${stopped}`})`);
  return [
    `${grouped(states)} states`,
    `${grouped(steps)} steps`,
    `depth ${depth}`,
    reach,
    `${(cost.milliseconds / 1000).toFixed(1)} s`,
  ].join(` ${glyphs.between} `);
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
function verdictLine(verdict: Judged, { files }: Checked, { paint, glyphs, columns }: Look): readonly string[] {
  const [sign, ink] = isBad(verdict)
    ? ([glyphs.bad, 'bad'] as const)
    : verdict.verdict === 'not finished'
      ? ([glyphs.note, 'fault'] as const)
      : ([glyphs.good, 'good'] as const);
  const place = Math.min(72, columns - 24);
  const claim = glyphs.text(claimText(verdict)).padEnd(place);
  const surprise =
    verdict.asExpected === false
      ? paint('bad', '  NOT AS EXPECTED')
      : isBad(verdict)
        ? paint('dim', '  as expected')
        : '';
  const cites = verdict.cites.length > 0 ? ` ${paint('dim', verdict.cites.join(' '))}` : '';
  const lines = [`    ${paint(ink, sign)} ${claim}${cites}${surprise}`.trimEnd()];
  if (verdict.verdict !== 'violated') return lines;
  if (verdict.detail !== undefined)
    lines.push(paint(ink, `      ${fit(glyphs.text(verdict.detail), columns - 8, glyphs.cut)}`));
  const file = files[verdict.claim];
  const length = verdict.path ? pathLength(verdict.path.steps.length, verdict.path.loop) : 'no path';
  lines.push(paint(ink, `      ${length}`) + (file === undefined ? '' : paint('dim', ` ${glyphs.text('→')} ${file}`)));
  return lines;
}

/** The claim with its verdict, where the sign alone does not tell it. */
function claimText({ claim, kind, verdict }: Judged): string {
  if (kind === 'protocol error') return verdict === 'holds' ? `no ${claim}` : claim;
  return verdict === 'holds' || verdict === 'violated' ? claim : `${claim} (${verdict})`;
}

/** The length of a counterexample in words. */
function pathLength(steps: number, loop: number | undefined): string {
  if (loop === undefined) return `counterexample, ${steps} steps (shortest)`;
  return `lasso, ${loop} steps, then ${steps - loop} that repeat for ever`;
}

function endsText(outcomes: readonly OutcomeFound[], { paint, glyphs }: Look): string {
  if (outcomes.length === 0) return 'none found';
  return outcomes
    .map(({ name, fine, path }) => paint(fine ? 'good' : 'bad', `${name} (${path.steps.length} steps)`))
    .join(` ${glyphs.between} `);
}

function verdictLines({ differences }: Checked, { paint, glyphs }: Look): readonly string[] {
  if (differences.length === 0) return [`  ${paint('good', `${glyphs.good} as expected`)}`];
  return differences.map(({ code, text }) => paint('bad', `  ${glyphs.bad} ${glyphs.text(text)} [${code}]`));
}
