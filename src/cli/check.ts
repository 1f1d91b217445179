import type { Report, Run } from '../model/index.ts';
import { writeTrace } from '../trace/index.ts';

import { checkJson } from './check-json.ts';
import { summary } from './check-summary.ts';
import type { Checked, Done } from './checked.ts';
import { isOfCheckpoint, keptJob } from './checkpoints.ts';
import { chooseClaims } from './choose-claims.ts';
import { chooseRuns } from './choose-runs.ts';
import { type Command, type Given, checkpointOptions, limitOptions } from './command.ts';
import { counterexampleText } from './counterexample-text.ts';
import { type ExitCode, mostSevere } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { deadTransitions } from './dead-transitions.ts';
import { type Declared, doubtsOfAll, undeclaredIn, vacuousIn } from './doubts.ts';
import { differences, judged } from './judge.ts';
import { limitsOf, supervised } from './limits.ts';
import { type LockKeeper, lockKeeper, noLock, storedLock, updateLock } from './lock-file.ts';
import { textOf, textsOf } from './parse.ts';
import { ProgressLine } from './progress.ts';
import { isReduced } from './reduced-text.ts';
import { isAsked, questionOptions, questionsOf, warnings, withQuestions } from './questions.ts';
import { runText } from './run-text.ts';
import type { Answer, Job, Searches } from './searches.ts';
import type { Session } from './session.ts';
import { certificateName, freeName, traceName } from './trace-names.ts';

/** The verb `check`: searches runs of the manifest and compares them with it. */
export const check: Command = {
  name: 'check',
  operands: '[run...]',
  summary: 'search runs of the manifest (all without names), and say what holds',
  options: {
    all: { type: 'boolean', summary: 'draw every counterexample, not only the first of each claim' },
    claim: {
      type: 'string',
      multiple: true,
      value: 'name',
      summary: 'check only this claim (by name or number, say P17)',
    },
    ...questionOptions,
    claims: { type: 'boolean', summary: 'list also the claims that hold (always so for up to three runs)' },
    uncovered: { type: 'boolean', summary: 'list the transitions that no run takes' },
    reduce: {
      type: 'boolean',
      summary: 'leave out orders of steps that do not matter: claims on states, steps and rests only',
    },
    'update-lock': {
      type: 'boolean',
      summary: 'write what these runs give into runs.lock.json, when all is as expected',
    },
    certify: { type: 'boolean', summary: 'certify every verdict: by XState itself and the evidence alone' },
    certificates: {
      type: 'string',
      value: 'folder',
      summary: 'certify, and write a certificate of each run to this folder',
    },
    out: { type: 'string', value: 'folder', summary: 'where traces are written (default: traces)' },
    ...checkpointOptions,
    ...limitOptions,
  },
  examples: [
    'check',
    'check orders/V478/R/conc/late',
    'check orders/V438 --claim P16 --all --out traces',
    'check --json --max-states 1000000',
    'check corners/V478/crash/C/refusal --reduce',
    "check orders/V478/R/conc/late --ltl 'G(retrAccepted->F(done|refused))'",
    'check orders/V478/R/conc/late --certificates certificates',
  ],
  run: async (given, operands, session) => {
    const claims = textsOf(given, 'claim');
    const runs = await session.runs();
    const questions = questionsOf(given);
    const reduce = isReduced(given);
    const names = questions.length === 0 ? [] : await session.propositions();
    const chosen = chooseClaims(chooseRuns(runs, operands), claims, runs).map((run) =>
      withQuestions(run, questions, names),
    );
    for (const warning of warnings(questions, names)) session.note(`matching-rfc: ${warning}`);
    if (questions.length > 0 && given['certificates'] !== undefined) {
      throw new Failure(
        'a certificate is of claims of the manifest: leave out --certificates, or --ltl and --always-possible',
      );
    }
    const renews = given['update-lock'] === true;
    if (renews && questions.length > 0) throw new Failure('--update-lock pins the claims of the manifest: ask later');
    if (renews && claims.length > 0) throw new Failure('--update-lock pins all claims of a run: leave out --claim');
    await demandPlaces(given, session);
    // What is not searched stays in the lock as it is: a lock that cannot be read is told before the search.
    if (renews && chosen.length < runs.length && session.lockFile !== undefined) await storedLock(session);
    const lock = renews || reduce ? noLock : await lockKeeper(session);
    const declared = await session.declared?.();
    const printer = new Printer(session, given, chosen.length, { lock, declared });
    const [done, halted] = await supervised(given, session, async (searches) => [
      await searchAll(
        chosen,
        searches,
        {
          claims,
          questions,
          ...certifies(given),
          ...(reduce && { reduce }),
          ...(await keptJob(given, chosen)),
          limits: limitsOf(given),
        },
        session,
        (next) => printer.print(next),
      ),
      searches.halted(),
    ]);
    const searched = done.flatMap(({ run, checked }) =>
      checked ? [{ name: run.name, report: checked.answer.report }] : [],
    );
    const reports = searched.map(({ report }) => report);
    const whole = claims.length === 0 && !reduce && reports.filter(({ stopped }) => !stopped).length === runs.length;
    const transitions = deadTransitions(reports);
    const drift = whole ? lock.ofWhole(reports) : [];
    const doubted = whole && declared ? doubtsOfAll(searched, transitions, declared) : [];
    const said = [...drift, ...doubted.map(({ text }) => text)];
    const code = mostSevere([
      ...done.flatMap(codes),
      ...(drift.length > 0 ? [20 as const] : []),
      ...doubted.map((doubt) => doubt.code),
      ...(halted === 'interrupted' ? [130 as const] : []),
    ]);
    if (given['json']) session.say(JSON.stringify(checkJson(done, said, code, session.commandLine), undefined, 2));
    else {
      const [quiet, uncovered] = [given['quiet'] === true, given['uncovered'] === true];
      session.say(summary(done, code, session, { quiet, uncovered, claims, drift: said }));
    }
    if (renews) {
      session.note(
        code === 0
          ? await updateLock(done, session)
          : 'the lock is not written: not all is as expected; mend what differs, or pin it: npm run renew',
      );
    }
    return code;
  },
};

