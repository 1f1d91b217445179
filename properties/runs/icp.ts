/**
 * The initial connection protocol, as RFC 165 left it and as it was before.
 */
import { icp, type IcpSetting, icpSettings } from '../../machines/systems/icp.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { icpConnects, icpContactReused, icpFails, icpLinks, icpTooLate } from '../icp.ts';
import { conductOfNcps } from '../ncp-conduct.ts';
import { expectedOf } from './transfer-run.ts';

const lines: Readonly<Record<IcpSetting, readonly [says: string, families: readonly Family[]]>> = {
  'rfc-165/R': ['both ask for both at once (R)', [icpConnects, icpLinks]],
  'rfc-165/Q': ['both ask for both at once (Q)', [icpConnects, icpLinks]],
  'rfc-165-user-listens/R': ['the user listens for the server (R)', [icpConnects, icpLinks]],
  'rfc-165-server-asks-late/R': ['the server closes the contact connection before it asks (R)', [icpFails, icpTooLate]],
  'rfc-165-server-asks-late/Q': ['the server closes the contact connection before it asks (Q)', [icpConnects]],
  'rfc-165-server-asks-late-user-listens/R': ['the server asks late and the user listens (R)', [icpConnects]],
  'rfc-143/refuse': ['the pair uses U itself; busy sockets refuse', [icpFails, icpContactReused]],
  'rfc-143/queue': ['the pair uses U itself; busy sockets queue', [icpConnects, icpContactReused]],
  'rfc-143-server-asks-late/R': [
    'the pair uses U itself; the server asks when it has closed (R)',
    [icpFails, icpContactReused, icpTooLate],
  ],
  'rfc-202/R': ['each waits for its first connection, and begins with the one that it sends on (R)', [icpFails]],
  'rfc-202/Q': ['each waits for its first connection, and begins with the one that it sends on (Q)', [icpFails]],
  'rfc-202-same-order/Q': ['each waits for its first connection, which is the same one (Q)', [icpConnects]],
  'shared-link/R': ['one link for all receive sockets of a host', [icpConnects, icpLinks]],
};

/** The runs named icp/... */
export const icpRuns: readonly Run[] = Object.entries(lines).map(([key, [says, families]]) => {
  const name = `icp/${key}`;
  return {
    name,
    summary: `initial connection: ${says}`,
    system: () => icp({ ...icpSettings[key as IcpSetting], name }),
    families: [...families, conductOfNcps('wire.A>B')],
    expected: expectedOf(name),
    bounds: 'one attempt; queues of 6 never full',
  };
});
