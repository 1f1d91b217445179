/** SOCK that names the wrong host, socket or parity, that is missing or late, at either server, in either direction. */
import fc from 'fast-check';

import { intrusion } from '../../machines/faults/intrusion.ts';
import type { NcpKnobs, ServerKnobs } from '../../machines/knobs.ts';
import { type Plan, type Sock, dataSockets } from '../../machines/scripts.ts';
import { scenario } from '../../machines/systems/baseline.ts';
import { threeParty } from '../../machines/systems/three-party.ts';
import { variants } from '../../machines/variants/index.ts';
import { bounded, oneShot } from '../../properties/leftovers.ts';
import { dialogue, reports } from '../../properties/reports.ts';
import { security } from '../../properties/security.ts';
import type { Attempt } from './attempt.ts';

export type SockMixUp = {
  readonly variant: keyof typeof variants;
  readonly sockPassive: Sock;
  readonly sockActive: Sock;
  /** SOCK after PASV: to a server that is listening already. */
  readonly late: boolean;
  readonly direction: Plan['direction'];
  readonly unlistened: NcpKnobs['unlistened'];
  readonly mismatch: NcpKnobs['mismatch'];
  readonly lateSock: ServerKnobs['lateSock'];
  readonly sockAgainstOpen: ServerKnobs['sockAgainstOpen'];
  readonly stranger: boolean;
  readonly timeouts: boolean;
};

const socks = fc.constantFrom<Sock>('ok', 'none', 'wrong-host', 'wrong-socket', 'wrong-parity');

export const sockMixUps: fc.Arbitrary<SockMixUp> = fc.record({
  variant: fc.constantFrom('V478', 'V438', 'V542', 'V430', 'V454', 'V354'),
  sockPassive: socks,
  sockActive: socks,
  late: fc.boolean(),
  direction: fc.constantFrom('passive-receives', 'passive-sends'),
  unlistened: fc.constantFrom('R', 'Q', 'D'),
  mismatch: fc.constantFrom('refuse-keep', 'refuse-fail', 'queue', 'accept-check'),
  lateSock: fc.constantFrom('at once', 'next PASV', 'rc504'),
  sockAgainstOpen: fc.constantFrom('close', 'ignore', 'rc505'),
  stranger: fc.boolean(),
  timeouts: fc.boolean(),
});

const families = [security, reports, dialogue, oneShot, bounded];

/** Whether somebody is kept out before the server listens: RFC 478's last remark, and no SOCK that speaks of the other end. */
export const isFiltered = ({ variant, sockPassive, late }: SockMixUp): boolean =>
  (variant === 'V478' || variant === 'V542') && !late && sockPassive !== 'none' && sockPassive !== 'wrong-parity';

/** Whether the waiting server is told of somebody who will never call. */
export const isWrong = (made: SockMixUp): boolean => isFiltered(made) && made.sockPassive !== 'ok';

/** Whether a SOCK to a server that listens already, or is connected, can be of no effect (H3, H4). */
const takesNoEffect = ({ late, lateSock, sockAgainstOpen }: SockMixUp): boolean =>
  late && (lateSock === 'next PASV' || (lateSock === 'at once' && sockAgainstOpen === 'ignore'));

/** What hangs on more than the NCP's and the server's keeping to their rules. */
function owed(made: SockMixUp, claim: string): boolean {
  const { stranger, mismatch, variant } = made;
  const letsIn = stranger && !isFiltered(made) && variant !== 'V354' && variant !== 'V430';
  switch (claim.slice(0, 3)) {
    case 'P22':
      return !takesNoEffect(made);
    case 'P23':
    case 'P31':
      return !letsIn;
    case 'P24':
      return mismatch === 'refuse-keep' || mismatch === 'queue';
    case 'P36':
      return !stranger;
    default:
      return true;
  }
}

/** Builds the system of such a mix-up. */
export function attemptMixUp(made: SockMixUp): Attempt {
  const {
    variant,
    sockPassive,
    sockActive,
    late,
    direction,
    unlistened,
    mismatch,
    lateSock,
    sockAgainstOpen,
    stranger,
    timeouts,
  } = made;
  const { server } = variants[variant];
  const { protocol } = server;
  const conflict = late ? ('sock-after-pasv' as const) : ('none' as const);
  const departure = {
    plan: { protocol, sockPassive, sockActive, direction, conflict },
    ncp: { unlistened, mismatch, timeouts },
    server: { ...server, lateSock, sockAgainstOpen, timeouts },
    ...(stranger && intrusion(direction, dataSockets(protocol, 'B'))),
  };
  return {
    system: threeParty(scenario({ ...departure, name: 'SOCK mixed up' })),
    families,
    owed: (claim) => owed(made, claim),
    ends: (name) => {
      if (name === 'deadlock') return !timeouts;
      if (name === 'stolen') return !owed(made, 'P23');
      return name !== 'false-252' && !(name === 'completes' && isWrong(made));
    },
  };
}