/** @throws Failure (74) when what the command line asks for cannot be written where it says. */
async function demandPlaces(given: Given, { demandWritable, lockFile }: Session): Promise<void> {
  for (const option of ['out', 'certificates']) {
    const folder = textOf(given, option);
    if (folder !== undefined) await demandWritable(folder, 'folder');
  }
  if (given['update-lock'] === true && lockFile !== undefined) await demandWritable(lockFile);
}

/** Whether verdicts are certified, and certificates wanted. */
const certifies = (given: Given): Pick<Extract<Job, { kind: 'run' }>, 'certify'> =>
  given['certificates'] !== undefined ? { certify: 'write' } : given['certify'] === true ? { certify: 'check' } : {};

/** Searches all runs, long ones first, so that no worker is left with one at the end; hands them on in the order given. */
async function searchAll(
  chosen: readonly Run[],
  searches: Searches,
  asked: Pick<Extract<Job, { kind: 'run' }>, 'claims' | 'questions' | 'certify' | 'reduce' | 'limits' | 'checkpoint'>,
  session: Session,
  hand: (done: Done) => Promise<Done>,
): Promise<readonly Done[]> {
  const line = new ProgressLine(session, chosen.length);
  const answers = new Map<Run, Promise<Answer>>();
  for (const run of [...chosen].sort((a, b) => length(b) - length(a))) {
    const answer = searches.search({ kind: 'run', name: run.name, ...asked }, (progress) =>
      line.moved(run.name, progress),
    );
    answers.set(run, answer);
    void answer.then((came) => line.finished(run.name, came.kind === 'report' ? came.report.states : 0));
  }
  const done: Done[] = [];
  for (const run of chosen) done.push(await hand({ run, answer: await answers.get(run)! }));
  return done;
}

/** The states of a run that is long enough to be begun first; short ones keep their order. */
const length = ({ expected }: Run): number => (!expected || expected.states < 100_000 ? 0 : expected.states);

