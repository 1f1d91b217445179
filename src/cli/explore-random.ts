import { type Path, type Report, type Run, UnknownNameError } from '../model/index.ts';
import { contradictions, Exploration, type Walked } from '../random/index.ts';
import { demand, enactFound, modelHash, ReplayError, tell, traceFile, writeTrace } from '../trace/index.ts';

import { chooseClaims } from './choose-claims.ts';
import { chooseRuns } from './choose-runs.ts';
import { type Command, type Given, limitOptions } from './command.ts';
import { type ExitCode, mostSevere } from './exit-codes.ts';
import { exploredJson, exploredText, exploredVerdict } from './explore-random-text.ts';
import { Failure } from './failure.ts';
import { differences } from './judge.ts';
import { limitsOf, supervised } from './limits.ts';
import { turn } from './observed.ts';
import { count, textOf, textsOf } from './parse.ts';
import { grouped, short } from './progress.ts';
import type { Answer, Searches, Shown } from './searches.ts';
import type { Session } from './session.ts';
import { freeName, traceName } from './trace-names.ts';

/** A run that was walked through: what was seen, what a search of it says, and where the two differ. */
export type Wandered = {
  readonly run: Run;
  readonly walked: Walked;
  /** Why the walks ended before their number was reached; the walk to go on with. */
  readonly halted?: { readonly why: 'interrupted' | 'time'; readonly next: number };
  readonly report: Report | undefined;
  /** What walks and search cannot both be right about, and what was not searched. */
  readonly wrong: readonly { readonly code: ExitCode; readonly text: string }[];
  /** Every violation that was seen, on its shortest way, taken again on live actors. */
  readonly shown: readonly Shown[];
};

/** How to walk, as the command line says it. */
type Asked = { readonly samples: number; readonly steps: number; readonly seed: number; readonly from: number };

/** The seed of those who give none: a check of the same model gives the same answer twice. */
const usual = 438_478;

/** A walk is not interrupted. */
const MOST_STEPS = 100_000;

/** How long walks go on before others have their turn, in milliseconds. */
const SPELL = 50;

/** The verb `explore-random`: random walks, held against the exhaustive search. */
export const exploreRandom: Command = {
  name: 'explore-random',
  operands: '[run...]',
  summary: 'take random walks through runs, and compare what they see with what a search of all states finds',
  options: {
    samples: { type: 'string', value: 'n', summary: 'how many walks through each run (default: 1,000)' },
    steps: {
      type: 'string',
      value: 'n',
      summary: 'how many steps a walk has at most (default: 200; no more than 100,000)',
    },
    seed: { type: 'string', value: 'n', summary: `what the walks hang on (default: ${usual})` },
    from: { type: 'string', value: 'n', summary: 'go on with this walk: as if those before it had been taken' },
    claim: {
      type: 'string',
      multiple: true,
      value: 'name',
      summary: 'look only for this claim (by name or number, say P17)',
    },
    all: { type: 'boolean', summary: 'draw the shortest way to every violation seen (always so for one run)' },
    out: { type: 'string', value: 'folder', summary: 'write the shortest way to every violation seen to this folder' },
    ...limitOptions,
  },
  examples: [
    'explore-random',
    'explore-random orders/V438 --samples 10000 --steps 100 --seed 7',
    'explore-random orders/V438/R/conc/late --seed 7 --from 501 --samples 500',
  ],
  run: async (given, operands, session) => {
    const asked = askedOf(given);
    const runs = await session.runs();
    const claims = textsOf(given, 'claim');
    const chosen = chooseClaims(chooseRuns(runs, operands), claims, runs);
    const out = textOf(given, 'out');
    if (out !== undefined) await session.demandWritable(out, 'folder');
    const [done, halted] = await supervised(given, session, async (searches) => {
      const answers = chosen.map((run) =>
        searches.search({ kind: 'run', name: run.name, claims, limits: limitsOf(given) }, () => {}),
      );
      const wandered: Wandered[] = [];
      for (const [place, run] of chosen.entries()) {
        if (searches.halted()) break;
        const progress = { place, all: chosen.length, session };
        wandered.push(await wander(run, asked, given, searches, answers[place]!, progress));
      }
      return [wandered, searches.halted()] as const;
    });
    const code = mostSevere([
      ...done.flatMap(({ wrong }) => wrong.map((each) => each.code)),
      ...(done.length < chosen.length ? [halted === 'time' ? (30 as const) : (130 as const)] : []),
    ]);
    await writeAll(done, out, session);
    const whole = { ...asked, done, code, left: chosen.slice(done.length).map(({ name }) => name) };
    if (given['json']) session.say(JSON.stringify(exploredJson(whole, session.commandLine), undefined, 2));
    else {
      if (!given['quiet']) {
        const every = given['all'] === true || chosen.length === 1;
        for (const each of done) session.say(exploredText(each, session, chosen.length <= 3, every));
      }
      session.say(exploredVerdict(whole, session));
    }
    return code;
  },
};

