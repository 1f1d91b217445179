/**
 * A line of the manifest for a server-server transfer: a departure from the baseline, and the claims it is checked for.
 */
import type { Scenario } from '../../machines/systems/scenario.ts';
import { type Departure, scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import { variants } from '../../machines/variants/index.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { choices } from '../choices.ts';
import { expected } from '../expected.ts';
import { conduct } from '../ftp-conduct.ts';
import { hostConduct, hostReturns } from '../host-conduct.ts';
import { intruderConduct } from '../intruder-conduct.ts';
import { cleaningUp, mayAbort } from '../user-course.ts';

type VariantName = keyof typeof variants;

/** A departure within a variant. */
export const inVariant = (name: VariantName, departure: Omit<Departure, 'name'> = {}): Omit<Departure, 'name'> => ({
  ...departure,
  plan: { ...departure.plan, protocol: variants[name].server.protocol },
  server: { ...variants[name].server, ...departure.server },
});

/** The limits that make a scenario finite, in words. */
export function boundsOf({
  ncp,
  server,
  script,
  pieces,
  intruder,
  crash,
  loses,
  storageFaults,
  fileFaults,
  user,
}: Scenario): string {
  const lines = script.B.length + script.C.length;
  const losses = Object.entries(loses ?? {}).map(([pair, most]) => `${most} loss on ${pair}`);
  const timed = [ncp.B, ncp.C, server.B, server.C].some(({ timeouts }) => timeouts);
  return [
    `a script of ${lines} commands`,
    `files of ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
    ...(intruder ? [`${intruder.calls} ${intruder.calls === 1 ? 'call' : 'calls'} by a stranger`] : []),
    ...(crash ? [`1 crash of ${crash.server}, restart ${crash.restarts}`] : []),
    ...losses,
    ...(fileFaults.length > 0 ? [`files may be refused at ${fileFaults.join(' and ')}`] : []),
    ...(storageFaults.length > 0 ? [`storage may run out at ${storageFaults.join(' and ')}`] : []),
    ...(user.mayAbort ? ['ABOR at most once to each server'] : []),
    ...(user.mayAbandon ? ['the user may leave'] : []),
    timed ? 'every wait may time out at any moment' : 'nobody gives up waiting',
    'queues of 4 (control) and 6 (wire) never full',
  ].join('; ');
}

/** Makes a run. What it is expected to give stands in `expected.ts`; of a new one, nothing does yet. */
export function transferRun(
  name: string,
  summary: string,
  departure: Omit<Departure, 'name'>,
  families: readonly Family[],
): Run {
  const made = scenario({ ...departure, name });
  return {
    name,
    summary,
    system: () => threeParty(made),
    families: [
      ...families,
      conduct,
      choices(made),
      ...(made.user.mayAbort ? [mayAbort] : []),
      ...(made.user.cleansUp ? [cleaningUp] : []),
      ...(made.intruder ? [intruderConduct] : []),
      ...(made.crash ? [hostConduct] : []),
      ...(made.crash && made.crash.restarts !== 'never' ? [hostReturns] : []),
    ],
    expected: expectedOf(name),
    bounds: boundsOf(made),
  };
}

/** What is known of a run; undefined until `npm run renew` has searched it. */
export const expectedOf = (name: string): Run['expected'] => expected[name];
