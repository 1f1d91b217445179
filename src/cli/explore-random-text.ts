import { counterexampleText } from './counterexample-text.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Wandered } from './explore-random.ts';
import { counted, grouped } from './progress.ts';
import type { Session } from './session.ts';

/** All that was walked through, and how. */
export type Whole = {
  readonly samples: number;
  readonly steps: number;
  readonly seed: number;
  readonly from: number;
  readonly done: readonly Wandered[];
  /** The runs that were not begun. */
  readonly left: readonly string[];
  readonly code: ExitCode;
};

const percent = (part: number, whole: number): string => {
  const share = (100 * part) / Math.max(1, whole);
  return `${share > 0 && share < 1 ? share.toFixed(1) : Math.round(share)}%`;
};

const lengthOf = (steps: number): string => counted(steps, 'step');

/**
 * A run in words: what was seen, by how many of the walks, and on how short a way.
 *
 * @param every lists witnesses and ends one by one; `draws` draws every violation.
 */
export function exploredText(
  { run, walked, report, wrong, shown }: Wandered,
  session: Pick<Session, 'paint' | 'glyphs' | 'columns'>,
  every: boolean,
  draws: boolean,
): string {
  const { paint, glyphs } = session;
  const { walks, steps, states, forgot, seen, unseen, ends } = walked;
  const lengths = new Map(report?.verdicts.map(({ claim, path }) => [claim, path?.steps.length]));
  const searched =
    report === undefined ? 'not searched' : `${report.complete ? '' : 'at least '}${grouped(report.states)}`;
  const head = `walks ${grouped(walks)}  steps ${grouped(steps)}  states ${grouped(states)}${forgot ? ' since the last were forgotten' : ''} of ${searched}`;
  const reached = seen.filter(({ verdict }) => verdict === 'reached');
  const witnesses = [...reached, ...unseen.filter(({ verdict }) => verdict === 'reached')].length;
  const broken = seen.filter(({ verdict }) => verdict === 'violated');
  const told = ({ claim, walks: count, first, path }: (typeof seen)[number]): string => {
    const shortest = lengths.get(claim);
    const compared = shortest === undefined ? '' : `; the search: ${shortest}`;
    return `${claim}: ${percent(count, walks)} of the walks, first walk ${first}, ${lengthOf(path.steps.length)}${compared}`;
  };
  const rarest = reached.toSorted((a, b) => a.walks - b.walks)[0];
  const summed = `witnesses: ${reached.length} of ${witnesses} reached${rarest ? `, rarest ${rarest.claim.split(' ', 1)[0]} by ${percent(rarest.walks, walks)}` : ''}`;
  const ended = [...ends]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${percent(count, walks)}`);
  const never = unseen.filter(({ claim }) =>
    report?.verdicts.some((verdict) => verdict.claim === claim && found(verdict.verdict)),
  );
  return [
    `${paint('bold', run.name)}  ${paint('dim', head)}`,
    ...broken.map((sight) => `  ${paint('bad', glyphs.bad)} ${glyphs.text(told(sight))}`),
    ...(every
      ? reached.map((sight) => `  ${paint('good', glyphs.good)} ${glyphs.text(told(sight))}`)
      : [`  ${summed}`]),
    ...(every ? never.map(({ claim }) => `  ? ${glyphs.text(claim)}: found by the search, and by no walk`) : []),
    `  ends: ${glyphs.text(ended.join(', ') || 'none')}`,
    ...wrong.map(({ text }) => `  ${paint('bad', `${glyphs.bad} ${glyphs.text(text)}`)}`),
    ...(draws ? shown.flatMap((one) => ['', counterexampleText(one, session)]) : []),
    '',
  ].join('\n');
}

const found = (verdict: string): boolean => verdict === 'violated' || verdict === 'reached';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The verdict in words, how to go on where it was stopped, and how to get it again. */
export function exploredVerdict(
  whole: Whole,
  { paint, glyphs, commandLine }: Pick<Session, 'paint' | 'glyphs' | 'commandLine'>,
): string {
  const { code, done, left } = whole;
  const stopped = done.find(({ halted }) => halted);
  const next = stopped?.halted?.next ?? whole.from;
  const goOn = [
    ...(stopped
      ? [`go on: npx matching-rfc explore-random ${stopped.run.name} ${options(whole, next)}, and the other options`]
      : []),
    ...(left.length > 0 ? [`not begun: ${counted(left.length, 'run')}, from ${left[0]} on`] : []),
  ];
  return [
    paint(
      code === 0 ? 'good' : 'bad',
      `${code === 0 ? glyphs.good : glyphs.bad} ${glyphs.text(words(whole).join(` ${glyphs.between} `))}`,
    ),
    ...goOn,
    `reproduce: ${commandLine}`,
  ].join('\n');
}

const options = ({ samples, steps, seed, from }: Whole, next: number): string =>
  `--samples ${from + samples - next} --steps ${steps} --seed ${seed} --from ${next}`;

function words({ done, left, code, seed }: Whole): readonly string[] {
  const missed = done.flatMap(({ wrong }) => wrong.filter((each) => each.code === 70)).length;
  const unsearched = done.filter(({ report }) => report?.complete !== true).length;
  const says =
    missed > 0
      ? `${missed} seen at random that the search of all states does not have`
      : unsearched > 0
        ? 'what walks saw and a search to its end would have to see is not known'
        : 'whatever walks saw the search has seen';
  return [
    says,
    `${counted(done.length, 'run')}${unsearched > 0 ? `, ${unsearched} not searched to the end` : ''}`,
    ...(left.length > 0 ? [`${left.length} not begun`] : []),
    `${grouped(sum(done.map(({ walked }) => walked.walks)))} walks, ${grouped(sum(done.map(({ walked }) => walked.steps)))} steps`,
    `seed ${seed}`,
    'a sample: not a proof',
    `exit ${code}${code === 0 ? '' : `, ${exitCodes[code]}`}`,
  ];
}

/** What `explore-random --json` prints. */
export function exploredJson({ done, ...whole }: Whole, reproduce: string): unknown {
  const { samples, steps, seed, from, left, code } = whole;
  return {
    exitCode: code,
    verdict: exitCodes[code],
    samples,
    steps,
    seed,
    from,
    runs: done.map(({ run, walked, halted, report, wrong }) => ({
      name: run.name,
      walks: walked.walks,
      steps: walked.steps,
      states: walked.states,
      ...(halted && { halted: halted.why, next: halted.next }),
      searched: report === undefined ? null : { states: report.states, complete: report.complete },
      seen: walked.seen.map(({ claim, kind, family, cites, verdict, walks, first, path }) => ({
        claim,
        kind,
        family,
        cites,
        verdict,
        walks,
        percent: (100 * walks) / Math.max(1, walked.walks),
        first,
        length: path.steps.length,
        shortest: report?.verdicts.find((other) => other.claim === claim)?.path?.steps.length ?? null,
      })),
      notSeen: walked.unseen.map(({ claim }) => claim),
      notDecided: walked.left,
      ends: Object.fromEntries(walked.ends),
      wrong,
    })),
    notBegun: left,
    reproduce,
  };
}