/** @throws Failure (150) at a value that is no number, or too large to be a seed or the number of a walk. */
function askedOf(given: Given): Asked {
  const seed = textOf(given, 'seed') ?? String(usual);
  if (!/^\d+$/.test(seed) || Number(seed) >= 2 ** 32) {
    throw new Failure(`--seed needs a whole number from 0 to ${2 ** 32 - 1}, and was given "${seed}"`);
  }
  return {
    samples: count(given, 'samples') ?? 1000,
    steps: count(given, 'steps', MOST_STEPS) ?? 200,
    seed: Number(seed),
    from: count(given, 'from', 2 ** 32) ?? 1,
  };
}

type Line = { readonly place: number; readonly all: number; readonly session: Session };

async function wander(
  run: Run,
  asked: Asked,
  given: Given,
  searches: Searches,
  answer: Promise<Answer>,
  line: Line,
): Promise<Wandered> {
  const system = run.system();
  const { maxStates } = limitsOf(given);
  const options = { ...asked, ...(maxStates !== undefined && { maxStates }) };
  const exploration = valued(() => new Exploration(system, run.families, options));
  const end = asked.from + asked.samples;
  let next = asked.from;
  const began = performance.now();
  while (next < end && !searches.halted()) {
    for (const until = performance.now() + SPELL; next < end && performance.now() < until; next++) {
      valued(() => exploration.walk());
    }
    tellProgress(run, next - asked.from, asked.samples, exploration.taken, performance.now() - began, line);
    await turn();
  }
  const why = searches.halted();
  const halted = next < end && why !== undefined ? { halted: { why, next } } : {};
  const walked = exploration.walked();
  return { run, walked, ...halted, ...judged(run, walked, await answer, why), shown: shownOf(run, walked) };
}

function tellProgress(run: Run, walks: number, samples: number, steps: number, ms: number, line: Line): void {
  const { place, all, session } = line;
  session.status(
    [
      `walking ${place + 1}/${all}`,
      run.name,
      `walks ${grouped(walks)} of ${grouped(samples)}`,
      `steps ${grouped(steps)} (${short((1000 * steps) / Math.max(1, ms))}/s)`,
      `${(ms / 1000).toFixed(1)}s`,
    ].join('  '),
  );
}

/** Whether walks and search agree, and what was not searched. */
function judged(run: Run, walked: Walked, answer: Answer, why: string | undefined): Pick<Wandered, 'report' | 'wrong'> {
  const halt = why === undefined ? [] : [{ code: why === 'time' ? (30 as const) : (130 as const), text: 'stopped' }];
  if (answer.kind === 'fault') return { report: undefined, wrong: [{ code: answer.code, text: answer.fault }] };
  if (answer.kind === 'not started') return { report: undefined, wrong: halt };
  const { report } = answer;
  const missed = contradictions(walked, report).map((text) => ({ code: 70 as const, text }));
  const unexpected = differences(report, run.expected).filter(({ code }) => code !== 20);
  return { report, wrong: [...missed, ...unexpected, ...(report.stopped === undefined ? halt : [])] };
}

/** Takes every violation again on live actors. @throws Failure (70) when it does not show there. */
function shownOf(run: Run, { seen }: Walked): readonly Shown[] {
  const system = run.system();
  const claims = run.families.flatMap((family) => family.claims);
  let model: string | undefined;
  return seen.flatMap(({ walks: _, first: __, ...verdict }): Shown[] => {
    if (verdict.verdict === 'reached') return [];
    const path: Path = verdict.path;
    try {
      const enacted = enactFound(system, path);
      const claim = claims.find(({ name }) => name === verdict.claim);
      demand(system, verdict, claim, enacted);
      const story = tell(system, path, enacted.views);
      return [{ claim: verdict.claim, story, trace: traceFile(run.name, (model ??= modelHash(system)), verdict) }];
    } catch (error) {
      if (!(error instanceof ReplayError)) throw error;
      throw new Failure(`internal error: ${run.name}: ${error.message}`, 70);
    }
  });
}

/** @throws Failure (14 or 75) when a claim, a chart or the system cannot be evaluated. */
function valued<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'ModelError' && !(error instanceof UnknownNameError)) throw error;
    throw new Failure(message, /^claim .* (throws:|gives) /.test(message) ? 14 : 75);
  }
}

async function writeAll(done: readonly Wandered[], folder: string | undefined, session: Session): Promise<void> {
  if (folder === undefined) return;
  const names: string[] = [];
  for (const { run, shown } of done) {
    for (const { claim, trace } of shown) {
      const name = freeName(traceName(folder, run.name, claim), names);
      names.push(name);
      await session.writeFile(name, writeTrace(trace));
    }
  }
}
