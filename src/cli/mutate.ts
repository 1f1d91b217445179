import { availableParallelism } from 'node:os';

import type { JudgedMutant, MutationRecord, Run } from '../model/index.ts';
import { claimKills, explanationOf, lives, scores, SMALL, smallRuns, staleExplanations } from '../mutate/index.ts';

import { type Command, type Given, limitOptions } from './command.ts';
import { Failure } from './failure.ts';
import { MOST_JOBS } from './limits.ts';
import { showMutant } from './mutate-one.ts';
import { chosenMutants, demandSubjects, type Wanted } from './mutate-plan.ts';
import { judgeInWorkers } from './mutate-pool.ts';
import { MutationResults, recordFile, specificationHash } from './mutate-results.ts';
import { type Mutated, mutationText } from './mutate-text.ts';
import { count, textOf } from './parse.ts';
import type { Session } from './session.ts';
import { loadExplainedMutants, loadMutantLessons } from './specification.ts';

/** Where results are kept unless the command line says otherwise. */
const resultsFile = '.mutation/results.jsonl';

/** The verb `mutate`: edits the charts one place at a time, and tells which edits no claim minds. */
export const mutate: Command = {
  name: 'mutate',
  operands: '[chart | mutant...]',
  summary: 'edit the charts, one place at a time, and tell which edits no claim minds',
  options: {
    sample: { type: 'string', value: 'n', summary: 'only so many mutants, chosen by chance' },
    seed: { type: 'string', value: 's', summary: 'a whole number above 0 that decides the chance (default: 1)' },
    fresh: { type: 'boolean', summary: 'forget the results that are kept' },
    'claims-added': {
      type: 'boolean',
      summary: 'what claims killed before the specification was changed stays killed: where claims were only added',
    },
    results: { type: 'string', value: 'file', summary: `where results are kept (default: ${resultsFile})` },
    record: { type: 'boolean', summary: `keep the scores of all mutants for the reference, in ${recordFile}` },
    jobs: limitOptions.jobs,
    timeout: limitOptions.timeout,
  },
  examples: ['mutate', 'mutate ncpSocket --sample 100 --seed 7', 'mutate ncpSocket/open/CLOSE#2/assignment-dropped-3'],
  run: async (given, operands, session) => {
    const runs = smallRuns(await session.runs());
    const charts = [...new Set(runs.flatMap(chartsOf))];
    demandSubjects(operands, charts);
    const wanted = wantedOf(given, operands);
    if (given['record'] === true && (operands.length > 0 || wanted.sample !== undefined)) {
      throw new Failure('--record keeps the scores of all mutants: leave out names and --sample');
    }
    const [only, ...more] = operands;
    if (only?.includes('/') && more.length === 0 && wanted.sample === undefined) {
      const shown = await showMutant(only, runs, session, given['json'] === true);
      if (shown) return 0;
    }
    if (given['record'] === true) await session.demandWritable(recordFile);
    const hash = specificationHash();
    const path = textOf(given, 'results') ?? resultsFile;
    await session.demandWritable(path);
    const results = await MutationResults.open(path, hash, {
      fresh: given['fresh'] === true,
      claimsAdded: given['claims-added'] === true,
    });
    const { judged, many } = await judgeAll(given, wanted, results, session);
    const explained = await loadExplainedMutants();
    const whole = operands.length === 0 && wanted.sample === undefined && judged.length === many;
    const claims = [
      ...new Set(runs.flatMap(({ families }) => families.flatMap((family) => family.claims)).map(({ name }) => name)),
    ];
    const record: MutationRecord = {
      hash,
      runs: runs.length,
      largest: SMALL,
      scores: scores(judged),
      claims: claimKills(judged, claims),
      living: judged.filter(lives),
      shown: await shownIn(judged),
    };
    const mutated: Mutated = {
      record,
      many,
      judged: judged.length,
      unexplained: record.living.filter((mutant) => explanationOf(mutant, explained) === undefined),
      stale: whole ? staleExplanations(judged, explained) : [],
    };
    if (whole && given['record'] === true) {
      await session.writeFile(recordFile, `${JSON.stringify(record, undefined, 2)}\n`);
    }
    const code = mutated.judged < many ? 30 : mutated.unexplained.length + mutated.stale.length > 0 ? 20 : 0;
    if (given['json']) session.say(JSON.stringify({ exitCode: code, ...mutated, mutants: judged }, undefined, 2));
    else session.say(mutationText(mutated, code, session, given['quiet'] === true));
    return code;
  },
};

/** Those of the mutants that the findings speak of. */
async function shownIn(judged: readonly JudgedMutant[]): Promise<readonly JudgedMutant[]> {
  const named = new Set((await loadMutantLessons()).flatMap(({ shows }) => shows.map(({ mutant }) => mutant)));
  return judged.filter(({ id }) => named.has(id));
}

const chartsOf = ({ system }: Run): readonly string[] => Object.values(system().parties).map(({ chart }) => chart.id);

function wantedOf(given: Given, names: readonly string[]): Wanted {
  const sample = count(given, 'sample');
  return { names, seed: count(given, 'seed') ?? 1, ...(sample !== undefined && { sample }) };
}

/** Judges what is not judged yet; gives all that are meant and judged, and how many are meant. */
async function judgeAll(
  given: Given,
  wanted: Wanted,
  results: MutationResults,
  session: Session,
): Promise<{ readonly judged: readonly JudgedMutant[]; readonly many: number }> {
  const seconds = count(given, 'timeout');
  const until = seconds === undefined ? Infinity : Date.now() + seconds * 1000;
  let meant: readonly string[] = [];
  let left = 0;
  let done = 0;
  let began = 0;
  await judgeInWorkers(count(given, 'jobs', MOST_JOBS) ?? availableParallelism(), {
    explored: (explored, of) => session.status(`exploring ${explored}/${of} runs`),
    choose: (all) => {
      meant = chosenMutants(all, wanted);
      const open = meant.filter((id) => results.of(id) === undefined);
      left = open.length;
      began = Date.now();
      return open;
    },
    judged: (mutant) => {
      results.add(mutant);
      done++;
      session.status(progressText(meant.length - left + done, meant.length, done, left, Date.now() - began, mutant.id));
    },
    halted: () => Date.now() > until,
  });
  session.status('');
  return { judged: meant.flatMap((id) => results.of(id) ?? []), many: meant.length };
}

/** How far it is, and how long it will take if the others take as long as those before. */
function progressText(all: number, many: number, done: number, left: number, milliseconds: number, id: string): string {
  const rest = ((left - done) * milliseconds) / done / 1000;
  const eta = rest < 90 ? `${Math.ceil(rest)} s` : `${Math.ceil(rest / 60)} min`;
  return `mutants ${all}/${many}  ${((done * 1000) / Math.max(1, milliseconds)).toFixed(1)}/s  left about ${eta}  ${id}`;
}
