/**
 * The recommended setting, and the way to depart from it in one place at a time.
 */
import { type NcpKnobs, type ServerKnobs, ncpDefaults, serverDefaults } from '../knobs.ts';
import type { HostName } from '../messages.ts';
import type { Script, Server } from '../ftp-script.ts';
import { type Plan, scriptFor } from '../scripts.ts';
import type { Scenario } from './scenario.ts';

/** A departure from the baseline: what is not given stays as recommended. */
export type Departure = {
  readonly name: string;
  readonly plan?: Partial<Plan>;
  /** Changes the script that the plan gives. */
  readonly edit?: (script: Script) => Script;
  /** Knobs of every NCP, or of one host's. */
  readonly ncp?: Partial<NcpKnobs>;
  readonly ncpOf?: Readonly<Partial<Record<HostName, Partial<NcpKnobs>>>>;
  /** Knobs of both servers, or of one. */
  readonly server?: Partial<ServerKnobs>;
  readonly serverOf?: Readonly<Partial<Record<Server, Partial<ServerKnobs>>>>;
} & Partial<Omit<Scenario, 'name' | 'ncp' | 'server' | 'script' | 'user'>> & {
    readonly user?: Partial<Scenario['user']>;
  };

export const baselinePlan: Plan = {
  protocol: 'V478',
  order: 'conc',
  direction: 'passive-receives',
  sockPassive: 'ok',
  sockActive: 'ok',
  conflict: 'none',
};

const hosts = ['A', 'B', 'C', 'X'] as const satisfies readonly HostName[];

/** The scenario of a departure from the baseline. */
export function scenario({
  name,
  plan,
  edit = (script) => script,
  ncp,
  ncpOf,
  server,
  serverOf,
  user,
  ...rest
}: Departure): Scenario {
  const whole: Plan = { ...baselinePlan, ...plan };
  const serverKnobs = (at: Server): ServerKnobs => ({
    ...serverDefaults,
    protocol: whole.protocol,
    ...server,
    ...serverOf?.[at],
  });
  const ncpKnobs = Object.fromEntries(hosts.map((at) => [at, { ...ncpDefaults, ...ncp, ...ncpOf?.[at] }]));
  return {
    name,
    ncp: ncpKnobs as Record<HostName, NcpKnobs>,
    server: { B: serverKnobs('B'), C: serverKnobs('C') },
    script: edit(scriptFor(whole)),
    pieces: 1,
    user: { mayAbort: false, mayAbandon: false, cleansUp: false, ...user },
    fileFaults: [],
    storageFaults: [],
    intruder: null,
    crash: null,
    order: 'host pair',
    links: 'distinct',
    ...rest,
  };
}
