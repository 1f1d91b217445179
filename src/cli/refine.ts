import type { Refinement } from '../model/index.ts';
import { type Difference, type Observed, refinementFailure } from '../relate/index.ts';

import { chooseRuns } from './choose-runs.ts';
import type { Command, Given } from './command.ts';
import { differenceLadder, differenceText } from './difference-text.ts';
import { type ExitCode, mostSevere } from './exit-codes.ts';
import { observed, relateOptions, unfinished } from './observed.ts';
import { grouped } from './progress.ts';
import type { Session } from './session.ts';
import { loadRefinements } from './specification.ts';
import { wrap } from './wrap.ts';

/** A refinement that was looked at. */
type Judged = {
  readonly refinement: Refinement;
  readonly implementation: Observed;
  readonly service: Observed;
  /** Why nothing is claimed. */
  readonly partial: readonly string[];
  /** A shortest trace that the service has not. */
  readonly failure: Difference | undefined;
  readonly code: ExitCode;
};

/** The verb `refines`: whether what is seen of systems is what a service allows. */
export const refine: Command = {
  name: 'refines',
  operands: '[run...]',
  summary:
    'whether the user gets of a transfer only what the service promises, for each line of the table of refinements',
  options: { ...relateOptions },
  examples: ['refines', 'refines orders/V478', 'refines orders/V438/R/conc/late'],
  run: async (given, operands, session) => {
    const chosen = chooseRuns(await loadRefinements(), operands);
    const judged: Judged[] = [];
    for (const refinement of chosen) judged.push(await judge(refinement, given));
    const code = mostSevere(judged.map((each) => each.code));
    const verdict = verdictOf(judged, code);
    if (given['json']) {
      const shown = { exitCode: code, verdict, refinements: judged.map(judgedJson), reproduce: session.commandLine };
      session.say(JSON.stringify(shown, undefined, 2));
      return code;
    }
    if (!given['quiet']) for (const each of judged) tellJudged(each, session, operands.length > 0);
    const { glyphs } = session;
    session.say(`${code === 0 ? glyphs.good : glyphs.bad} ${verdict} ${glyphs.between} exit ${code}`);
    session.say(`reproduce: ${session.commandLine}`);
    return code;
  },
};

/** Explores both sides and compares them. @throws Failure when one of them cannot be evaluated. */
async function judge(refinement: Refinement, given: Given): Promise<Judged> {
  const { name, implementation: inner, service: outer, beyond } = refinement;
  const implementation = await observed(inner.system(), inner.visible, given);
  const service = await observed(outer.system(), outer.visible, given);
  const partial = unfinished([
    [name, implementation],
    [`the service of ${name}`, service],
  ]);
  const failure = partial.length > 0 ? undefined : refinementFailure(implementation, service);
  const code = partial.length > 0 ? 30 : failure?.trace.at(-1) === beyond ? 0 : 12;
  return { refinement, implementation, service, partial, failure, code };
}

function verdictOf(judged: readonly Judged[], code: ExitCode): string {
  if (code === 30) return 'partial: nothing is claimed of what was not explored completely';
  const refining = judged.filter(({ failure }) => failure === undefined).length;
  const numbers = `${refining} of ${judged.length} refine the service`;
  return `${code === 0 ? 'all as the table of refinements expects' : 'not as the table of refinements expects'}: ${numbers}`;
}

function tellJudged(
  { refinement, implementation, service, partial, failure, code }: Judged,
  session: Session,
  draws: boolean,
): void {
  const { say, paint, glyphs, columns } = session;
  for (const line of partial) say(`? ${line}`);
  if (partial.length > 0) return;
  const says = failure === undefined ? 'refines' : 'does not refine';
  const met = failure === undefined ? '' : '  as expected';
  const expected = code === 0 ? met : `  NOT as expected: ${expectation(refinement)}`;
  const sign = paint(failure === undefined ? 'good' : 'bad', failure === undefined ? glyphs.good : glyphs.bad);
  const beyond = failure === undefined ? '' : `: ${failure.trace.at(-1)}`;
  say(`${sign} ${paint('bold', refinement.name)} ${says} ${refinement.summary}${glyphs.text(beyond)}${expected}`);
  const sizes = `${grouped(implementation.states)} states against ${grouped(service.states)}`;
  for (const line of wrap(`    ${sizes}; ${refinement.bounds}`, columns, 4)) say(paint('dim', line));
  if (failure === undefined || !draws) return;
  say(`  a shortest trace that the service has not, of ${failure.path.steps.length} steps:`);
  say(differenceText(failure, 'the service', session));
  say(`\n${differenceLadder(implementation.system, failure, session)}\n`);
}

const expectation = ({ beyond }: Refinement): string =>
  beyond === undefined ? 'it should refine' : `it should end beyond the service with "${beyond}"`;

function judgedJson({ refinement, implementation, service, partial, failure, code }: Judged): unknown {
  const { name, summary, cites, bounds, beyond } = refinement;
  return {
    name,
    summary,
    cites,
    bounds,
    states: implementation.states,
    serviceStates: service.states,
    complete: partial.length === 0,
    refines: partial.length > 0 ? null : failure === undefined,
    expected: beyond ?? 'refines',
    asExpected: code === 0,
    ...(failure && { trace: failure.trace, instead: failure.instead, steps: failure.path.steps }),
  };
}