const codes = ({ answer, checked }: Done): readonly ExitCode[] => {
  if (answer.kind === 'fault') return [answer.code];
  if (answer.kind === 'not started') return [30];
  return checked?.differences.map(({ code }) => code) ?? [];
};

/** A report without the doubts about questions: nobody could declare those. */
function ofManifest(report: Report): Report {
  const asked = new Set(report.verdicts.filter(isAsked).map(({ claim }) => claim));
  return { ...report, vacuous: (report.vacuous ?? []).filter(({ claim }) => !asked.has(claim)) };
}

/** What runs are compared with, beside the manifest. */
type Against = { readonly lock: LockKeeper; readonly declared: Declared | undefined };

/** Writes the traces of each run, and prints it as soon as those before it are printed. */
class Printer {
  readonly #session: Session;
  readonly #given: Given;
  readonly #everyClaim: boolean;
  readonly #drawn = new Set<string>();
  readonly #lock: LockKeeper;
  readonly #declared: Declared | undefined;
  #writable = true;

  constructor(session: Session, given: Given, runs: number, against: Against) {
    this.#lock = against.lock;
    this.#declared = against.declared;
    this.#session = session;
    this.#given = given;
    this.#everyClaim = given['claims'] === true || runs <= 3;
  }

  /** @throws Failure with the fault of a checkpoint: it is about a file that was given, not about the run. */
  async print(done: Done): Promise<Done> {
    const { run, answer } = done;
    if (answer.kind === 'fault' && isOfCheckpoint(answer.code)) throw new Failure(answer.fault, answer.code);
    const talks = !this.#given['json'] && !this.#given['quiet'];
    const { say, paint, glyphs } = this.#session;
    if (answer.kind !== 'report') {
      if (talks && answer.kind === 'fault')
        say(`${paint('bold', run.name)}\n  ${paint('bad', `${glyphs.bad} ${answer.fault}`)}\n`);
      return done;
    }
    const searched = { name: run.name, report: answer.report };
    const declared = this.#declared ?? { vacuous: [], unneeded: [], dead: [] };
    const fromManifest = [
      ...(answer.unfit ?? []).map((text) => ({ code: 150, text }) as const),
      ...differences(answer.report, run.expected),
      ...(this.#declared ? undeclaredIn({ ...searched, report: ofManifest(answer.report) }, declared) : []),
    ];
    const every = textsOf(this.#given, 'claim').length === 0;
    const pinned = { ...answer.report, verdicts: answer.report.verdicts.filter((verdict) => !isAsked(verdict)) };
    const checked: Checked = {
      run,
      answer,
      verdicts: judged(answer.report, run.expected),
      // What differs from the manifest differs from the lock too: it is said once.
      differences: fromManifest.length > 0 ? fromManifest : this.#lock.ofRun(run.name, pinned, every),
      doubts: vacuousIn(searched, declared),
      files: await this.#write(run, answer),
    };
    if (talks) {
      say(`${runText(checked, this.#session, this.#everyClaim)}\n`);
      for (const shown of answer.shown) {
        if (this.#drawn.has(shown.claim) && !this.#given['all']) continue;
        this.#drawn.add(shown.claim);
        say(`${counterexampleText(shown, this.#session)}\n`);
      }
    }
    return { ...done, checked };
  }

  async #write(run: Run, { shown, certified }: Extract<Answer, { kind: 'report' }>): Promise<Record<string, string>> {
    const files: Record<string, string> = {};
    const folder = textOf(this.#given, 'certificates');
    if (folder !== undefined && certified?.text !== undefined) {
      await this.#session.writeFile(certificateName(folder, run.name), certified.text);
    }
    for (const { claim, trace } of shown) {
      if (!this.#writable) break;
      const name = freeName(traceName(textOf(this.#given, 'out') ?? 'traces', run.name, claim), Object.values(files));
      try {
        await this.#session.writeFile(name, writeTrace(trace));
        files[claim] = name;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        this.#writable = false;
        this.#session.note(`${error.message}; traces are not written`);
      }
    }
    return files;
  }
}
