/**
 * Users who mix the roles up, and SOCKs that name the wrong socket or come at the wrong time.
 */
import type { Conflict, Sock } from '../../machines/scripts.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { bothWait, dialogue, nobodyWaits, reports, sameDirection } from '../reports.ts';
import { eitherRole } from '../promise.ts';
import { security } from '../security.ts';
import { inVariant, transferRun } from './transfer-run.ts';

const always: readonly Family[] = [security, reports, dialogue];
const policies = ['R', 'Q', 'D'] as const;

const conflicts: Readonly<Record<Exclude<Conflict, 'none'>, { says: string; families: readonly Family[] }>> = {
  'no-pasv': { says: 'nobody is told to wait', families: [nobodyWaits] },
  'both-pasv': { says: 'both are told to wait', families: [bothWait] },
  'pasv-at-other': { says: 'the other server is told to wait', families: [eitherRole] },
  'roles-swapped': { says: 'transfer commands and SOCKs exchanged', families: [eitherRole] },
  'roles-swapped-sock-for-other-direction': {
    says: 'each server has the transfer command of the other, and SOCK as before',
    families: [],
  },
  'stor-both': { says: 'both are told to store', families: [sameDirection] },
  'retr-both': { says: 'both are told to retrieve', families: [sameDirection] },
  'sock-after-pasv': { says: 'SOCK comes after PASV', families: [eitherRole] },
};

const mixed = (['V438', 'V478'] as const).flatMap((variant) =>
  Object.entries(conflicts).flatMap(([conflict, { says, families }]) =>
    policies.map((unlistened) =>
      transferRun(
        `mix-ups/${variant}/${conflict}/${unlistened}`,
        `${variant}: ${says} (${unlistened})`,
        inVariant(variant, { plan: { conflict: conflict as Conflict }, ncp: { unlistened } }),
        [...families, ...always],
      ),
    ),
  ),
);

const mirrored = (['V430', 'V438', 'V478', 'V542'] as const).map((variant) =>
  transferRun(
    `mix-ups/${variant}/passive-sends`,
    `${variant}: the waiting server sends (the direction of RFC 478's prose)`,
    inVariant(variant, { plan: { direction: 'passive-sends' } }),
    [eitherRole, ...always],
  ),
);

const wrong = {
  none: 'none',
  'wrong-host': 'wrong host',
  'wrong-socket': 'wrong socket',
  'wrong-parity': 'wrong parity',
} as const;
const socks = (['sockPassive', 'sockActive'] as const).flatMap((at) =>
  (Object.keys(wrong) as Exclude<Sock, 'ok'>[]).flatMap((sock) =>
    (['V438', 'V478'] as const).flatMap((variant) =>
      (['R', 'Q'] as const).map((unlistened) =>
        transferRun(
          `mix-ups/${variant}/${at}/${sock}/${unlistened}`,
          `${variant}: SOCK to the ${at === 'sockPassive' ? 'waiting' : 'calling'} server: ${wrong[sock]} (${unlistened})`,
          inVariant(variant, { plan: { [at]: sock }, ncp: { unlistened } }),
          [eitherRole, ...always],
        ),
      ),
    ),
  ),
);

export const mixUpRuns: readonly Run[] = [...mixed, ...mirrored, ...socks];
