import { claimsAt, departures, pointAt, written } from '../frontier/index.ts';

import type { Given } from './command.ts';
import { counterexampleText } from './counterexample-text.ts';
import type { ExitCode } from './exit-codes.ts';
import { Failure } from './failure.ts';
import type { Chosen } from './frontier-choose.ts';
import { drawnAt } from './frontier-drawing.ts';
import { placeOf, valuesOf } from './frontier-place.ts';
import { usualStates } from './frontier-survey.ts';
import { supervised } from './limits.ts';
import { count, textsOf } from './parse.ts';
import type { Session } from './session.ts';

/**
 * Looks at one point: the verdict on each claim chosen, and its counterexample drawn.
 *
 * @returns 0 when everything was decided, 30 when not: what holds there is an answer, not a fault.
 * @throws Failure (150) at a point that is not there, or several homes that it may be near to.
 */
export async function look(given: Given, found: readonly Chosen[], session: Session): Promise<ExitCode> {
  const [only, ...others] = found;
  const homes = only!.homes.map(({ name }) => name);
  if (others.length > 0 || given['all'])
    throw new Failure('--at looks at one claim or family of one landscape; name it');
  if (given['axis'] !== undefined)
    throw new Failure('--axis restricts a search, and --at is one point; leave one of them out');
  const [home] = only!.homes;
  const { landscape, meant } = only!;
  if (homes.length > 1) session.note(`seen from ${homes[0]}; others: ${homes.slice(1).join(', ')} (--home)`);
  const at = placeOf(landscape, home!, valuesOf(landscape.axes, textsOf(given, 'at')));
  const claims = [...claimsAt(home!, at).keys()].filter(meant);
  if (claims.length === 0)
    throw new Failure(`nothing of it is asked at this point of the home ${home!.name}; name another --home`);
  const place = written(departures(landscape.axes, at, pointAt(landscape.axes, home!.at))) || 'as it is';
  const seen = await supervised(given, session, (searches) =>
    Promise.all(
      claims.map(async (claim) => ({
        claim,
        ...(await drawnAt(searches, landscape.name, at, claim, count(given, 'max-states') ?? usualStates)),
      })),
    ),
  );
  const code: ExitCode = seen.some(({ verdict }) => verdict.verdict === 'not finished') ? 30 : 0;
  if (given['json']) {
    const verdicts = seen.map(({ claim, verdict, states }) => ({
      claim,
      verdict: verdict.verdict,
      ...(verdict.path && { steps: verdict.path.steps.length }),
      states,
    }));
    session.say(JSON.stringify({ home: home!.name, at, verdicts, exitCode: code }, undefined, 2));
    return code;
  }
  for (const { claim, verdict, shown } of seen) {
    if (shown && !given['quiet']) session.say(`${counterexampleText(shown, session)}\n`);
    session.say(session.glyphs.text(`${home!.name}, ${place}: ${claim}: ${verdict.verdict}`));
  }
  session.say(`reproduce: ${session.commandLine}`);
  return code;
}
