import type { ExitCode } from './exit-codes.ts';
import type { Answered } from './frontier-kept.ts';
import { frontierText } from './frontier-text.ts';
import { counted, grouped } from './progress.ts';
import type { Session } from './session.ts';

/**
 * Says the frontiers, claim by claim.
 *
 * @returns 30 where something is unknown, else 0: what a claim needs is not good or bad.
 */
export function answer(all: readonly Answered[], json: boolean, session: Session): ExitCode {
  const frontiers = all.flatMap((one) => one.frontiers);
  const unknown = frontiers.reduce((sum, one) => sum + one.unknown, 0);
  const code: ExitCode = unknown > 0 ? 30 : 0;
  if (json) {
    session.say(JSON.stringify({ frontiers, exitCode: code }, undefined, 2));
    return code;
  }
  const claims = [...new Set(frontiers.map(({ claim }) => claim))];
  for (const claim of claims) {
    const own = frontiers.filter((one) => one.claim === claim);
    session.say(`${frontierText(claim, own, session)}\n`);
  }
  const points = frontiers.reduce((sum, one) => sum + one.points, 0);
  session.say(
    `${counted(claims.length, 'claim')}, ${grouped(points)} verdicts at points${unknown > 0 ? `, ${grouped(unknown)} unknown: nothing is claimed of these; exit 30, partial` : ''}`,
  );
  session.say(`reproduce: ${session.commandLine}`);
  return code;
}
