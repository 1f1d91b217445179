import { type JudgedMutant, type Verdict, mutantFates, type Run } from '../model/index.ts';
import { Judge, type Mutant, knownCharts, mutantsOf } from '../mutate/index.ts';
import { enactFound, modelHash, tell, traceFile } from '../trace/index.ts';

import { counterexampleText } from './counterexample-text.ts';
import { chosenMutants } from './mutate-plan.ts';
import { isBad } from './judge.ts';
import type { Session } from './session.ts';
import { wrap } from './wrap.ts';

/**
 * Shows one mutant: its edit, what becomes of it, and the counterexample of a claim that kills it, drawn.
 *
 * @returns whether the name means one mutant; nothing is shown where it means several.
 * @throws Failure (150) where it means none.
 */
export async function showMutant(
  name: string,
  runs: readonly Run[],
  session: Session,
  json: boolean,
): Promise<boolean> {
  const charts = knownCharts(runs, (done) => session.status(`exploring ${done + 1}/${runs.length} runs`));
  session.status('');
  const mutants = mutantsOf(charts);
  const ids = chosenMutants(mutants, { names: [name], seed: 1 });
  const mutant = mutants.find(({ id }) => id === name);
  if (ids.length > 1 || mutant === undefined) return false;
  const judge = new Judge(runs, charts);
  const judged = judge.judge(mutant);
  const telling = judged.fate === 'claims' ? tellingVerdicts(judge, mutant, runs, judged) : [];
  const killed = counterexample(telling);
  if (json) {
    session.say(
      JSON.stringify({ exitCode: 0, ...judged, ...(killed?.path && { steps: killed.path.steps }) }, undefined, 2),
    );
    return true;
  }
  const { say, glyphs, columns, commandLine } = session;
  const put = (text: string): void => wrap(glyphs.text(text), columns, 2).forEach(say);
  put(judged.says);
  put(`it can make a difference in ${judged.affects} of ${runs.length} runs`);
  put(`${mutantFates[judged.fate]}${judged.proof ? ` (${judged.proof})` : ''}`);
  if (judged.run !== undefined) put(`the smallest run in which that shows: ${judged.run}`);
  for (const claim of judged.by ?? []) {
    const told = telling.find((verdict) => verdict.claim === claim);
    put(`told by: ${claim}${told ? ` (with the edit ${told.verdict}, without it not)` : ''}`);
  }
  if (judged.detail !== undefined) put(judged.detail);
  if (killed?.path) {
    const run = runs.find((one) => one.name === judged.run)!;
    const system = mutant.edited(run.system())!;
    const { path } = killed;
    const enacted = enactFound(system, path);
    const trace = traceFile(run.name, modelHash(system), { ...killed, path });
    say(`\n${counterexampleText({ story: tell(system, path, enacted.views), trace }, session)}\n`);
  }
  say(`reproduce: ${commandLine}`);
  return true;
}

/** What the claims that tell a mutant say of it in the smallest run in which they do. */
function tellingVerdicts(
  judge: Judge,
  mutant: Mutant,
  runs: readonly Run[],
  { run, by }: JudgedMutant,
): readonly Verdict[] {
  const { verdicts } = judge.report(
    mutant,
    runs.find(({ name }) => name === run)!,
  )!;
  return verdicts.filter(({ claim }) => by!.includes(claim));
}

/** The first of some verdicts that has a path: a counterexample, rather than a witness. */
function counterexample(telling: readonly Verdict[]): Verdict | undefined {
  const shown = telling.filter(({ path }) => path !== undefined);
  return shown.find(isBad) ?? shown[0];
}
